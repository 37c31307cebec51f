import { describe, expect, test } from "vitest";
import { fitSbg } from "../../../src/clv/sBg/fit.ts";
import { sBg } from "../../../src/clv/sBg/predict.ts";
import { type SurvivorSimulation, simulateSurvivors } from "../../../src/clv/simulate/simulateSurvivors.ts";

const PARAMETERS = { alpha: 0.668, beta: 3.806 };

const SOUND = { parameters: PARAMETERS, customerCount: 10_000, renewalCount: 12, seed: 1 };

describe("a simulated cohort", () => {
  test.each([1, 2, 3])("gives a fit the parameters back, seed %d", (seed) => {
    const { parameters, fit } = fitSbg(simulateSurvivors({ ...SOUND, seed }));
    expect(fit.status).toBe("converged");
    for (const name of ["alpha", "beta"] as const) {
      const error = fit.standardErrors![name];
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(parameters[name] - PARAMETERS[name]) / error).toBeLessThan(4);
    }
  });

  test("survives as the model says", () => {
    const { survivors } = simulateSurvivors(SOUND);
    expect(survivors[0]).toBe(10_000);
    for (let age = 1; age <= 12; age += 1) {
      const share = sBg.survival(PARAMETERS, age);
      const error = Math.sqrt(10_000 * share * (1 - share));
      expect(Math.abs(survivors[age]! - 10_000 * share) / error).toBeLessThan(4);
    }
  });

  test("is the same for the same seed, and goes on with more renewals or customers", () => {
    const { survivors } = simulateSurvivors(SOUND);
    expect(simulateSurvivors(SOUND).survivors).toEqual(survivors);
    expect(simulateSurvivors({ ...SOUND, renewalCount: 5 }).survivors).toEqual(survivors.subarray(0, 6));
    expect(simulateSurvivors({ ...SOUND, seed: 2 }).survivors).not.toEqual(survivors);
    const fewer = simulateSurvivors({ ...SOUND, customerCount: 9_990 }).survivors;
    for (const [age, count] of fewer.entries()) {
      expect(survivors[age]! - count).toBeGreaterThanOrEqual(0);
      expect(survivors[age]! - count).toBeLessThanOrEqual(10);
    }
  });

  test("may leave at once, or never", () => {
    const follow = (alpha: number, beta: number) => [
      ...simulateSurvivors({ parameters: { alpha, beta }, customerCount: 5, renewalCount: 3, seed: 1 })
        .survivors,
    ];
    expect(follow(1e12, 1e-9)).toEqual([5, 0, 0, 0]);
    expect(follow(1e-9, 1e12)).toEqual([5, 5, 5, 5]);
  });

  test.each([
    [{ parameters: { alpha: 0, beta: 1 } }, ["parameters", "alpha"]],
    [{ parameters: undefined }, ["parameters"]],
    [{ parameters: { ...PARAMETERS, gamma: 1 } }, ["parameters", "gamma"]],
    [{ customerCount: 0 }, ["customerCount"]],
    [{ customerCount: 2.5 }, ["customerCount"]],
    [{ renewalCount: 0 }, ["renewalCount"]],
    [{ renewalCount: 1e9 }, ["renewalCount"]],
    [{ seed: 1e20 }, ["seed"]],
    [{ age: 3 }, ["age"]],
  ])("refuses %j", (change, path) => {
    const options = { ...SOUND, ...change } as unknown as SurvivorSimulation;
    expect(() => simulateSurvivors(options)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});
