import { assertInvariant } from "../base/assertInvariant.ts";

/** Below this probability the tail is expanded from infinity, above it the distribution from its middle. */
const TAIL_BELOW = 0.02;

/** Terms of the continued fraction; enough for a double from the quantile of {@link TAIL_BELOW} on. */
const FRACTION_DEPTH = 80;

const ITERATION_LIMIT = 50;

const ROOT_2_PI: number = /* @__PURE__ */ Math.sqrt(2 * Math.PI);

/**
 * The quantile of the normal distribution: the z below which `probability` of it lies, to 1e-14 relative (a
 * probability near 1 bears its own rounding: take −z of what is left). Newton's method, from a start from which it
 * cannot overshoot: the distribution is concave above its middle, and so is the logarithm of the tail.
 *
 * @param probability Between 0 and 1.
 * @returns Infinite at 0 and 1.
 *
 * @example
 * normalQuantile(0.5); // => 0
 * normalQuantile(0.975).toFixed(6); // => "1.959964"
 */
export function normalQuantile(probability: number): number {
  assertInvariant(probability >= 0 && probability <= 1, "a probability", probability);
  if (probability > 0.5) return Math.abs(normalQuantile(1 - probability));
  if (probability === 0) return Number.NEGATIVE_INFINITY;
  return probability < TAIL_BELOW ? -tailQuantile(probability) : 0 - middleQuantile(0.5 - probability);
}

/** The z with `share` of the distribution between 0 and it: Φ(z) − ½ = φ(z)·(z + z³/3 + z⁵/15 + …), DLMF 7.6.2. */
function middleQuantile(share: number): number {
  return newton(share * ROOT_2_PI, (z) => {
    let term = z;
    let sum = 0;
    for (let odd = 3; sum + term !== sum; odd += 2) {
      sum += term;
      term *= (z * z) / odd;
    }
    return share * ROOT_2_PI * Math.exp((z * z) / 2) - sum;
  });
}

/** The z beyond which `share` lies: Mills' ratio as a continued fraction, DLMF 7.9.3; Newton on the logarithm. */
function tailQuantile(share: number): number {
  const lnShare = Math.log(share);
  return newton(Math.sqrt(-2 * lnShare), (z) => {
    let fraction = z;
    for (let k = FRACTION_DEPTH; k > 0; k -= 1) fraction = z + k / fraction;
    return -((z * z) / 2 + Math.log(fraction * ROOT_2_PI) + lnShare) / fraction;
  });
}

/** A correction below this share of z squares to less than a double holds. */
const LAST_CORRECTION = 1e-9;

/** Adds what `correctionAt` says until the next would be rounding. */
function newton(start: number, correctionAt: (z: number) => number): number {
  let z = start;
  for (let count = 0; count < ITERATION_LIMIT; count += 1) {
    const correction = correctionAt(z);
    z += correction;
    if (Math.abs(correction) <= LAST_CORRECTION * z) break;
  }
  return z;
}
