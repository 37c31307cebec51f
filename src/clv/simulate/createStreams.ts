import { createRandom, type SeededRandom } from "../../math/createRandom.ts";

/**
 * Sources of random numbers, one per customer, all from one seed: the n-th customer gets the same one however many
 * follow, and however much is drawn from each. What customers spend has sources apart from when they buy and leave.
 *
 * @throws LoyaltyError `invalid_option` for a seed that is no safe integer
 */
export function createStreams(seed: number, purpose: "life" | "spend"): () => SeededRandom {
  const seeds = createRandom(seed);
  return () => {
    const life = seeds.next();
    const spend = seeds.next();
    return createRandom((purpose === "life" ? life : spend) * 2 ** 53); // an odd multiple of 2^-53: whole
  };
}
