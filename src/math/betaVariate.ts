import type { SeededRandom } from "./createRandom.ts";
import { lnGammaVariate } from "./gammaVariate.ts";

/**
 * A beta variate of mean a / (a + b): the share of one gamma variate in the sum of two, taken from their logarithms, so
 * that small parameters, where both may lie below the smallest double, still give a share.
 *
 * @param a Above 0.
 * @param b Above 0.
 * @returns From 0 to 1; an end only where no other double is as near.
 *
 * @example
 * betaVariate({ next: () => 0.6 }, 2, 2); // => 0.5
 */
export function betaVariate(random: SeededRandom, a: number, b: number): number {
  const lnOdds = lnGammaVariate(random, a) - lnGammaVariate(random, b);
  const odds = Math.exp(-Math.abs(lnOdds));
  return (lnOdds < 0 ? odds : 1) / (1 + odds);
}
