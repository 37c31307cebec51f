import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../../src/clv/bgBb/fit.ts";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { type BootstrapOptions, bootstrapIntervals } from "../../../src/clv/intervals/bootstrapIntervals.ts";
import { predictionInterval } from "../../../src/clv/intervals/predictionInterval.ts";
import type { FittedModel } from "../../../src/clv/model/fittedModel.ts";
import type { PurchaseColumns } from "../../../src/clv/model/purchaseColumns.ts";
import type { ParameterValues } from "../../../src/clv/model/purchaseModel.ts";
import { simulatePurchaseColumns } from "../../../src/clv/simulate/simulatePurchaseColumns.ts";

/** As BG/NBD finds the customers of CDNOW, in weeks. */
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

function shop(count: number): PurchaseColumns {
  const age = Float64Array.from({ length: count }, (_, row) => 39 - (row % 12));
  return simulatePurchaseColumns({ model: "bg-nbd", parameters: CDNOW, age, seed: 5 });
}

const columns = shop(400);
const fitted = fitBgNbd(columns);
type Parameters = typeof fitted.parameters;

const firstYear = (values: ParameterValues) => bgNbd.expectation(values, 52);
const alive = (values: ParameterValues) => bgNbd.aliveProbability(values, 2, 20, 38, 0);

/** A refit that ends as told at every `n`-th call. */
function failingEvery(n: number): BootstrapOptions<Parameters>["refit"] {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % n !== 0) return { ...fitted, parameters: { ...fitted.parameters, r: calls } };
    return { ...fitted, fit: { ...fitted.fit, status: "degenerate_data", reason: "no_maximum" } };
  };
}

describe("the parametric bootstrap", () => {
  test("roughly agrees with the delta method", () => {
    const large = shop(1200);
    const fit = fitBgNbd(large);
    const total = (values: ParameterValues) =>
      bgNbd.conditionalExpectations(values, large, { horizons: [39] }).reduce((sum, one) => sum + one, 0);
    const found = bootstrapIntervals(
      bgNbd,
      fit,
      large,
      { firstYear, total },
      {
        refit: fitBgNbd,
        seed: 11,
        refits: 120,
        level: 0.9,
      },
    );
    expect(found).toMatchObject({ refitCount: 120, usedCount: 120, failures: {} });
    for (const [name, evaluate] of Object.entries({ firstYear, total })) {
      const delta = predictionInterval(bgNbd, fit, evaluate, { level: 0.9 });
      const bootstrap = found.intervals[name as "total"];
      expect(bootstrap.value).toBe(delta.value);
      const ratio = (bootstrap.standardError as number) / (delta.standardError as number);
      expect(Math.abs(Math.log(ratio))).toBeLessThan(0.25);
      for (const end of ["low", "high"] as const) {
        const difference =
          ((bootstrap[end] as number) - (delta[end] as number)) / (delta.standardError as number);
        expect(Math.abs(difference)).toBeLessThan(0.6);
      }
    }
  });

  test("gives the same for the same seed, and something else for another", () => {
    const run = (seed: number) =>
      bootstrapIntervals(
        bgNbd,
        fitted,
        columns,
        { firstYear, alive },
        {
          refit: fitBgNbd,
          seed,
          refits: 30,
          level: 0.9,
        },
      );
    expect(run(1)).toEqual(run(1));
    expect(run(1).intervals.alive.low).toBeGreaterThan(0);
    expect(run(1).intervals.alive.low).not.toBe(run(2).intervals.alive.low);
  });

  test("simulates the same ages from the fitted parameters, another shop each time", () => {
    const shops: PurchaseColumns[] = [];
    const refit = (simulated: PurchaseColumns) => {
      shops.push(simulated);
      return fitted;
    };
    bootstrapIntervals(bgNbd, fitted, columns, { firstYear }, { refit, seed: 1, refits: 39 });
    expect(shops).toHaveLength(39);
    for (const each of shops) expect(each.age).toEqual(columns.age);
    expect(new Set(shops.map(({ repeats }) => Array.from(repeats).join())).size).toBe(39);
  });

  test("takes percentiles at p·(n + 1) of the refits", () => {
    let calls = 0;
    const refit = () => {
      calls += 1;
      return { ...fitted, parameters: { ...fitted.parameters, r: ((calls * 7) % 40) + 0.5 } }; // 0.5 and 1.5 … 39.5
    };
    const rate = (values: ParameterValues) => values[0] as number;
    const found = bootstrapIntervals(
      bgNbd,
      fitted,
      columns,
      { rate },
      { refit, seed: 1, refits: 39, level: 0.9 },
    );
    expect(found.intervals.rate).toMatchObject({ value: fitted.parameters.r, reason: null });
    expect(found.intervals.rate.low).toBeCloseTo(2.5, 9);
    expect(found.intervals.rate.high).toBeCloseTo(38.5, 9);
    expect(found.intervals.rate.standardError).toBeCloseTo(Math.sqrt((39 * 40) / 12), 9);
    calls = 0;
    const widest = bootstrapIntervals(bgNbd, fitted, columns, { rate }, { refit, seed: 1, refits: 39 });
    expect(widest.intervals.rate.low).toBeCloseTo(1.5, 9);
    expect(widest.intervals.rate.high).toBeCloseTo(39.5, 9);
  });

  test("knows opportunities too", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const age = new Float64Array(2000).fill(8);
    const donors = simulatePurchaseColumns({ model: "bg-bb", parameters, age, seed: 1 });
    const next = (values: ParameterValues) => bgBb.conditionalExpectation(values, 4, 8, 8, 5);
    const { intervals, usedCount, refitCount, failures } = bootstrapIntervals(
      bgBb,
      fitBgBb(donors),
      donors,
      { next },
      {
        refit: fitBgBb,
        seed: 1,
        refits: 30,
        level: 0.9,
      },
    );
    const failed = Object.values(failures).reduce((sum, count) => sum + count, 0);
    expect(usedCount + failed).toBe(refitCount);
    expect(intervals.next.low).toBeGreaterThan(0);
    expect(intervals.next.high).toBeLessThan(5);
  });
});

