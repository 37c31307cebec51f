import { lnGamma } from "./lnGamma.ts";
import { lnGammaDifference } from "./lnGammaDifference.ts";

/**
 * The natural logarithm of the beta function, ln B(a, b) = lnΓ(a) + lnΓ(b) − lnΓ(a+b) (DLMF 5.12.1), without
 * cancellation when the two are of very different size.
 *
 * @param a Above 0.
 * @param b Above 0. NaN when one is below.
 *
 * @example
 * lnBeta(1, 1); // => 0
 * lnBeta(2, 3).toFixed(12); // => "-2.484906649788"
 */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  return lnGamma(small) - lnGammaDifference(Math.max(a, b), small);
}
