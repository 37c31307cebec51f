import { assertInvariant } from "../base/assertInvariant.ts";
import type { SeededRandom } from "./createRandom.ts";

/**
 * The time to the next event of a Poisson process: exponential, mean 1 / `rate`, always above 0.
 *
 * @param rate Events per unit of time, not negative; at 0, and so near it that the time leaves the doubles,
 * `Infinity`: never.
 *
 * @example
 * exponentialVariate({ next: () => 0.5 }, 2); // => Math.LN2 / 2
 * exponentialVariate({ next: () => 0.5 }, 0); // => Infinity
 */
export function exponentialVariate(random: SeededRandom, rate: number): number {
  assertInvariant(rate >= 0 && rate < Number.POSITIVE_INFINITY, "a rate from 0", rate);
  return -Math.log(random.next()) / rate;
}
