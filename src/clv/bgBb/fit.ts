import { fail } from "../../base/loyaltyError.ts";
import type { FitOptions } from "../fitting/estimate.ts";
import { maximizeLikelihood } from "../fitting/maximizeLikelihood.ts";
import { type FittedModel, fittedModelOf } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { groupPatterns, type PurchasePatterns } from "../patterns/groupPatterns.ts";
import { bgBbLikelihood } from "./logLikelihood.ts";
import { BG_BB_NAMES, type BgBbParameters } from "./parameters.ts";

/** Where the customers cannot tell the four parameters, why. */
type Fault = "no_repeat_purchases" | "every_opportunity_used" | "too_few_opportunities";

/** Fewer opportunities have fewer different histories than there are parameters to tell. */
const OPPORTUNITIES_MIN = 3;

/** A year of seconds would not be opportunities any more. */
const OPPORTUNITIES_MAX = 1_000_000;

/** The shapes alpha, beta, gamma, delta from which a fit starts, in this order. */
const STARTS: readonly (readonly number[])[] = [
  [1, 1, 1, 5],
  [0.5, 2, 0.5, 2],
  [5, 5, 5, 100],
];

/**
 * Fits the beta-geometric/beta-Bernoulli model (Fader, Hardie & Shang 2010) by maximum likelihood: `repeats` of `age`
 * opportunities were used, the last of them the `lastAge`-th. Customers may differ in their number of opportunities.
 *
 * Where the data cannot tell the parameters the status is `degenerate_data`, with reason `no_repeat_purchases`,
 * `every_opportunity_used` (by everybody), `too_few_opportunities` (nobody has three) or that of `Estimate`.
 *
 * @throws LoyaltyError `invalid_column` for columns that do not fit, opportunities that are not whole or above a
 * million, more purchases than opportunities up to the last one used; `invalid_option` for options that are none
 *
 * @example
 * const repeats = [0, 1, 1, 1, 2, 2, 3];
 * const lastAge = [0, 1, 2, 3, 2, 3, 3];
 * const weights = [353, 129, 55, 42, 91, 105, 225]; // of 1,000 customers
 * const age = [3, 3, 3, 3, 3, 3, 3];
 * fitBgBb({ customerCount: 7, repeats, lastAge, age, weights }).fit.status; // => "converged"
 */
export function fitBgBb(columns: PurchaseColumns, options: FitOptions = {}): FittedModel<BgBbParameters> {
  const patterns = groupPatterns(columns);
  assertOpportunities(columns);
  const { customerCount, patternCount } = patterns;
  const { evaluate } = bgBbLikelihood(patterns);
  const estimate = maximizeLikelihood(
    { parameterNames: BG_BB_NAMES, evaluate, starts: STARTS, observationCount: customerCount },
    options,
  );
  const counts = { customerCount, patternCount };
  const fault = faultOf(patterns);
  if (fault === null || (options.priors !== undefined && estimate.status === "converged"))
    return fittedModelOf("bg-bb", BG_BB_NAMES, estimate, counts);
  const none = { status: "degenerate_data", reason: fault, standardErrors: null, covariance: null } as const;
  return fittedModelOf("bg-bb", BG_BB_NAMES, { ...estimate, ...none }, counts);
}

function assertOpportunities({ customerCount, repeats, lastAge, age }: PurchaseColumns): void {
  for (let row = 0; row < customerCount; row += 1) {
    const [count, last, end] = [repeats[row], lastAge[row], age[row]] as [number, number, number];
    if (!(Number.isInteger(end) && end <= OPPORTUNITIES_MAX))
      fail("invalid_column", ["age", row], `a whole number up to ${OPPORTUNITIES_MAX}`, end);
    if (!(Number.isInteger(last) && last >= count))
      fail("invalid_column", ["lastAge", row], `a whole number from ${count}, the purchases up to it`, last);
  }
}

function faultOf({ patternCount, repeats, age }: PurchasePatterns): Fault | null {
  const patterns = Array.from({ length: patternCount }, (_, index) => index);
  if (patternCount === 0) return null; // no_observations
  if (patterns.every((index) => repeats[index] === 0)) return "no_repeat_purchases";
  if (patterns.every((index) => repeats[index] === age[index])) return "every_opportunity_used";
  if (patterns.every((index) => (age[index] as number) < OPPORTUNITIES_MIN)) return "too_few_opportunities";
  return null;
}
