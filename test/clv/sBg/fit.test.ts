import { describe, expect, test } from "vitest";
import { fitSbg } from "../../../src/clv/sBg/fit.ts";
import { sBg } from "../../../src/clv/sBg/predict.ts";

/** Per 1,000 customers, ages 0 to 7: Fader & Hardie 2007, table 1. */
const REGULAR = { survivors: [1000, 631, 468, 382, 326, 289, 262, 241] };
const HIGH_END = { survivors: [1000, 869, 743, 653, 593, 551, 517, 491] };

/** What a cohort would do that follows the model to the letter. */
function perfectCohort(alpha: number, beta: number, size: number, ages: number) {
  return { survivors: Array.from({ length: ages }, (_, age) => size * sBg.survival({ alpha, beta }, age)) };
}

describe("published figures of Fader & Hardie 2007", () => {
  test("years 0 to 7, regular customers", () => {
    const { model, parameters, fit } = fitSbg(REGULAR);
    expect(model).toBe("sbg");
    expect(fit).toMatchObject({ status: "converged", reason: null, customerCount: 1000, patternCount: 7 });
    expect(parameters.alpha).toBeCloseTo(0.704, 3);
    expect(parameters.beta).toBeCloseTo(1.182, 3);
    expect(fit.logLikelihood).toBeCloseTo(-1680.265188, 6);
    expect(fit.aic).toBeCloseTo(2 * 2 + 2 * 1680.265188, 5);
    expect(fit.bic).toBeCloseTo(2 * Math.log(1000) + 2 * 1680.265188, 5);
    expect(sBg.survival(parameters, 12)).toBeCloseTo(0.17, 3); // 173 of 1,000 were there
  });

  test("years 0 to 7 and 0 to 4, high-end customers", () => {
    const { parameters } = fitSbg(HIGH_END);
    expect(parameters.alpha).toBeCloseTo(0.668, 3);
    expect(parameters.beta).toBeCloseTo(3.806, 3);
    const shorter = fitSbg({ survivors: HIGH_END.survivors.slice(0, 5) }).parameters;
    expect(shorter.alpha).toBeCloseTo(1.281, 3);
    expect(shorter.beta).toBeCloseTo(7.79, 3);
  });
});

describe("recovery", () => {
  test.each([
    [0.7, 1.2],
    [3, 0.2],
    [0.05, 2],
    [20, 180],
    [1, 1],
  ])("a cohort that follows %d, %d to the letter gives them back", (alpha, beta) => {
    for (const size of [100, 1e9]) {
      const { parameters, fit } = fitSbg(perfectCohort(alpha, beta, size, 9));
      expect(fit.status).toBe("converged");
      expect(parameters.alpha / alpha).toBeCloseTo(1, 5);
      expect(parameters.beta / beta).toBeCloseTo(1, 5);
    }
  });

  test("cohorts of different length are fitted as one", () => {
    const cohorts = [perfectCohort(0.7, 1.2, 500, 9), perfectCohort(0.7, 1.2, 2_000, 4)];
    const { parameters, fit } = fitSbg(cohorts);
    expect(fit.customerCount).toBe(2_500);
    expect(parameters.alpha).toBeCloseTo(0.7, 6);
    expect(parameters.beta).toBeCloseTo(1.2, 6);
    expect(fitSbg([...cohorts].reverse()).parameters.alpha).toBeCloseTo(parameters.alpha, 9);
  });

  test("twice the customers double the likelihood and leave the parameters", () => {
    const once = fitSbg(REGULAR);
    const twice = fitSbg([REGULAR, REGULAR]);
    expect(twice.parameters.alpha).toBeCloseTo(once.parameters.alpha, 9);
    expect(twice.fit.logLikelihood).toBeCloseTo(2 * once.fit.logLikelihood!, 6);
    expect(twice.fit.standardErrors!.beta).toBeCloseTo(once.fit.standardErrors!.beta / Math.SQRT2, 6);
  });
});

describe("data that cannot tell the parameters", () => {
  test.each([
    ["all stay", [100, 100, 100], "nobody_left"],
    ["all leave at once", [100, 0, 0], "everybody_left_at_once"],
    ["all leave at once, and that is all", [100, 0], "everybody_left_at_once"],
    ["one renewal", [100, 60], "only_one_renewal"],
    ["none left after the first renewal", [100, 60, 60, 60], "nobody_left_later"],
    ["one customer who stayed", [1, 1, 1], "nobody_left"],
    ["one customer who left", [1, 1, 0], "retention_does_not_rise"],
    ["retention falls with age", [1000, 900, 700, 400, 100], "retention_does_not_rise"],
    ["retention is the same at every age", [1000, 500, 250, 125], "retention_does_not_rise"],
  ])("%s", (_name, survivors, reason) => {
    for (const scale of [1, 1e9]) {
      const { fit, parameters } = fitSbg({ survivors: survivors.map((count) => count * scale) });
      expect(fit).toMatchObject({ status: "degenerate_data", standardErrors: null, covariance: null });
      expect(fit.reason).toBe(reason);
      expect(parameters.alpha).toBeGreaterThan(0);
      expect(parameters.beta).toBeLessThan(Number.POSITIVE_INFINITY);
    }
  });

  test("are told by a prior", () => {
    const priors = { alpha: { lnMean: 0, lnSd: 1 }, beta: { lnMean: 1, lnSd: 1 } };
    const { fit, parameters } = fitSbg({ survivors: [100, 100, 100] }, { priors });
    expect(fit).toMatchObject({ status: "converged", reason: null });
    expect(parameters.alpha).toBeLessThan(1);
  });
});

describe("broken contracts", () => {
  test.each([
    ["one age", { survivors: [100] }, ["survivors"]],
    ["an empty cohort", { survivors: [0, 0] }, ["survivors", 0]],
    ["an infinite cohort", { survivors: [Number.POSITIVE_INFINITY, 1] }, ["survivors", 0]],
    ["a cohort that grows", { survivors: [100, 60, 61] }, ["survivors", 2]],
    ["a count below 0", { survivors: [100, -1] }, ["survivors", 1]],
    ["a count that is none", { survivors: [100, Number.NaN] }, ["survivors", 1]],
    ["the second of two cohorts", [{ survivors: [9, 8] }, { survivors: [9, 10] }], [1, "survivors", 1]],
  ])("%s", (_name, cohorts, path) => {
    expect(() => fitSbg(cohorts)).toThrow(expect.objectContaining({ code: "invalid_column", path }));
  });

  test("no cohort is no data", () => {
    expect(fitSbg([]).fit).toMatchObject({ reason: "no_observations", customerCount: 0 });
  });
});
