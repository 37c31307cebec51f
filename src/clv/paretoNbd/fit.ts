import type { FitOptions } from "../fitting/estimate.ts";
import { maximizeLikelihood } from "../fitting/maximizeLikelihood.ts";
import { type FittedModel, fittedModelOf } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { groupPatterns, type PurchasePatterns } from "../patterns/groupPatterns.ts";
import { paretoNbdLikelihood } from "./logLikelihood.ts";
import { PARETO_NBD_NAMES, type ParetoNbdParameters } from "./parameters.ts";

/**
 * Of each start: r; the mean purchase rate r/alpha over the purchases seen per time; s; beta over the mean age. First
 * what is usual among customers of shops; then ones who differ less and stay longer; then ones who differ more and
 * leave sooner.
 */
const STARTS: readonly (readonly [number, number, number, number])[] = [
  [0.5, 2, 0.6, 0.4],
  [2, 1.2, 1, 5],
  [0.2, 4, 0.5, 0.05],
];

/**
 * Fits the Pareto/NBD (Schmittlein, Morrison & Colombo 1987) by maximum likelihood, see `maximizeLikelihood`. Ages may
 * be in any one unit of time; alpha and beta come out in it, and so does the log-likelihood.
 *
 * @returns The model as plain data. Read `fit.status` before the parameters: customers of whom none came back, or none
 * dropped out, cannot tell them, and it is `degenerate_data`.
 *
 * @throws LoyaltyError `invalid_column` for columns that are no histories, `invalid_option` for options
 *
 * @example
 * const columns = { customerCount: 2, repeats: [0, 0], lastAge: [0, 0], age: [39, 30] };
 * fitParetoNbd(columns).fit.status; // => "degenerate_data"
 */
export function fitParetoNbd(
  columns: PurchaseColumns,
  options?: FitOptions,
): FittedModel<ParetoNbdParameters> {
  const patterns = groupPatterns(columns);
  const { customerCount, patternCount } = patterns;
  const { rate, meanAge } = pace(patterns);
  const problem = {
    parameterNames: PARETO_NBD_NAMES,
    evaluate: paretoNbdLikelihood(patterns).evaluate,
    // another unit of time only shifts ln alpha and ln beta, so the starts are all that has to follow it
    starts: STARTS.map(([r, speed, s, stay]) => [r, r / (speed * rate), s, stay * meanAge]),
    observationCount: customerCount,
  };
  const estimate = maximizeLikelihood(problem, options);
  return fittedModelOf("pareto-nbd", PARETO_NBD_NAMES, estimate, { customerCount, patternCount });
}

/** Repeats per time observed, one in all that time where nobody came back, and the time per customer; 1 without time. */
function pace({ patternCount, repeats, age, weights, customerCount }: PurchasePatterns): {
  rate: number;
  meanAge: number;
} {
  let purchases = 0;
  let time = 0;
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    purchases += repeats[pattern]! * weights[pattern]!;
    time += age[pattern]! * weights[pattern]!;
  }
  return time > 0
    ? { rate: Math.max(1, purchases) / time, meanAge: time / customerCount }
    : { rate: 1, meanAge: 1 };
}
