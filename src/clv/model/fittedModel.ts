import type { Estimate, FitStatus } from "../fitting/estimate.ts";

/** The `format` of every stored model. */
export const MODEL_FORMAT = "loyalty-ladder/clv-model@1";

/** How a fit went. A number that does not exist is null. */
export interface ModelFit<Parameters> {
  readonly status: FitStatus;
  /** Null when converged, else a code: see `Estimate`. */
  readonly reason: string | null;
  /** In the caller's unit of time and money, without priors. */
  readonly logLikelihood: number | null;
  readonly aic: number | null;
  readonly bic: number | null;
  /** Customers, or the sum of their weights. */
  readonly customerCount: number;
  /** Different histories among them. */
  readonly patternCount: number;
  /** Steps of BFGS from all starts together. */
  readonly iterations: number;
  /** How many starts were tried. */
  readonly starts: number;
  /** Null unless converged. */
  readonly standardErrors: Parameters | null;
  /** A row per parameter, in their order. Null unless converged. */
  readonly covariance: readonly (readonly number[])[] | null;
}

/** A model with the parameters that were found for it. Plain data, safe for JSON; `readFittedModel` reads it back. */
export interface FittedModel<Parameters> {
  readonly format: typeof MODEL_FORMAT;
  readonly model: string;
  /** The estimate where `fit.status` is `converged`; else merely where the search ended. */
  readonly parameters: Parameters;
  readonly fit: ModelFit<Parameters>;
}

/** The stored form of what a fit found; `names` are the parameters in the order of the estimate. */
export function fittedModelOf<Parameters>(
  model: string,
  names: readonly (keyof Parameters & string)[],
  estimate: Estimate,
  counts: { readonly customerCount: number; readonly patternCount: number },
): FittedModel<Parameters> {
  const { status, reason, parameters, standardErrors, covariance, iterations, starts } = estimate;
  const named = (values: ArrayLike<number>) =>
    Object.fromEntries(names.map((name, index) => [name, values[index]])) as Parameters;
  const size = names.length;
  return {
    format: MODEL_FORMAT,
    model,
    parameters: named(parameters),
    fit: {
      status,
      reason,
      logLikelihood: finiteOrNull(estimate.logLikelihood),
      aic: finiteOrNull(estimate.aic),
      bic: finiteOrNull(estimate.bic),
      customerCount: counts.customerCount,
      patternCount: counts.patternCount,
      iterations,
      starts,
      standardErrors: standardErrors && named(standardErrors),
      covariance:
        covariance && names.map((_, row) => Array.from(covariance.subarray(row * size, (row + 1) * size))),
    },
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
