import type { LikelihoodProblem, LogNormalPrior } from "./estimate.ts";

/** What is minimised: the mean negative log-likelihood less the priors, +Infinity where it cannot be had. */
export interface Objective {
  evaluate(point: Float64Array, gradient: Float64Array): number;
  /** Puts up the wall around a start, and lifts the value; false where there is no likelihood. */
  startFrom(point: Float64Array): boolean;
  /** The value without the lift. */
  plain(value: number): number;
  /** The farthest that any logarithm is from its start. */
  distanceFromStart(point: Float64Array): number;
}

/**
 * The least value at a start. A mean log-likelihood may happen to be 0 in some unit of time, while the terms that it
 * adds up are not: minimisers tell what is rounding by the size of the value.
 */
const LEAST_LEVEL = 32;

/** Turns a likelihood into what a minimiser wants, on the scale of one customer. */
export function objectiveOf(
  problem: LikelihoodProblem,
  priors: readonly (LogNormalPrior | undefined)[],
  reach: number,
): Objective {
  const { observationCount } = problem;
  let origin = new Float64Array(priors.length);
  let lift = 0;
  const objective: Objective = {
    startFrom(point) {
      origin = Float64Array.from(point);
      lift = 0;
      const value = objective.evaluate(point, new Float64Array(point.length));
      lift = Math.max(LEAST_LEVEL, Math.abs(value)) - value;
      return value < Number.POSITIVE_INFINITY;
    },
    plain: (value) => value - lift,
    distanceFromStart(point) {
      return point.reduce(
        (far, value, index) => Math.max(far, Math.abs(value - (origin[index] as number))),
        0,
      );
    },
    evaluate(point, gradient) {
      if (!(objective.distanceFromStart(point) <= reach)) return Number.POSITIVE_INFINITY;
      let value = problem.evaluate(point, gradient);
      for (let index = 0; index < gradient.length; index += 1) {
        const prior = priors[index];
        if (prior !== undefined) {
          const deviation = ((point[index] as number) - prior.lnMean) / prior.lnSd;
          value -= 0.5 * deviation * deviation;
          gradient[index] = (gradient[index] as number) - deviation / prior.lnSd;
        }
        gradient[index] = -(gradient[index] as number) / observationCount;
      }
      return Number.isFinite(value) ? lift - value / observationCount : Number.POSITIVE_INFINITY;
    },
  };
  return objective;
}
