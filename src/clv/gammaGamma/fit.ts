import type { Estimate, FitOptions } from "../fitting/estimate.ts";
import { maximizeLikelihood } from "../fitting/maximizeLikelihood.ts";
import { type FittedModel, fittedModelOf } from "../model/fittedModel.ts";
import { groupSpend, type SpendColumns, type SpendPatterns } from "./groupSpend.ts";
import { gammaGammaLikelihood } from "./logLikelihood.ts";
import { GAMMA_GAMMA_NAMES, type GammaGammaParameters } from "./parameters.ts";

/** The shapes p and q from which a fit starts, in this order; v is such that the mean of the population fits. */
const START_SHAPES: readonly (readonly [p: number, q: number])[] = [
  [5, 4],
  [1, 2],
  [100, 3],
];

/** Where the customers cannot tell the parameters, why. */
type Fault = "spend_alike" | "customers_alike" | "purchases_alike";

/** A shape beyond this is none: a spread of a tenth of a percent cannot be told from nothing. */
const SHAPE_MAX = 1e6;

/**
 * Fits the Gamma-Gamma model of spend per purchase (Fader, Hardie & Lee 2005, "RFM and CLV"; note 025, eq. 1a) by
 * maximum likelihood to the customers with a repeat purchase and a mean spend above 0; the others tell nothing and are
 * not counted. Spend may be in any unit: cents, dollars and dong take the same path to the same p and q, because the
 * search starts from the geometric mean of the data and goes by ratios; v, the log-likelihood and priors of v are in
 * the caller's unit.
 *
 * Where the data cannot tell the parameters the status is `degenerate_data`, with reason `no_observations` (nobody told
 * anything), `spend_alike` (all the same, as of one customer), `customers_alike` (they differ no more than the
 * purchases of one would: q runs away), `purchases_alike` (frequent buyers differ as much as rare ones: p runs away) or
 * that of `Estimate`.
 *
 * @throws LoyaltyError `invalid_column` with the column and the entry; `invalid_option` for options that are none
 *
 * @example
 * const repeats = [1, 1, 2, 2, 3, 4, 6, 9];
 * const meanSpend = [12, 55, 20, 38, 30, 61, 25, 33];
 * const { parameters } = fitGammaGamma({ customerCount: 8, repeats, meanSpend });
 * const inCents = meanSpend.map((spend) => 100 * spend);
 * const { parameters: again } = fitGammaGamma({ customerCount: 8, repeats, meanSpend: inCents });
 * (again.v / parameters.v).toFixed(3); // => "100.000"
 */
export function fitGammaGamma(
  columns: SpendColumns,
  options: FitOptions = {},
): FittedModel<GammaGammaParameters> {
  const patterns = groupSpend(columns);
  const { customerCount, patternCount } = patterns;
  const { evaluate, lnUnit } = gammaGammaLikelihood(patterns);
  const typical = customerCount === 0 ? 1 : Math.exp(-lnUnit / customerCount); // no large order moves it far
  const starts = START_SHAPES.map(([p, q]) => [p, q, (typical * (q - 1)) / p]);
  const found = maximizeLikelihood(
    { parameterNames: GAMMA_GAMMA_NAMES, evaluate, starts, observationCount: customerCount },
    options,
  );
  const estimate: Estimate = {
    ...found,
    logLikelihood: found.logLikelihood + lnUnit,
    aic: found.aic - 2 * lnUnit,
    bic: found.bic - 2 * lnUnit,
  };
  const counts = { customerCount, patternCount };
  const fault = faultOf(patterns, found.parameters);
  if (fault === null || (options.priors !== undefined && estimate.status === "converged"))
    return fittedModelOf("gamma-gamma", GAMMA_GAMMA_NAMES, estimate, counts);
  const none = { status: "degenerate_data", reason: fault, standardErrors: null, covariance: null } as const;
  return fittedModelOf("gamma-gamma", GAMMA_GAMMA_NAMES, { ...estimate, ...none }, counts);
}

function faultOf({ patternCount, meanSpend }: SpendPatterns, parameters: Float64Array): Fault | null {
  if (patternCount === 0) return null; // no_observations
  if (meanSpend.every((spend) => spend === meanSpend[0])) return "spend_alike";
  if ((parameters[1] as number) > SHAPE_MAX) return "customers_alike";
  return (parameters[0] as number) > SHAPE_MAX ? "purchases_alike" : null;
}
