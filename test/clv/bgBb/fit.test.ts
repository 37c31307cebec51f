import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../../src/clv/bgBb/fit.ts";
import { bgBbLogLikelihood } from "../../../src/clv/bgBb/logLikelihood.ts";
import { bgBbParameters, bgBbValues } from "../../../src/clv/bgBb/parameters.ts";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";

/** Every history of `end` opportunities, weighted by how often the model says it happens among `size` customers. */
function perfectCustomers(values: ArrayLike<number>, ends: readonly number[], size: number) {
  const rows = ends.flatMap((end) => {
    const histories: [count: number, last: number, end: number, weight: number][] = [];
    for (let last = 0; last <= end; last += 1) {
      let ways = 1; // to place the other purchases before the last
      for (let count = Math.min(1, last); count <= last; count += 1) {
        histories.push([
          count,
          last,
          end,
          size * ways * Math.exp(bgBbLogLikelihood(values, count, last, end)),
        ]);
        ways *= (last - count) / Math.max(1, count);
      }
    }
    return histories;
  });
  return {
    customerCount: rows.length,
    repeats: rows.map(([count]) => count),
    lastAge: rows.map(([, last]) => last),
    age: rows.map(([, , end]) => end),
    weights: rows.map(([, , , weight]) => weight),
  };
}

function customers(...rows: [count: number, last: number, end: number][]) {
  return {
    customerCount: rows.length,
    repeats: rows.map(([count]) => count),
    lastAge: rows.map(([, last]) => last),
    age: rows.map(([, , end]) => end),
  };
}

describe("recovery", () => {
  test.each([
    [1.2, 0.75, 0.66, 2.78],
    [0.4, 3, 1, 1],
    [6, 2, 2, 30],
  ])("customers who follow %d, %d, %d, %d to the letter give them back", (...values) => {
    for (const [ends, size] of [
      [[6], 1_000],
      [[4, 7, 9], 1e9],
    ] as const) {
      const { model, parameters, fit } = fitBgBb(perfectCustomers(values, ends, size));
      expect(model).toBe("bg-bb");
      expect(fit.status).toBe("converged");
      expect(fit.customerCount / (size * ends.length)).toBeCloseTo(1, 12);
      const found = bgBbValues(parameters);
      values.forEach((value, index) => {
        expect(found[index]! / value).toBeCloseTo(1, 4);
      });
    }
  });

  test("standard errors shrink with the root of the customers", () => {
    const values = [1.2, 0.75, 0.66, 2.78];
    const few = fitBgBb(perfectCustomers(values, [6], 1_000)).fit.standardErrors!;
    const many = fitBgBb(perfectCustomers(values, [6], 100_000)).fit.standardErrors!;
    expect(few.gamma / many.gamma).toBeCloseTo(10, 4);
  });

  test("the likelihood is that of the single customers, in whatever order", () => {
    const columns = customers(
      [0, 0, 3],
      [2, 3, 4],
      [0, 0, 3],
      [1, 1, 4],
      [3, 3, 3],
      [1, 3, 4],
      [4, 4, 4],
      [0, 0, 4],
    );
    const { parameters, fit } = fitBgBb(columns, { priors: { delta: { lnMean: 1, lnSd: 1 } } });
    const values = bgBbValues(parameters);
    const sum = columns.repeats.reduce(
      (all, count, row) => all + bgBbLogLikelihood(values, count, columns.lastAge[row]!, columns.age[row]!),
      0,
    );
    expect(fit.logLikelihood).toBeCloseTo(sum, 10);
    expect(fit.patternCount).toBe(7);
  });
});

describe("data that cannot tell the parameters", () => {
  test.each([
    ["nobody", customers(), "no_observations"],
    ["no repeat buyers", customers([0, 0, 6], [0, 0, 5]), "no_repeat_purchases"],
    ["no opportunities", customers([0, 0, 0]), "no_repeat_purchases"],
    ["every opportunity used", customers([6, 6, 6], [5, 5, 5]), "every_opportunity_used"],
    ["two opportunities", customers([0, 0, 2], [1, 1, 2], [1, 2, 2], [2, 2, 2]), "too_few_opportunities"],
  ])("%s", (_name, columns, reason) => {
    const { fit, parameters } = fitBgBb(columns);
    expect(fit).toMatchObject({ status: "degenerate_data", reason, standardErrors: null, covariance: null });
    expect(bgBbValues(parameters).every((value) => value > 0)).toBe(true);
  });

  test("one customer, and customers all alike", () => {
    for (const rows of [1, 50]) {
      const columns = customers(...Array.from({ length: rows }, () => [2, 4, 6] as [number, number, number]));
      expect(fitBgBb(columns).fit).toMatchObject({ status: "degenerate_data", patternCount: 1 });
    }
  });

  test("are told by priors", () => {
    const priors = Object.fromEntries(bgBb.parameterNames.map((name) => [name, { lnMean: 0, lnSd: 1 }]));
    const { fit } = fitBgBb(customers([0, 0, 6], [0, 0, 5]), { priors });
    expect(fit).toMatchObject({ status: "converged", reason: null });
  });
});

describe("broken contracts", () => {
  test.each([
    ["half an opportunity", customers([0, 0, 2.5]), ["age", 0]],
    ["too many opportunities", customers([0, 0, 3], [0, 0, 1e7]), ["age", 1]],
    ["more purchases than opportunities for them", customers([3, 2, 6]), ["lastAge", 0]],
    ["a last purchase between opportunities", customers([1, 1.5, 6]), ["lastAge", 0]],
    ["a last purchase after the end", customers([1, 7, 6]), ["lastAge", 0]],
  ])("%s", (_name, columns, path) => {
    expect(() => fitBgBb(columns)).toThrow(expect.objectContaining({ code: "invalid_column", path }));
  });

  test("parameters by name are values in order, there and back", () => {
    const parameters = { alpha: 1, beta: 2, gamma: 3, delta: 4 };
    expect(bgBbValues(parameters)).toEqual(Float64Array.of(1, 2, 3, 4));
    expect(bgBbParameters(bgBbValues(parameters))).toEqual(parameters);
  });

  test("parameters that are none", () => {
    expect(() => bgBbValues({ alpha: 1, beta: 1, gamma: 0, delta: 1 })).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["parameters", "gamma"] }),
    );
  });
});
