import { describe, expect, test } from "vitest";
import { fitParetoNbd } from "../../../src/clv/paretoNbd/fit.ts";
import {
  PARETO_NBD_NAMES,
  paretoNbdParameters,
  paretoNbdValues,
} from "../../../src/clv/paretoNbd/parameters.ts";
import { createRandom } from "../../../src/math/createRandom.ts";
import { exponentialVariate } from "../../../src/math/exponentialVariate.ts";
import { gammaVariate } from "../../../src/math/gammaVariate.ts";
import { errorOf, expectNear, PUBLISHED } from "./support/figures.ts";

/** Simulated customers of the model, observed for 30 to 40 weeks, in whole days. */
function simulated(customerCount: number, values: readonly number[], seed: number) {
  const [r, alpha, s, beta] = values as [number, number, number, number];
  const random = createRandom(seed);
  const columns = { customerCount, repeats: [] as number[], lastAge: [] as number[], age: [] as number[] };
  for (let customer = 0; customer < customerCount; customer += 1) {
    const rate = gammaVariate(random, r, alpha);
    const age = Math.floor(30 * 7 + random.next() * 70) / 7;
    const end = Math.min(age, exponentialVariate(random, gammaVariate(random, s, beta)));
    const days = new Set<number>();
    for (let now = 0; ; ) {
      now += exponentialVariate(random, rate);
      if (!(now < end)) break;
      days.add(Math.ceil(now * 7));
    }
    columns.repeats.push(days.size);
    columns.lastAge.push(Math.max(0, ...days) / 7);
    columns.age.push(age);
  }
  return columns;
}

const scaled = (columns: ReturnType<typeof simulated>, unit: number) => ({
  ...columns,
  lastAge: columns.lastAge.map((time) => time * unit),
  age: columns.age.map((time) => time * unit),
});

describe("a fit", () => {
  const columns = simulated(4000, PUBLISHED, 3);
  const model = fitParetoNbd(columns);

  test("finds the parameters of simulated customers again", () => {
    expect(model).toMatchObject({ format: "loyalty-ladder/clv-model@1", model: "pareto-nbd" });
    expect(model.fit).toMatchObject({ status: "converged", reason: null, customerCount: 4000 });
    for (const [index, name] of PARETO_NBD_NAMES.entries()) {
      const distance = Math.abs(model.parameters[name] - PUBLISHED[index]!) / model.fit.standardErrors![name];
      expect(distance, name).toBeLessThan(3);
    }
    expect(model.fit.covariance).toHaveLength(4);
  });

  test("gives the same in seconds and in years", () => {
    for (const unit of [7 * 86_400, 1 / 52]) {
      const other = fitParetoNbd(scaled(columns, unit));
      expect(other.fit.starts).toBe(1);
      expect(Math.abs(other.fit.iterations - model.fit.iterations)).toBeLessThanOrEqual(2);
      const repeats = columns.repeats.reduce((sum, count) => sum + count, 0);
      expectNear(other.parameters.r, model.parameters.r, 1e-7, "r");
      expectNear(other.parameters.s, model.parameters.s, 1e-7, "s");
      expectNear(other.parameters.alpha, model.parameters.alpha * unit, 1e-7, "alpha");
      expectNear(other.parameters.beta, model.parameters.beta * unit, 1e-7, "beta");
      expectNear(other.fit.logLikelihood!, model.fit.logLikelihood! - repeats * Math.log(unit), 1e-11);
      expectNear(other.fit.standardErrors!.beta, model.fit.standardErrors!.beta * unit, 1e-4);
    }
  });

  test("of every customer twice has the same maximum, twice as high and √2 as sharp", () => {
    const twice = fitParetoNbd({ ...columns, weights: columns.repeats.map(() => 2) });
    expect(twice.fit.customerCount).toBe(8000);
    expectNear(twice.fit.logLikelihood!, 2 * model.fit.logLikelihood!, 1e-13);
    for (const name of PARETO_NBD_NAMES) {
      expectNear(twice.parameters[name], model.parameters[name], 1e-8, name);
      expectNear(twice.fit.standardErrors![name] * Math.SQRT2, model.fit.standardErrors![name], 1e-5, name);
    }
  });

  test("leans towards a prior", () => {
    const sure = fitParetoNbd(columns, { priors: { s: { lnMean: Math.log(3), lnSd: 0.01 } } });
    expect(errorOf(sure.parameters.s, 3)).toBeLessThan(0.1);
    expect(sure.fit.logLikelihood).toBeLessThan(model.fit.logLikelihood!);
  });

  test.each([
    ["nobody", [], [], []],
    ["nobody came back", [0, 0, 0], [0, 0, 0], [39, 38, 30]],
    ["no time has passed", [0, 0], [0, 0], [0, 0]],
    ["all alike", [2, 2, 2], [10, 10, 10], [39, 39, 39]],
    ["one customer", [3], [20], [39]],
  ])("of customers who cannot tell ends in a status: %s", (_name, repeats, lastAge, age) => {
    const { parameters, fit } = fitParetoNbd({ customerCount: age.length, repeats, lastAge, age });
    expect(fit.status).toBe("degenerate_data");
    expect(fit.reason).not.toBe(null);
    expect(fit.standardErrors).toBe(null);
    expect(Object.values(parameters).filter((value) => !(value > 0 && value < Infinity))).toEqual([]);
  });
});

describe("parameters", () => {
  test("go to values and back", () => {
    const parameters = { r: 1, alpha: 2, s: 3, beta: 4 };
    expect(paretoNbdParameters(paretoNbdValues(parameters))).toEqual(parameters);
  });

  test.each(PARETO_NBD_NAMES)("refuse a %s that is none", (name) => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => paretoNbdValues({ r: 1, alpha: 2, s: 3, beta: 4, [name]: value })).toThrow(
        expect.objectContaining({ code: "invalid_option", path: ["parameters", name] }),
      );
    }
  });
});
