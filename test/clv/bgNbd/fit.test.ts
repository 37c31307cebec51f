import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbdParameters, bgNbdValues } from "../../../src/clv/bgNbd/parameters.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbdParameters, mbgNbdValues } from "../../../src/clv/mbgNbd/parameters.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";
import { columnsOf } from "../betaGeometric/support/columnsOf.ts";
import { type History, seededUniform, simulateLife } from "../betaGeometric/support/individuals.ts";

const TRUTH = [0.8, 5, 0.7, 1.8];

/** Customers who came one after the other within 30 weeks and were seen until week 60. */
function simulated(firstChance: number, count: number): History[] {
  const uniform = seededUniform(42);
  return Array.from({ length: count }, () => {
    const age = 30 + Math.floor(uniform() * 30);
    const { purchases } = simulateLife(TRUTH, firstChance, age, uniform);
    return { repeats: purchases.length, lastAge: purchases.at(-1) ?? 0, age };
  });
}

const MODELS = [
  { name: "BG/NBD", fitModel: fitBgNbd, model: bgNbd, firstChance: 0 },
  { name: "MBG/NBD", fitModel: fitMbgNbd, model: mbgNbd, firstChance: 1 },
] as const;

describe.each(MODELS)("$name", ({ fitModel, model, firstChance }) => {
  const rows = simulated(firstChance, 4_000);
  const fitted = fitModel(columnsOf(rows));
  const parametersOf = (of: typeof fitted) => Object.values(of.parameters) as number[];

  test("recovers the parameters of simulated customers", () => {
    expect(fitted).toMatchObject({ model: model.name, fit: { status: "converged", customerCount: 4_000 } });
    for (const [index, value] of parametersOf(fitted).entries()) {
      const error = Object.values(fitted.fit.standardErrors!)[index]! as number;
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(value - TRUTH[index]!)).toBeLessThan(4 * error);
    }
  });

  test("gives its model and nothing but JSON", () => {
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
    expect(Object.keys(fitted.parameters)).toEqual(model.parameterNames);
  });

  test("does not care for the order of customers", () => {
    const reversed = fitModel(columnsOf([...rows].reverse()));
    expect(reversed).toEqual(fitted);
  });

  test("takes every customer twice as twice the likelihood and half the variance", () => {
    const twice = fitModel(columnsOf([...rows, ...rows]));
    expectClose(twice.fit.logLikelihood!, 2 * fitted.fit.logLikelihood!, 1e-12);
    for (const [index, value] of parametersOf(twice).entries()) {
      expectClose(value, parametersOf(fitted)[index]!, 1e-9);
      expectClose(2 * twice.fit.covariance![index]![index]!, fitted.fit.covariance![index]![index]!, 1e-6);
    }
  });

  test.each([1 / 365.25, 7, 604_800])("gives the same in a unit of time %d times as fine", (unit) => {
    const other = fitModel(
      columnsOf(
        rows.map(({ repeats, lastAge, age }) => ({ repeats, lastAge: lastAge * unit, age: age * unit })),
      ),
    );
    const repeats = rows.reduce((sum, row) => sum + row.repeats, 0);
    expectClose(other.fit.logLikelihood!, fitted.fit.logLikelihood! - repeats * Math.log(unit), 1e-10);
    for (const [index, value] of parametersOf(other).entries()) {
      const scale = index === 1 ? unit : 1;
      expectClose(value, scale * parametersOf(fitted)[index]!, 1e-6);
      const error = Object.values(other.fit.standardErrors!)[index]! as number;
      expectClose(error, scale * (Object.values(fitted.fit.standardErrors!)[index]! as number), 1e-5);
    }
  });

  test("listens to priors", () => {
    const priors = { r: { lnMean: Math.log(2), lnSd: 0.01 } };
    expect(fitModel(columnsOf(rows), { priors }).parameters.r).toBeGreaterThan(1.5);
  });

  test.each([
    ["nobody", []],
    ["one customer", [{ repeats: 3, lastAge: 20, age: 30 }]],
    ["no repeat buyers", [10, 20, 30, 39].map((age) => ({ repeats: 0, lastAge: 0, age }))],
    ["customers all alike", Array.from({ length: 50 }, () => ({ repeats: 4, lastAge: 28, age: 39 }))],
    ["no time", [{ repeats: 0, lastAge: 0, age: 0 }]],
  ] as [string, History[]][])("says that %s tell it nothing, without NaN", (_, few) => {
    const { parameters, fit: how } = fitModel(columnsOf(few));
    expect(how.status).toBe("degenerate_data");
    expect(how.reason).not.toBeNull();
    expect(how).toMatchObject({ standardErrors: null, covariance: null });
    expect(Object.values(parameters).every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    expect(how.logLikelihood === null || Number.isFinite(how.logLikelihood)).toBe(true);
  });

  test("refuses what is no history", () => {
    const wrong = columnsOf([{ repeats: 1, lastAge: 40, age: 39 }]);
    expect(() => fitModel(wrong)).toThrow(expect.objectContaining({ code: "invalid_column" }));
  });
});

describe.each([
  ["BG/NBD", bgNbdValues, bgNbdParameters],
  ["MBG/NBD", mbgNbdValues, mbgNbdParameters],
] as const)("parameters of %s", (_, valuesOf, parametersOf) => {
  const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

  test("go by name or in order", () => {
    expect(valuesOf(parameters)).toEqual(Float64Array.of(0.243, 4.414, 0.793, 2.426));
    expect(parametersOf(valuesOf(parameters))).toEqual(parameters);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuse %d", (value) => {
    const issue = expect.objectContaining({ code: "invalid_option", path: ["parameters", "a"] });
    expect(() => valuesOf({ ...parameters, a: value })).toThrow(issue);
    expect(() => parametersOf([0.243, 4.414, value, 2.426])).toThrow(issue);
  });

  test("refuse to be too few", () => {
    expect(() => parametersOf([0.243, 4.414])).toThrow(
      expect.objectContaining({ path: ["parameters", "a"] }),
    );
  });
});
