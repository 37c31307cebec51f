import type { Hyp2f1Point } from "./hyp2f1Point.ts";

const SETTLED = 1e-18;

/** Parameters of a million may need more; then there is no result. */
const STEPS_MAX = 3e5;

const LARGE = 1e200;

/**
 * Carries ₂F₁ and its slope from one z in (0, 1) to a larger one along the hypergeometric differential equation
 * (DLMF 15.10.1): in steps, each by the Taylor series about where it begins. A step spans at most half the way
 * to the nearer of the singular points 0 and 1, and less for large parameters, so that neither of the two solutions
 * changes by more than a few powers of e and no terms cancel. This is how z close to 1 is reached where Gauss'
 * series crawls and the connection formula (DLMF 15.8.4) fails, c − a − b at or beside a whole number included.
 *
 * @param fromRest 1 − z at `point`.
 * @param toRest 1 − z where it shall be, below `fromRest`.
 */
export function stepHyp2f1(
  point: Hyp2f1Point,
  a: number,
  b: number,
  c: number,
  fromRest: number,
  toRest: number,
): void {
  const reachOfZero = 0.5 * Math.min(1, 4 / Math.abs(c));
  // Where the solution (1 − z)^(c−a−b) grows, its terms are of one sign and may be many.
  const reachOfOne = 0.5 * Math.min(1, Math.max(4 / (c - a - b), 40 / (a + b - c)));
  const wave = 1 / Math.sqrt(Math.abs(a * b));
  let rest = fromRest;
  for (let count = 0; rest > toRest; count += 1) {
    const z = 1 - rest;
    const reach = Math.min(reachOfZero * z, reachOfOne * rest, wave * Math.sqrt(z * rest));
    const nextRest = Math.max(toRest, rest - reach);
    step(point, a, b, c, rest, rest - nextRest);
    if (count === STEPS_MAX) point.value = Number.NaN;
    if (Number.isNaN(point.value)) {
      point.excess = Number.NaN;
      return;
    }
    rest = nextRest;
  }
}

function step(point: Hyp2f1Point, a: number, b: number, c: number, rest: number, width: number): void {
  const z = 1 - rest;
  const first = width / (z * rest);
  const second = width * first;
  const drift = c - a - b - 1 + (a + b + 1) * rest; // c − (a + b + 1)·z
  let before = point.value;
  let term = point.slope * width;
  let change = term;
  let slope = term;
  for (let index = 0; ; index += 1) {
    const next =
      ((index + a) * (index + b) * second * before -
        (index + 1) * (index * (rest - z) + drift) * first * term) /
      ((index + 2) * (index + 1));
    before = term;
    term = next;
    change += term;
    slope += (index + 2) * term;
    const left = (index + 2) * (Math.abs(before) + Math.abs(term));
    if (!(left > SETTLED * (Math.abs(change) + Math.abs(slope)))) break; // also when they are NaN
  }
  point.value += change;
  point.excess += change;
  point.slope = slope / width;
  const size = Math.abs(point.value);
  if (size > LARGE || size < 1 / LARGE) {
    point.value /= size;
    point.slope /= size;
    point.lnScale += Math.log(size);
  }
}
