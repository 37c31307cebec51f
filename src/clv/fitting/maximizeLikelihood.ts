import { invertSymmetric } from "../../math/invertSymmetric.ts";
import { minimize } from "../../math/minimize.ts";
import { newtonPolish } from "../../math/newtonPolish.ts";
import { checkedFitOptions } from "./checkedFitOptions.ts";
import type { Estimate, FitOptions, LikelihoodProblem } from "./estimate.ts";
import { type Objective, objectiveOf } from "./objective.ts";

/**
 * How far the logarithm of a parameter may go from its start: a factor of 6.6e7 up or down. Behind that the
 * objective is a wall, and a standard error of the logarithm beyond it says that the data say nothing.
 */
const LN_REACH = 18;

/** On the mean over customers, relative to a value of 32 or more; Newton's steps do the rest. */
const GRADIENT_TOLERANCE = 3e-10;

const POLISH_STEPS = 2;

/** At a maximum Newton's step is next to nothing; where the likelihood levels off towards a boundary it stays near 1. */
const LARGEST_LAST_STEP = 1e-4;

/** One search from one start. */
interface Attempt {
  readonly reason: string | null;
  readonly point: Float64Array;
  /** Mean negative log-likelihood, less the priors. */
  readonly value: number;
  /** Of the logarithms of the parameters, row-major; null where there is none. */
  readonly lnCovariance: Float64Array | null;
  readonly iterations: number;
}

/**
 * The parameters under which the data are likeliest: BFGS over their logarithms with the gradient of the problem, two
 * steps of Newton after it, and the covariance from the Hessian there, by the delta method
 * cov(p_i, p_j) = p_i p_j cov(ln p_i, ln p_j). Everything is scaled to the mean over customers, so that twice the same
 * customers take the same path.
 *
 * The starts are tried in order, and the first that leads to a proper maximum wins: the Hessian is negative definite
 * and Newton's step is below 1e-4. If none does, what the likeliest of them found is returned with its reason.
 *
 * With priors the maximum is that of log-likelihood − ½ Σ ((ln p − lnMean) / lnSd)², and the covariance belongs to it;
 * `logLikelihood`, `aic` and `bic` leave the priors out.
 *
 * @throws LoyaltyError `invalid_option` for an iteration limit that is no whole number from 1, a prior of an unknown
 * parameter, or one whose numbers are not finite or whose deviation is not above 0
 */
export function maximizeLikelihood(problem: LikelihoodProblem, options: FitOptions = {}): Estimate {
  const checked = checkedFitOptions(problem.parameterNames, options);
  const objective = objectiveOf(problem, checked.priors, LN_REACH);
  let best: Attempt | undefined;
  let iterations = 0;
  let starts = 0;
  for (const start of problem.starts) {
    const lnStart = Float64Array.from(start, Math.log);
    const attempt: Attempt = search(objective, lnStart, problem.observationCount, checked.iterationLimit);
    iterations += attempt.iterations;
    starts += 1;
    if (best === undefined || attempt.reason === null || attempt.value < best.value) best = attempt;
    if (attempt.reason === null || attempt.reason === "no_observations") break;
  }
  return estimateOf(problem, best as Attempt, iterations, starts);
}

function search(
  objective: Objective,
  lnStart: Float64Array,
  observationCount: number,
  iterationLimit: number,
): Attempt {
  const failed = (reason: string) => {
    return { reason, point: lnStart, value: Number.POSITIVE_INFINITY, lnCovariance: null, iterations: 0 };
  };
  if (observationCount === 0) return failed("no_observations");
  if (!objective.startFrom(lnStart)) return failed("likelihood_not_finite");
  const options = { iterationLimit, gradientTolerance: GRADIENT_TOLERANCE };
  const { status, point: found, iterations } = minimize(objective, lnStart, options);
  const { point, value, gradient, hessian } = newtonPolish(objective, found, POLISH_STEPS);
  const inverse = invertSymmetric(hessian, point.length);
  const lnCovariance = inverse?.map((entry) => entry / observationCount) ?? null;
  const fault = faultOf(objective, point, inverse, lnCovariance, gradient);
  const reason = fault !== null && status === "iteration_limit" ? status : fault;
  return {
    reason,
    point,
    value: objective.plain(value),
    lnCovariance: reason === null ? lnCovariance : null,
    iterations,
  };
}

/** Why the end of a search is no proper maximum; null when it is one. */
function faultOf(
  objective: Objective,
  point: Float64Array,
  inverse: Float64Array | null,
  lnCovariance: Float64Array | null,
  gradient: Float64Array,
): string | null {
  if (objective.distanceFromStart(point) > LN_REACH - 1) return "runs_to_boundary";
  if (inverse === null || lnCovariance === null) return "no_maximum";
  const size = point.length;
  for (let row = 0; row < size; row += 1) {
    let step = 0;
    for (let column = 0; column < size; column += 1) {
      step += (inverse[row * size + column] as number) * (gradient[column] as number);
    }
    const lnError = Math.sqrt(lnCovariance[row * size + row] as number);
    if (!(Math.abs(step) <= LARGEST_LAST_STEP && lnError <= LN_REACH)) return "runs_to_boundary";
  }
  return null;
}

function estimateOf(
  problem: LikelihoodProblem,
  attempt: Attempt,
  iterations: number,
  starts: number,
): Estimate {
  const { reason, point, lnCovariance } = attempt;
  const size = point.length;
  const parameters = point.map(Math.exp);
  const logLikelihood = problem.evaluate(point, new Float64Array(size));
  const covariance =
    lnCovariance?.map(
      (entry, index) =>
        entry * (parameters[Math.floor(index / size)] as number) * (parameters[index % size] as number),
    ) ?? null;
  return {
    status: reason === null ? "converged" : reason === "iteration_limit" ? reason : "degenerate_data",
    reason,
    parameters,
    logLikelihood,
    aic: 2 * size - 2 * logLikelihood,
    bic: size * Math.log(Math.max(1, problem.observationCount)) - 2 * logLikelihood,
    standardErrors:
      covariance && parameters.map((_, index) => Math.sqrt(covariance[index * (size + 1)] as number)),
    covariance,
    iterations,
    starts,
  };
}
