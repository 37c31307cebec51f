/** A likelihood to be made as large as it can be, in parameters that are all above 0. */
export interface LikelihoodProblem {
  readonly parameterNames: readonly string[];
  /** Weighted log-likelihood at exp(lnParameters); writes its gradient with respect to lnParameters. */
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
  /** Parameters to start from, not their logarithms, in the order in which they are tried. */
  readonly starts: readonly (readonly number[])[];
  /** How many customers there are: the n of the BIC. */
  readonly observationCount: number;
}

/** How a fit ended. */
export type FitStatus = "converged" | "iteration_limit" | "degenerate_data";

/** What is believed of one parameter before the data: its logarithm is normal. */
export interface LogNormalPrior {
  /** Mean of the logarithm. */
  readonly lnMean: number;
  /** Standard deviation of the logarithm, above 0. */
  readonly lnSd: number;
}

/** What every fit can be told. */
export interface FitOptions {
  /** Steps of BFGS from each start. @defaultValue `500` */
  readonly iterationLimit?: number;
  /** Log-normal priors by the names of parameters. @defaultValue none: plain maximum likelihood */
  readonly priors?: Readonly<Record<string, LogNormalPrior>>;
}

/** What a fit found. */
export interface Estimate {
  readonly status: FitStatus;
  /**
   * Null when converged, else one code: `iteration_limit`; `no_observations`; `likelihood_not_finite` at every start;
   * `runs_to_boundary`: the likelihood still rises, or stays flat, as a parameter goes to 0 or grows without bound;
   * `no_maximum`: the search ended where the likelihood does not fall in all directions.
   */
  readonly reason: string | null;
  /** The maximum, or where the search ended: then it is no estimate. */
  readonly parameters: Float64Array;
  /** Without the priors. */
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Null unless converged. */
  readonly standardErrors: Float64Array | null;
  /** Row-major, of the parameters themselves. Null unless converged. */
  readonly covariance: Float64Array | null;
  /** Steps of BFGS from all starts together. */
  readonly iterations: number;
  /** How many starts were tried. */
  readonly starts: number;
}
