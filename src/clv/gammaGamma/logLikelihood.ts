import { digamma } from "../../math/digamma.ts";
import { lnGamma } from "../../math/lnGamma.ts";
import { lnGammaDifference } from "../../math/lnGammaDifference.ts";
import type { SpendPatterns } from "./groupSpend.ts";
import type { GammaGammaParameters } from "./parameters.ts";

/*
 * The density of a mean spend m over x purchases (note 025, eq. 1a):
 * Γ(px+q)/(Γ(px)Γ(q)) · v^q m^(px−1) x^(px) / (v+mx)^(px+q).
 * With y = mx its logarithm is ln Γ(px+q)/Γ(px) − ln Γ(q) − ln m − q ln(1 + y/v) − px ln(1 + v/y): no large terms
 * that cancel, and but for −ln m no unit of money.
 */

/**
 * The log-likelihood of one customer's mean spend over `repeats` purchases.
 *
 * @example
 * gammaGammaLogLikelihood({ p: 6.25, q: 3.74, v: 15.44 }, 2, 22.35).toFixed(4); // => "-3.5513"
 */
export function gammaGammaLogLikelihood(
  { p, q, v }: GammaGammaParameters,
  repeats: number,
  meanSpend: number,
): number {
  const total = meanSpend * repeats;
  return (
    lnGammaDifference(p * repeats, q) -
    lnGamma(q) -
    Math.log(meanSpend) -
    q * Math.log1p(total / v) -
    p * repeats * Math.log1p(v / total)
  );
}

/** The log-likelihood of grouped customers in two parts. */
interface GammaGammaLikelihood {
  /** The part without a unit of money; writes the gradient with respect to ln p, ln q and ln v. */
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
  /** The other part, −Σ ln m, which no parameter changes. */
  readonly lnUnit: number;
}

/**
 * The log-likelihood of grouped customers. The gamma functions depend on the number of purchases only, and are computed
 * once per number.
 */
export function gammaGammaLikelihood(patterns: SpendPatterns): GammaGammaLikelihood {
  const { patternCount, repeats, meanSpend, weights, customerCount } = patterns;
  const counts = weightsByRepeats(patterns);
  const totals = meanSpend.map((spend, index) => spend * (repeats[index] as number));
  const lnTotals = totals.map(Math.log);
  let lnUnit = 0;
  for (let index = 0; index < patternCount; index += 1) {
    lnUnit -= (weights[index] as number) * Math.log(meanSpend[index] as number);
  }
  return {
    lnUnit,
    evaluate(lnParameters, gradient) {
      const p = Math.exp(lnParameters[0] as number);
      const q = Math.exp(lnParameters[1] as number);
      const v = Math.exp(lnParameters[2] as number);
      let value = -customerCount * lnGamma(q);
      let slopeP = 0;
      let slopeQ = -customerCount * digamma(q);
      let slopeV = 0;
      for (const [count, weight] of counts) {
        const shape = p * count;
        const step = weight * (digamma(shape + q) - digamma(shape));
        value += weight * lnGammaDifference(shape, q);
        slopeP += count * step;
        slopeQ += step + weight * digamma(shape);
      }
      for (let index = 0; index < patternCount; index += 1) {
        const weight = weights[index] as number;
        const count = repeats[index] as number;
        const ratio = (totals[index] as number) / v;
        const lnRatio = (lnTotals[index] as number) - (lnParameters[2] as number);
        const near = Math.log1p(ratio < 1 ? ratio : 1 / ratio);
        const above = weight * (ratio < 1 ? near : near + lnRatio); // weight · ln((v + y)/v)
        const below = weight * count * (ratio < 1 ? near - lnRatio : near); // weight · x · ln((v + y)/y)
        value -= q * above + p * below;
        slopeP -= below;
        slopeQ -= above;
        slopeV += (weight * (q * ratio - p * count)) / (1 + ratio);
      }
      gradient[0] = slopeP * p;
      gradient[1] = slopeQ * q;
      gradient[2] = slopeV;
      return value;
    },
  };
}

/** The number of customers of each number of repeats; patterns ascend by repeats. */
function weightsByRepeats({
  patternCount,
  repeats,
  weights,
}: SpendPatterns): [count: number, weight: number][] {
  const counts: [number, number][] = [];
  for (let index = 0; index < patternCount; index += 1) {
    const last = counts.at(-1);
    if (last !== undefined && last[0] === repeats[index]) last[1] += weights[index] as number;
    else counts.push([repeats[index] as number, weights[index] as number]);
  }
  return counts;
}
