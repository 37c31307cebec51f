import { describe, expect, test } from "vitest";
import { checkGammaGamma } from "../../../src/clv/gammaGamma/checkGammaGamma.ts";
import { fitGammaGamma } from "../../../src/clv/gammaGamma/fit.ts";
import { gammaGamma } from "../../../src/clv/gammaGamma/predict.ts";
import { simulatePurchaseColumns } from "../../../src/clv/simulate/simulatePurchaseColumns.ts";
import { type SpendSimulation, simulateSpend } from "../../../src/clv/simulate/simulateSpend.ts";

const PARAMETERS = { p: 6.25, q: 3.74, v: 15.44 };

const repeats = Float64Array.from({ length: 10_000 }, (_, row) => row % 6);

describe("simulated spend", () => {
  test.each([1, 2, 3])("gives a fit the parameters back, seed %d", (seed) => {
    const { parameters, fit } = fitGammaGamma(simulateSpend({ parameters: PARAMETERS, repeats, seed }));
    expect(fit.status).toBe("converged");
    for (const name of ["p", "q", "v"] as const) {
      const error = fit.standardErrors![name];
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(parameters[name] - PARAMETERS[name]) / error).toBeLessThan(4);
    }
  });

  test("has the mean of the population, and less spread over more purchases", () => {
    const varianceOver = (count: number) => {
      const spend = simulateSpend({
        parameters: { p: 4, q: 12, v: 110 },
        repeats: new Float64Array(20_000).fill(count),
        seed: 4,
      }).meanSpend;
      const mean = spend.reduce((sum, each) => sum + each) / spend.length;
      const variance = spend.reduce((sum, each) => sum + (each - mean) ** 2, 0) / spend.length;
      expect(Math.abs(mean - 40) / Math.sqrt(variance / spend.length)).toBeLessThan(4);
      return variance;
    };
    // (p·v/(q−1))² / (q−2) between customers, p·v²/((q−1)(q−2)) / x within them
    expect(varianceOver(1) / (160 + 440)).toBeCloseTo(1, 1);
    expect(varianceOver(11) / (160 + 40)).toBeCloseTo(1, 1);
    expect(gammaGamma.populationMean({ p: 4, q: 12, v: 110 }).meanSpend).toBeCloseTo(40, 10);
  });

  test("has nothing to do with when the same seed buys", () => {
    const parameters = { r: 0.8, alpha: 5, a: 0.7, b: 1.8 };
    const age = new Float64Array(4_000).fill(40);
    const bought = simulatePurchaseColumns({ model: "bg-nbd", parameters, age, seed: 1 });
    const { correlation } = checkGammaGamma(
      simulateSpend({ parameters: PARAMETERS, repeats: bought.repeats, seed: 1 }),
    );
    expect(Math.abs(correlation!)).toBeLessThan(0.07);
  });

  test("is nothing without repeats and above 0 with them", () => {
    const spend = simulateSpend({ parameters: PARAMETERS, repeats: [0, 1, 0, 40], seed: 9 });
    expect(spend).toMatchObject({ customerCount: 4, repeats: Float64Array.of(0, 1, 0, 40) });
    expect([...spend.meanSpend].map((each) => each > 0)).toEqual([false, true, false, true]);
  });

  test("is the same for the same seed, whatever the others bought", () => {
    const spend = (counts: readonly number[], seed: number) => [
      ...simulateSpend({ parameters: PARAMETERS, repeats: counts, seed }).meanSpend,
    ];
    const first = spend([1, 2, 3], 9);
    expect(spend([1, 2, 3], 9)).toEqual(first);
    expect(spend([0, 2, 9, 4], 9)[1]).toBe(first[1]);
    expect(spend([1, 2, 3], 10)).not.toEqual(first);
  });

  test("stays finite where hardly anybody has a mean", () => {
    const parameters = { p: 1, q: 1e-4, v: 1 };
    const { meanSpend } = simulateSpend({ parameters, repeats: new Float64Array(100).fill(2), seed: 1 });
    expect(meanSpend.every((each) => each > 0 && Number.isFinite(each))).toBe(true);
    expect(Math.max(...meanSpend)).toBe(Number.MAX_VALUE);
  });

  test("knows shapes at the end of the doubles", () => {
    const parameters = { p: 1e308, q: 1e308, v: 25 };
    const { meanSpend } = simulateSpend({ parameters, repeats: [1, 5_000], seed: 1 });
    expect(meanSpend[0]).toBeCloseTo(25, 8);
    expect(meanSpend[1]).toBeGreaterThan(0); // p times 5,000 is cut off
    expect(meanSpend[1]).toBeLessThan(25);
  });

  test.each([
    [{ parameters: { ...PARAMETERS, q: 0 } }, "invalid_option", ["parameters", "q"]],
    [{ parameters: null }, "invalid_option", ["parameters"]],
    [{ parameters: { ...PARAMETERS, gamma: 1 } }, "invalid_option", ["parameters", "gamma"]],
    [{ repeats: undefined }, "invalid_column", ["repeats"]],
    [{ repeats: [1, 0.5] }, "invalid_column", ["repeats", 1]],
    [{ repeats: [-1] }, "invalid_column", ["repeats", 0]],
    [{ seed: Number.NaN }, "invalid_option", ["seed"]],
    [{ currency: "USD" }, "invalid_option", ["currency"]],
  ])("refuses %j", (change, code, path) => {
    const options = {
      parameters: PARAMETERS,
      repeats: [1],
      seed: 1,
      ...change,
    } as unknown as SpendSimulation;
    expect(() => simulateSpend(options)).toThrow(expect.objectContaining({ code, path }));
  });
});
