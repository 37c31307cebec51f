import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { betaVariate } from "../../math/betaVariate.ts";
import { geometricVariate } from "../../math/geometricVariate.ts";
import { assertSbgParameters, SBG_NAMES, type SbgParameters } from "../sBg/parameters.ts";
import type { SurvivorCohort } from "../sBg/renewals.ts";
import { checkedCount } from "./checkedCount.ts";
import { createStreams } from "./createStreams.ts";

/** What {@link simulateSurvivors} is told. */
export interface SurvivorSimulation {
  readonly parameters: SbgParameters;
  /** How many customers begin, from 1. */
  readonly customerCount: number;
  /** How many renewals are followed, from 1. */
  readonly renewalCount: number;
  /** A safe integer. */
  readonly seed: number;
}

/**
 * Simulates a cohort under contract by the shifted beta-geometric model (Fader & Hardie 2007, section 3): each customer
 * draws a chance to leave, and leaves at the first renewal that it hits.
 *
 * Each customer has numbers of their own: more customers do not change the earlier ones, and more renewals go on with the
 * same cohort.
 *
 * @returns How many are still there by age: all of them at age 0, then one entry per renewal.
 * @throws LoyaltyError `invalid_option` for unknown options, parameters that are not finite and above 0, a count that is
 * not whole or below 1, a seed that is no safe integer
 *
 * @example
 * const parameters = { alpha: 0.668, beta: 3.806 };
 * const cohort = simulateSurvivors({ parameters, customerCount: 1000, renewalCount: 7, seed: 7 });
 * cohort.survivors.length; // => 8
 * Math.abs(cohort.survivors[7] - 1000 * sBg.survival(parameters, 7)) < 60; // => true
 */
export function simulateSurvivors(
  options: SurvivorSimulation,
): SurvivorCohort & { readonly survivors: Float64Array } {
  assertKnownOptions(options, ["parameters", "customerCount", "renewalCount", "seed"]);
  const { parameters, seed } = options;
  assertKnownOptions(parameters, SBG_NAMES, ["parameters"]);
  assertSbgParameters(parameters);
  const customerCount = checkedCount(options.customerCount, "customerCount", 1);
  const renewalCount = checkedCount(options.renewalCount, "renewalCount", 1);
  const survivors = new Float64Array(renewalCount + 1);
  const nextStream = createStreams(seed, "life");
  // first how many were seen to the end of their contract at each age, then the sums of those from the right
  for (let customer = 0; customer < customerCount; customer += 1) {
    const random = nextStream();
    const leaving = betaVariate(random, parameters.alpha, parameters.beta);
    const lastAge = Math.min(renewalCount, geometricVariate(random, leaving) - 1);
    survivors[lastAge] = (survivors[lastAge] as number) + 1;
  }
  for (let age = renewalCount - 1; age >= 0; age -= 1) {
    survivors[age] = (survivors[age] as number) + (survivors[age + 1] as number);
  }
  return { survivors };
}
