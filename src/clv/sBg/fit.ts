import type { FitOptions } from "../fitting/estimate.ts";
import { maximizeLikelihood } from "../fitting/maximizeLikelihood.ts";
import { type FittedModel, fittedModelOf } from "../model/fittedModel.ts";
import { sbgLikelihood } from "./logLikelihood.ts";
import { SBG_NAMES, type SbgParameters } from "./parameters.ts";
import { type Renewals, renewalsOf, type SurvivorCohort } from "./renewals.ts";

/** Where the cohorts cannot tell both parameters, why. */
type Fault =
  | "nobody_left"
  | "everybody_left_at_once"
  | "only_one_renewal"
  | "nobody_left_later"
  | "retention_does_not_rise";

/** Relative rounding of a sum of logarithms. */
const ROUNDING = 1e-12;

/**
 * Fits the shifted beta-geometric model (Fader & Hardie 2007, eq. 8) to one cohort, or to several of any length at
 * once, by maximum likelihood. Counts may be scaled, to 1,000 say: the parameters do not feel it, but standard errors
 * and BIC do.
 *
 * Where the data cannot tell the parameters the status is `degenerate_data`, with reason `nobody_left`,
 * `everybody_left_at_once` (at the first renewal), `only_one_renewal` (of anybody), `nobody_left_later` (than at the
 * first), `retention_does_not_rise` (with age: one chance to leave for all explains the cohorts as well), or that of
 * `Estimate`.
 *
 * @throws LoyaltyError `invalid_column` for less than two ages, a count that is not finite or below 0, an empty cohort,
 * or a cohort that grows; `invalid_option` for options that are none
 *
 * @example
 * const highEnd = { survivors: [1000, 869, 743, 653, 593, 551, 517, 491] };
 * const { parameters, fit } = fitSbg(highEnd);
 * fit.status; // => "converged"
 * [parameters.alpha.toFixed(3), parameters.beta.toFixed(3)]; // => ["0.668", "3.806"]
 */
export function fitSbg(
  cohorts: SurvivorCohort | readonly SurvivorCohort[],
  options: FitOptions = {},
): FittedModel<SbgParameters> {
  const renewals = renewalsOf(cohorts);
  const { customerCount } = renewals;
  const { evaluate } = sbgLikelihood(renewals);
  const estimate = maximizeLikelihood(
    { parameterNames: SBG_NAMES, evaluate, starts: startsOf(renewals), observationCount: customerCount },
    options,
  );
  const counts = { customerCount, patternCount: renewals.lost.length };
  const fault = faultOf(renewals, estimate.logLikelihood);
  if (fault === null || (options.priors !== undefined && estimate.status === "converged"))
    return fittedModelOf("sbg", SBG_NAMES, estimate, counts);
  const none = { status: "degenerate_data", reason: fault, standardErrors: null, covariance: null } as const;
  return fittedModelOf("sbg", SBG_NAMES, { ...estimate, ...none }, counts);
}

/** From a spread of chances around the mean churn of all renewals: wide, then narrow, then next to none. */
function startsOf({ lost, kept }: Renewals): readonly (readonly number[])[] {
  const leaving = sum(lost);
  const staying = sum(kept);
  const ratio = leaving > 0 && staying > 0 ? staying / leaving : 1;
  return [1, 10, 100].map((alpha) => [alpha, alpha * ratio]);
}

function faultOf({ lost, kept }: Renewals, logLikelihood: number): Fault | null {
  if (lost.length === 0) return null; // no_observations
  const left = sum(lost);
  const stayed = sum(kept);
  if (left === 0) return "nobody_left";
  if (kept[0] === 0) return "everybody_left_at_once";
  if (sum(lost.subarray(1)) === 0)
    return sum(kept.subarray(1)) === 0 ? "only_one_renewal" : "nobody_left_later";
  // the same chance to leave for everybody, which the model comes to as alpha and beta grow without bound
  const alike = -left * Math.log1p(stayed / left) - stayed * Math.log1p(left / stayed);
  return logLikelihood <= alike - ROUNDING * alike ? "retention_does_not_rise" : null;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
