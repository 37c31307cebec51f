import { assertInvariant } from "../base/assertInvariant.ts";
import type { SeededRandom } from "./createRandom.ts";

/**
 * How many trials it takes until the first one that succeeds, itself counted: from 1, P(n) = p(1 − p)^(n−1), by
 * inversion.
 *
 * @param probability Of success, from 0 to 1; at 0 the result is `Infinity`: never.
 *
 * @example
 * geometricVariate({ next: () => 0.5 }, 0.5); // => 2
 */
export function geometricVariate(random: SeededRandom, probability: number): number {
  assertInvariant(probability >= 0 && probability <= 1, "a probability", probability);
  return 1 + Math.floor(Math.log(random.next()) / Math.log1p(-probability));
}
