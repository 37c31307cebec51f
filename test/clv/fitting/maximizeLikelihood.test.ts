import { describe, expect, test } from "vitest";
import type { LikelihoodProblem } from "../../../src/clv/fitting/estimate.ts";
import { maximizeLikelihood } from "../../../src/clv/fitting/maximizeLikelihood.ts";

/** `count` waiting times that sum to `total` under an exponential law: the rate is count / total, exactly. */
function waiting(
  count: number,
  total: number,
  starts: readonly (readonly number[])[] = [[1]],
): LikelihoodProblem {
  return {
    parameterNames: ["rate"],
    starts,
    observationCount: count,
    evaluate(lnParameters, gradient) {
      const rate = Math.exp(lnParameters[0] as number);
      gradient[0] = count - rate * total;
      return count * (lnParameters[0] as number) - rate * total;
    },
  };
}

/** Normal values around a mean above 0: both parameters and their covariance are known in closed form. */
function normal(
  values: readonly number[],
  starts: readonly (readonly number[])[] = [[1, 1]],
): LikelihoodProblem {
  return {
    parameterNames: ["mean", "deviation"],
    starts,
    observationCount: values.length,
    evaluate(lnParameters, gradient) {
      const [mean, deviation] = [Math.exp(lnParameters[0] as number), Math.exp(lnParameters[1] as number)];
      let logLikelihood = 0;
      gradient.fill(0);
      for (const value of values) {
        const z = (value - mean) / deviation;
        logLikelihood -= 0.5 * Math.log(2 * Math.PI) + Math.log(deviation) + 0.5 * z * z;
        gradient[0] = (gradient[0] as number) + (z / deviation) * mean;
        gradient[1] = (gradient[1] as number) + z * z - 1;
      }
      return logLikelihood;
    },
  };
}

/** A likelihood that only rises towards a boundary: level − e^(−slope·ln parameter). */
function endless(slope: number): LikelihoodProblem {
  return {
    parameterNames: ["rate"],
    starts: [[1]],
    observationCount: 10,
    evaluate(lnParameters, gradient) {
      const rest = Math.exp(-slope * (lnParameters[0] as number));
      gradient[0] = slope * rest;
      return -5 - rest;
    },
  };
}

