import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { compareModels } from "../../../src/clv/compare/compareModels.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";

const customers = fc.array(
  fc
    .record({ repeats: fc.nat(5000), age: fc.integer({ min: 0, max: 3000 }), later: fc.nat(300) })
    .map((one) => (one.age === 0 ? { ...one, repeats: 0 } : one)),
  { minLength: 1, maxLength: 6 },
);
const parameter = fc.oneof(fc.constantFrom(1, 1e-3, 1e5), fc.double({ min: 0.01, max: 50, noNaN: true }));
const parameters = fc.tuple(parameter, parameter, parameter, parameter);

function historyOf(rows: readonly { repeats: number; age: number; later: number }[]) {
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  return {
    calibration: {
      customerCount: rows.length,
      repeats: column(({ repeats }) => repeats),
      lastAge: column(({ repeats, age }) => (repeats === 0 ? 0 : age * 0.75)),
      age: column(({ age }) => age),
      ids: rows.map((_, row) => `c${row}`),
      meanSpend: new Float64Array(rows.length),
      currency: "USD",
      observationEndDay: 20_000,
      timeUnit: "day",
      daysPerUnit: 1,
    },
    holdout: {
      length: 100,
      purchases: column(({ later }) => later),
      spend: new Float64Array(rows.length),
    },
  } as const;
}

function candidatesOf(values: readonly number[]) {
  const none = fitBgNbd({ customerCount: 0, repeats: [], lastAge: [], age: [] });
  const fit = { ...none.fit, status: "converged", reason: null } as const;
  return [bgNbd, mbgNbd, paretoNbd].map((model) => {
    const named = Object.fromEntries(model.parameterNames.map((name, index) => [name, values[index]!]));
    return { model, fitted: { ...none, model: model.name, parameters: named, fit } };
  });
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe("whatever the customers and the parameters", () => {
  test.prop([customers, parameters], { seed: 4, numRuns: 20 })("all figures exist", (rows, values) => {
    for (const { holdoutError, plots } of compareModels(historyOf(rows), {
      candidates: candidatesOf(values),
    })) {
      const numbers = numbersIn({ holdoutError, plots });
      expect(numbers.length).toBeGreaterThan(20);
      expect(numbers.every(Number.isFinite)).toBe(true);
      const { repeatsByWeek, frequencies } = plots!;
      for (const [week, { expected }] of repeatsByWeek.entries()) {
        expect(expected).toBeGreaterThanOrEqual((repeatsByWeek[week - 1]?.expected ?? 0) * (1 - 1e-9));
      }
      expectClose(
        frequencies.reduce((sum, { expected }) => sum + expected, 0),
        rows.length,
        1e-9,
      );
    }
  });

  test.prop([customers, parameters], { seed: 5, numRuns: 10 })("not their order", (rows, values) => {
    const candidates = candidatesOf(values);
    const one = compareModels(historyOf(rows), { candidates });
    const other = compareModels(historyOf([...rows].reverse()), { candidates });
    for (const [index, { plots }] of one.entries()) {
      const numbers = numbersIn(plots);
      for (const [place, number] of numbersIn(other[index]!.plots).entries()) {
        // the open class is what is left, so its error is one of all customers
        expect(Math.abs(number - numbers[place]!)).toBeLessThanOrEqual(
          1e-12 * (Math.abs(number) + rows.length),
        );
      }
    }
  });
});