describe("what fails", () => {
  const run = (refit: BootstrapOptions<Parameters>["refit"], refits = 80, evaluate = firstYear) =>
    bootstrapIntervals(bgNbd, fitted, columns, { evaluate }, { refit, seed: 1, refits });

  test("is counted by reason and left out", () => {
    const some = run(failingEvery(4));
    expect(some).toMatchObject({ refitCount: 80, usedCount: 60, failures: { no_maximum: 20 } });
    expect(some.intervals.evaluate.reason).toBeNull();
  });

  test("half of all refits leave no interval, nor do fewer than the ends take", () => {
    const none = {
      value: firstYear(Object.values(fitted.parameters)),
      low: null,
      high: null,
      standardError: null,
    };
    expect(run(failingEvery(2)).intervals.evaluate).toEqual({ ...none, reason: "too_few_refits" });
    expect(run(failingEvery(39), 39).intervals.evaluate).toEqual({ ...none, reason: "too_few_refits" });
    expect(run(failingEvery(1)).failures).toEqual({ no_maximum: 80 });
  });

  test("a quantity that is not finite leaves the refit out, or has no interval", () => {
    const oftenInfinite = (values: ParameterValues) => 1 / ((values[0] as number) === 7 ? 0 : 1);
    const found = run(failingEvery(80), 80, oftenInfinite);
    expect(found.failures).toEqual({ no_maximum: 1, not_finite: 1 });
    expect(found.usedCount).toBe(78);
    const onlyHere = (values: ParameterValues) =>
      (values[0] as number) === fitted.parameters.r ? Number.NaN : 1;
    expect(run(failingEvery(81), 80, onlyHere).intervals.evaluate).toMatchObject({
      value: null,
      reason: "not_finite",
    });
    const huge = (values: ParameterValues) => ((values[0] as number) < 2 ? -1 : 1) * 1e300;
    expect(run(failingEvery(81), 80, huge).intervals.evaluate).toMatchObject({ reason: "not_finite" });
  });

  test("a fit that did not converge is not simulated", () => {
    const degenerate: FittedModel<Parameters> = {
      ...fitted,
      fit: { ...fitted.fit, status: "degenerate_data", reason: "no_maximum" },
    };
    const refit = () => {
      throw new Error("refitted");
    };
    expect(bootstrapIntervals(bgNbd, degenerate, columns, { firstYear }, { refit, seed: 1 })).toEqual({
      intervals: {
        firstYear: { value: null, low: null, high: null, standardError: null, reason: "fit_not_converged" },
      },
      refitCount: 0,
      usedCount: 0,
      failures: {},
    });
  });
});

describe("what is refused", () => {
  const good = { refit: fitBgNbd, seed: 1 };
  const call =
    (change: { columns?: Partial<PurchaseColumns>; options?: object; model?: typeof bgNbd }) => () =>
      bootstrapIntervals(
        change.model ?? bgNbd,
        fitted,
        { ...columns, ...change.columns },
        { firstYear },
        { ...good, ...change.options },
      );

  test.each([
    ["weights", call({ columns: { weights: new Float64Array(400).fill(1) } }), "invalid_column", ["weights"]],
    [
      "others than were fitted",
      call({ columns: { customerCount: 399 } }),
      "invalid_column",
      ["customerCount"],
    ],
    ["a short column", call({ columns: { age: [39] } }), "invalid_column", ["age"]],
    ["no seed", call({ options: { seed: 0.5 } }), "invalid_option", ["seed"]],
    ["too few refits", call({ options: { refits: 38 } }), "invalid_option", ["refits"]],
    ["one refit", call({ options: { refits: 1, level: 1e-9 } }), "invalid_option", ["refits"]],
    ["a level of 1", call({ options: { level: 1 } }), "invalid_option", ["level"]],
    ["an unknown option", call({ options: { count: 100 } }), "invalid_option", ["count"]],
    [
      "another model",
      call({ model: { ...bgNbd, name: "mbg-nbd" } as never }),
      "invalid_option",
      ["fitted", "model"],
    ],
  ])("%s", (_, refused, code, path) => {
    expect(refused).toThrow(expect.objectContaining({ code, path }));
  });
});