describe("a proper maximum", () => {
  test("of one parameter, with its error, AIC and BIC", () => {
    const estimate = maximizeLikelihood(waiting(50, 25));
    const rate = 2;
    const logLikelihood = 50 * Math.log(rate) - 50;
    expect(estimate).toMatchObject({ status: "converged", reason: null, starts: 1 });
    expect(estimate.parameters[0]).toBeCloseTo(rate, 10);
    expect(estimate.logLikelihood).toBeCloseTo(logLikelihood, 10);
    expect(estimate.aic).toBeCloseTo(2 - 2 * logLikelihood, 10);
    expect(estimate.bic).toBeCloseTo(Math.log(50) - 2 * logLikelihood, 10);
    expect(estimate.standardErrors?.[0]).toBeCloseTo(rate / Math.sqrt(50), 6);
    expect(estimate.covariance?.[0]).toBeCloseTo(rate ** 2 / 50, 6);
    expect(estimate.iterations).toBeGreaterThan(0);
  });

  test("of two, with their covariance by the delta method", () => {
    const estimate = maximizeLikelihood(normal([2, 4, 4, 4, 5, 5, 7, 9]));
    expect(estimate.status).toBe("converged");
    expect(estimate.parameters[0]).toBeCloseTo(5, 9);
    expect(estimate.parameters[1]).toBeCloseTo(2, 9);
    const [meanVariance, across, , deviationVariance] = estimate.covariance as Float64Array;
    expect(meanVariance).toBeCloseTo(4 / 8, 6);
    expect(across).toBeCloseTo(0, 6);
    expect(deviationVariance).toBeCloseTo(4 / 16, 6);
    expect(estimate.standardErrors?.[1]).toBeCloseTo(0.5, 6);
  });

  test("twice the same observations take the same path to the same place", () => {
    const once = maximizeLikelihood(waiting(50, 25));
    const twice = maximizeLikelihood(waiting(100, 50));
    expect(twice.parameters).toEqual(once.parameters);
    expect(twice.iterations).toBe(once.iterations);
    expect(twice.logLikelihood).toBeCloseTo(2 * once.logLikelihood, 9);
    expect(twice.covariance?.[0]).toBeCloseTo((once.covariance?.[0] as number) / 2, 9);
  });

  test("the same search is the same to the last bit", () => {
    const problem = normal([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(maximizeLikelihood(problem)).toEqual(maximizeLikelihood(problem));
  });

  test("to the last digits also where the likelihood at the maximum happens to be about 0", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    const level = 0.5 * Math.log(2 * Math.PI) + Math.log(2) + 0.5;
    const problem = normal(values);
    const shifted = {
      ...problem,
      evaluate: (point: Float64Array, gradient: Float64Array) =>
        problem.evaluate(point, gradient) + values.length * (level + 1e-12),
    };
    const { parameters } = maximizeLikelihood(shifted);
    expect(Math.abs((parameters[0] as number) / 5 - 1)).toBeLessThan(1e-13);
    expect(Math.abs((parameters[1] as number) / 2 - 1)).toBeLessThan(1e-13);
  });

  test("from the first start that leads to one", () => {
    const problem = waiting(50, 25, [[1e-320], [3], [2]]); // the first is so far off that the wall stands before 2
    const estimate = maximizeLikelihood(problem);
    expect(estimate).toMatchObject({ status: "converged", starts: 2 });
    expect(estimate.parameters[0]).toBeCloseTo(2, 10);
    const alone = maximizeLikelihood(waiting(50, 25, [[3]]));
    expect(estimate.iterations).toBeGreaterThan(alone.iterations);
  });
});

describe("priors", () => {
  test("draw the maximum to them, and stay out of the reported likelihood", () => {
    const prior = { lnMean: 0, lnSd: 0.1 };
    const estimate = maximizeLikelihood(waiting(50, 25), { priors: { rate: prior } });
    const ln = Math.log(estimate.parameters[0] as number);
    expect(50 - Math.exp(ln) * 25 - (ln - prior.lnMean) / prior.lnSd ** 2).toBeCloseTo(0, 6);
    expect(ln).toBeGreaterThan(0);
    expect(ln).toBeLessThan(Math.log(2));
    expect(estimate.logLikelihood).toBeCloseTo(50 * ln - 25 * Math.exp(ln), 10);
    const lnVariance = 1 / (25 * Math.exp(ln) + 1 / prior.lnSd ** 2);
    expect(estimate.covariance?.[0]).toBeCloseTo(Math.exp(2 * ln) * lnVariance, 8);
  });

  test("give a maximum where the data have none", () => {
    expect(maximizeLikelihood(endless(1)).status).toBe("degenerate_data");
    const estimate = maximizeLikelihood(endless(1), { priors: { rate: { lnMean: 1, lnSd: 1 } } });
    expect(estimate.status).toBe("converged");
  });

  test.each([
    [{ other: { lnMean: 0, lnSd: 1 } }, ["priors", "other"]],
    [{ rate: { lnMean: Number.NaN, lnSd: 1 } }, ["priors", "rate", "lnMean"]],
    [{ rate: { lnMean: 0, lnSd: 0 } }, ["priors", "rate", "lnSd"]],
    [{ rate: { lnMean: 0, lnSd: Number.POSITIVE_INFINITY } }, ["priors", "rate", "lnSd"]],
  ])("that are none are refused: %j", (priors, path) => {
    expect(() => maximizeLikelihood(waiting(1, 1), { priors: priors as never })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

describe("no proper maximum", () => {
  test.each([0.5, 1, 2])("a likelihood that rises towards a boundary for ever, at slope %d", (slope) => {
    const estimate = maximizeLikelihood(endless(slope));
    expect(estimate).toMatchObject({
      status: "degenerate_data",
      reason: "runs_to_boundary",
      standardErrors: null,
      covariance: null,
    });
    expect(Number.isFinite(estimate.parameters[0])).toBe(true);
    expect(Number.isFinite(estimate.logLikelihood)).toBe(true);
  });

  test("a likelihood that rises so fast that the search meets the wall", () => {
    const problem: LikelihoodProblem = {
      parameterNames: ["rate"],
      starts: [[1]],
      observationCount: 1,
      evaluate(lnParameters, gradient) {
        gradient[0] = 1;
        return lnParameters[0] as number;
      },
    };
    expect(maximizeLikelihood(problem)).toMatchObject({
      status: "degenerate_data",
      reason: "runs_to_boundary",
    });
  });

  test("a likelihood that does not feel a parameter", () => {
    const one = waiting(50, 25);
    const problem: LikelihoodProblem = {
      ...one,
      parameterNames: ["rate", "idle"],
      starts: [[1, 1]],
      evaluate(lnParameters, gradient) {
        gradient[1] = 0;
        return one.evaluate(lnParameters, gradient);
      },
    };
    expect(maximizeLikelihood(problem)).toMatchObject({ status: "degenerate_data", reason: "no_maximum" });
  });

  test("a parameter that the data hardly feel", () => {
    const one = waiting(50, 25);
    const problem: LikelihoodProblem = {
      ...one,
      parameterNames: ["rate", "faint"],
      starts: [[1, 1]],
      evaluate(lnParameters, gradient) {
        const value = one.evaluate(lnParameters, gradient);
        gradient[1] = -1e-4 * (lnParameters[1] as number);
        return value - 0.5e-4 * (lnParameters[1] as number) ** 2;
      },
    };
    expect(maximizeLikelihood(problem)).toMatchObject({
      status: "degenerate_data",
      reason: "runs_to_boundary",
    });
  });

  test("of all starts the likeliest end is told", () => {
    const problem: LikelihoodProblem = {
      parameterNames: ["rate"],
      starts: [[1], [4], [2]],
      observationCount: 1,
      evaluate(lnParameters, gradient) {
        gradient[0] = 0;
        return -Math.abs((lnParameters[0] as number) - Math.log(4));
      },
    };
    const estimate = maximizeLikelihood(problem);
    expect(estimate).toMatchObject({ status: "degenerate_data", reason: "no_maximum", starts: 3 });
    expect(estimate.parameters[0]).toBeCloseTo(4, 12);
  });

  test("no observations", () => {
    const estimate = maximizeLikelihood(waiting(0, 0, [[1], [2]]));
    expect(estimate).toMatchObject({
      status: "degenerate_data",
      reason: "no_observations",
      starts: 1,
      bic: 0,
    });
  });

  test("no likelihood at any start", () => {
    const problem = { ...waiting(5, 5, [[1], [2]]), evaluate: () => Number.NaN };
    expect(maximizeLikelihood(problem)).toMatchObject({
      status: "degenerate_data",
      reason: "likelihood_not_finite",
      starts: 2,
      iterations: 0,
    });
  });

  test("too few steps", () => {
    const estimate = maximizeLikelihood(normal([2, 4, 4, 4, 5, 5, 7, 9], [[4000, 0.001]]), {
      iterationLimit: 1,
    });
    expect(estimate).toMatchObject({
      status: "iteration_limit",
      reason: "iteration_limit",
      standardErrors: null,
    });
  });

  test.each([0, 1.5, Number.NaN])("an iteration limit of %d is refused", (iterationLimit) => {
    expect(() => maximizeLikelihood(waiting(1, 1), { iterationLimit })).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["iterationLimit"] }),
    );
  });
});
