import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { SpendColumns } from "../gammaGamma/groupSpend.ts";
import type { GammaGammaParameters } from "../gammaGamma/parameters.ts";
import { createStreams } from "./createStreams.ts";
import { assertSpendParameters, drawLnSpendRate, drawMeanSpend } from "./drawSpend.ts";

/** What {@link simulateSpend} is told. */
export interface SpendSimulation {
  /** Of Gamma-Gamma; the unit of v is that of the answer. */
  readonly parameters: GammaGammaParameters;
  /** How many repeat purchases each customer made. */
  readonly repeats: ArrayLike<number>;
  /** A safe integer; that of the purchases too, from which spend is independent. */
  readonly seed: number;
}

/** Simulated spend. */
export interface SimulatedSpend extends SpendColumns {
  readonly repeats: Float64Array;
  readonly meanSpend: Float64Array;
}

/**
 * Simulates what customers of the Gamma-Gamma model spend on a purchase (Fader & Hardie 2013, note 025, section 2): a
 * rate ν of their own, gamma distributed with shape q and rate v, then the mean of `repeats` spends with shape p and rate
 * ν, 0 without repeats. With q ≤ 1 means have no mean themselves; none exceeds the largest double.
 *
 * Each customer has numbers of their own: more customers do not change the earlier ones.
 *
 * @throws LoyaltyError `invalid_option` for unknown options, parameters that are not finite and above 0, a seed that is
 * no safe integer; `invalid_column` for repeats that are not whole numbers from 0
 *
 * @example
 * const parameters = { p: 6.25, q: 3.74, v: 15.44 };
 * const repeats = new Float64Array(2000).fill(3);
 * const spend = simulateSpend({ parameters, repeats, seed: 7 });
 * const mean = spend.meanSpend.reduce((sum, each) => sum + each) / 2000;
 * Math.abs(mean - 35.22) < 2; // => true
 */
export function simulateSpend(options: SpendSimulation): SimulatedSpend {
  assertKnownOptions(options, ["parameters", "repeats", "seed"]);
  const { parameters, seed } = options;
  assertSpendParameters(parameters, ["parameters"]);
  if (typeof options.repeats?.length !== "number")
    fail("invalid_column", ["repeats"], "a column of counts", options.repeats);
  const repeats = Float64Array.from(options.repeats);
  const wrong = repeats.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (wrong >= 0) fail("invalid_column", ["repeats", wrong], "a whole number from 0", options.repeats[wrong]);
  const nextStream = createStreams(seed, "spend");
  const meanSpend = repeats.map((count) => {
    const random = nextStream();
    if (count === 0) return 0;
    return drawMeanSpend(random, parameters.p, drawLnSpendRate(random, parameters), count);
  });
  return { customerCount: repeats.length, repeats, meanSpend };
}
