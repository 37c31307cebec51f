import type { FitOptions } from "../fitting/estimate.ts";
import { maximizeLikelihood } from "../fitting/maximizeLikelihood.ts";
import { type FittedModel, fittedModelOf } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { groupPatterns, type PurchasePatterns } from "../patterns/groupPatterns.ts";
import type { BetaGeometricLikelihood } from "./logLikelihood.ts";
import { BETA_GEOMETRIC_NAMES, type BetaGeometricParameters } from "./parameters.ts";

/**
 * r, r / alpha over the mean purchase rate, a and b of each start: first what is usual among customers of shops; then
 * ones who differ less and stay longer; then ones who differ more and leave sooner.
 */
const STARTS: readonly (readonly [number, number, number, number])[] = [
  [0.5, 2, 1, 2.5],
  [2, 1.2, 0.5, 5],
  [0.2, 4, 1, 1],
];

/** Fits BG/NBD or MBG/NBD, whichever the likelihood is of, by maximum likelihood. */
export function fitBetaGeometric(
  model: string,
  likelihoodOf: (patterns: PurchasePatterns) => BetaGeometricLikelihood,
  columns: PurchaseColumns,
  options?: FitOptions,
): FittedModel<BetaGeometricParameters> {
  const patterns = groupPatterns(columns);
  const { customerCount, patternCount } = patterns;
  const rate = purchaseRate(patterns);
  const problem = {
    parameterNames: BETA_GEOMETRIC_NAMES,
    evaluate: likelihoodOf(patterns).evaluate,
    // The unit of time only moves ln alpha, so starts in that unit are all that needs rescaling.
    starts: STARTS.map(([r, speed, a, b]) => [r, r / (speed * rate), a, b]),
    observationCount: customerCount,
  };
  const estimate = maximizeLikelihood(problem, options);
  return fittedModelOf(model, BETA_GEOMETRIC_NAMES, estimate, { customerCount, patternCount });
}

/** Repeats per time observed; one in all that time where nobody came back, 1 where no time has passed. */
function purchaseRate({ patternCount, repeats, age, weights }: PurchasePatterns): number {
  let purchases = 0;
  let time = 0;
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    purchases += (repeats[pattern] as number) * (weights[pattern] as number);
    time += (age[pattern] as number) * (weights[pattern] as number);
  }
  return time > 0 ? Math.max(1, purchases) / time : 1;
}
