import { stepHyp2f1 } from "./stepHyp2f1.ts";
import { sumHyp2f1 } from "./sumHyp2f1.ts";

/** A real number as the logarithm of its absolute value and its sign; 0 has the sign 0 and the logarithm -Infinity. */
export interface SignedLogarithm {
  readonly lnAbs: number;
  readonly sign: 1 | 0 | -1;
}

/** One of the forms of DLMF 15.8.1: exp(lnFactor) · ₂F₁(a, b; c; z). */
interface Form {
  readonly a: number;
  readonly b: number;
  readonly z: number;
  /** 1 − z without its rounding. */
  readonly rest: number;
  readonly lnFactor: number;
  /** The size of what `lnFactor` was summed up from, which rounding is relative to. */
  readonly lnTerms: number;
}

interface Attempt extends SignedLogarithm {
  /** By how much rounding has grown. */
  readonly loss: number;
}

/** With so little loss no other form is tried. */
const LOSS_FINE = 1000;

/** With more loss the careful attempts are worth their time. */
const LOSS_LARGE = 1e5;

/** With more loss there is no result. */
const LOSS_HOPELESS = 1e10;

const UNDEFINED: SignedLogarithm = { lnAbs: Number.NaN, sign: 0 };

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for real parameters and z < 1, as a logarithm, so that it does not
 * overflow. Of the linear transformations (DLMF 15.8.1) the one is taken whose series (DLMF 15.2.1) loses least;
 * close to z = 1 the differential equation (DLMF 15.10.1) is followed. Exact to about 1e-12 for positive parameters up
 * to some ten thousand, and for negative ones of a few units.
 *
 * @param c Not 0 and not a negative whole number, unless `a` or `b` is one closer to 0.
 * @param z Below 1.
 * @returns `lnAbs` NaN and the sign 0 outside this domain, and where rounding leaves fewer than six digits: for
 *   parameters of opposite sign beyond some twenty.
 *
 * @example
 * const { lnAbs, sign } = lnHyp2f1(1, 1, 2, 0.5);
 * (sign * Math.exp(lnAbs)).toFixed(12); // => "1.386294361120"
 * lnHyp2f1(3, 2, 2, -1e6).lnAbs === -3 * Math.log1p(1e6); // => true
 */
export function lnHyp2f1(a: number, b: number, c: number, z: number): SignedLogarithm {
  if (!(z < 1 && Number.isFinite(a + b + c)) || isPole(a, b, c)) return UNDEFINED;
  const forms = formsOf(a, b, c, z);
  let best: Attempt | undefined;
  for (const isCareful of [false, true]) {
    for (const form of forms) {
      if (isCareful && (c < 0 || form.z <= 0 || isTerminating(form.a) || isTerminating(form.b))) continue;
      const attempt = evaluate(form, c, isCareful);
      if (best === undefined || attempt.loss < best.loss) best = attempt;
      if (attempt.loss < LOSS_FINE) break;
    }
    if (best!.loss < LOSS_LARGE) break;
  }
  return best!.loss < LOSS_HOPELESS ? { lnAbs: best!.lnAbs, sign: best!.sign } : UNDEFINED;
}

/** The forms worth a try, the most promising first. */
function formsOf(a: number, b: number, c: number, z: number): Form[] {
  const lnRest = Math.log1p(-z);
  const plain: Form = { a, b, z, rest: 1 - z, lnFactor: 0, lnTerms: 0 };
  if (isTerminating(c)) return [plain];
  if (z >= 0) {
    const lnTerms = (Math.abs(a) + Math.abs(b) + Math.abs(c)) * -lnRest;
    const euler: Form = { ...plain, a: c - a, b: c - b, lnFactor: (c - a - b) * lnRest, lnTerms };
    return c - a - b < 0 ? [euler, plain] : [plain, euler];
  }
  const mirrored = { z: z / (z - 1), rest: 1 / (1 - z) };
  const keepsA: Form = { ...mirrored, a, b: c - b, lnFactor: -a * lnRest, lnTerms: Math.abs(a) * lnRest };
  const keepsB: Form = { ...mirrored, a: c - a, b, lnFactor: -b * lnRest, lnTerms: Math.abs(b) * lnRest };
  const forms = b >= a ? [keepsA, keepsB] : [keepsB, keepsA];
  return z > -0.5 || isTerminating(a) || isTerminating(b) ? [plain, ...forms] : forms;
}

/**
 * Where Gauss' series would be slow, it stops short of z and the differential equation goes on; a careful attempt
 * sums only terms that fall, for parameters of opposite sign, between which F swings.
 */
function evaluate({ a, b, z, rest, lnFactor, lnTerms }: Form, c: number, isCareful: boolean): Attempt {
  const isPolynomial = isTerminating(a) || isTerminating(b);
  const isSeries = z <= 0 || isPolynomial || (c - a - b > 5 && !isCareful);
  const restFar = isSeries ? rest : Math.max(rest, Math.min(0.1, 4 / (1 + Math.abs(c))));
  const restFirst = isCareful ? Math.max(rest, 1 - 0.5 * Math.min(1, Math.abs(c / (a * b)))) : restFar;
  const point = sumHyp2f1(a, b, c, restFirst === rest ? z : 1 - restFirst);
  stepHyp2f1(point, a, b, c, restFirst, restFar);
  const lnFar = point.lnScale + Math.log(Math.abs(point.value));
  stepHyp2f1(point, a, b, c, restFar, rest);
  const { value, excess, lnScale } = point;
  const isNearOne = lnScale === 0 && Math.abs(excess) < 0.5;
  const lnSeries = isNearOne ? Math.log1p(excess) : lnScale + Math.log(Math.abs(value));
  const lnAbs = lnFactor + lnSeries;
  // Errors grow as the faster of both solutions does beside z = 1, where one is like (1 − z)^(c−a−b); F may not.
  const lnErrors = Math.max(0, (a + b - c) * Math.log(restFar / rest));
  const inSteps = Math.exp(Math.max(0, lnErrors - (lnSeries - lnFar)));
  const inSum = isNearOne ? point.excessLoss : point.loss;
  const inProduct = lnAbs === 0 && lnTerms === 0 ? 0 : (lnTerms + Math.abs(lnSeries)) / Math.abs(lnAbs);
  const sign = value > 0 ? 1 : value < 0 ? -1 : 0;
  const isZero = isPolynomial && value === 0;
  const loss = isZero ? 0 : Math.max(excess === 0 ? 0 : inSum * inSteps, inProduct);
  return { lnAbs, sign, loss: Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss };
}

/** Whether a series with this numerator parameter ends. */
function isTerminating(parameter: number): boolean {
  return parameter <= 0 && Number.isInteger(parameter);
}

function isPole(a: number, b: number, c: number): boolean {
  const endsBefore = (parameter: number) => isTerminating(parameter) && parameter > c;
  return isTerminating(c) && !endsBefore(a) && !endsBefore(b);
}
