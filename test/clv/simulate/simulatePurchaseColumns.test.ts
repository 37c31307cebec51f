import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../../src/clv/bgBb/fit.ts";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import type { FittedModel } from "../../../src/clv/model/fittedModel.ts";
import type { PurchaseColumns } from "../../../src/clv/model/purchaseColumns.ts";
import type { PurchaseModel } from "../../../src/clv/model/purchaseModel.ts";
import { fitParetoNbd } from "../../../src/clv/paretoNbd/fit.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import type { SimulatedModel } from "../../../src/clv/simulate/lifeOf.ts";
import {
  type PurchaseColumnSimulation,
  simulatePurchaseColumns,
} from "../../../src/clv/simulate/simulatePurchaseColumns.ts";

interface Case {
  readonly name: string;
  readonly simulated: SimulatedModel;
  readonly model: PurchaseModel;
  readonly fitModel: (columns: PurchaseColumns) => FittedModel<object>;
  /** Observed for so long, and so much longer. */
  readonly ages: readonly [number, number];
}

const CASES: readonly Case[] = [
  {
    name: "BG/NBD",
    simulated: { model: "bg-nbd", parameters: { r: 0.8, alpha: 5, a: 0.7, b: 1.8 } },
    model: bgNbd,
    fitModel: fitBgNbd,
    ages: [40, 25],
  },
  {
    name: "MBG/NBD",
    simulated: { model: "mbg-nbd", parameters: { r: 0.8, alpha: 5, a: 0.7, b: 1.8 } },
    model: mbgNbd,
    fitModel: fitMbgNbd,
    ages: [40, 25],
  },
  {
    name: "Pareto/NBD",
    simulated: { model: "pareto-nbd", parameters: { r: 0.8, alpha: 5, s: 0.9, beta: 12 } },
    model: paretoNbd,
    fitModel: fitParetoNbd,
    ages: [40, 25],
  },
  {
    name: "BG/BB",
    simulated: { model: "bg-bb", parameters: { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 } },
    model: bgBb,
    fitModel: fitBgBb,
    ages: [8, 5],
  },
];

const COUNT = 8_000;

const SEEDS = [1, 2, 3];

/** Ages that differ, up to `longest`. */
function agesTo(longest: number): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, row) => longest - (row % 4));
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

/** How many standard errors the sum of differences lies from 0. */
function deviation(differences: readonly number[]): number {
  return sum(differences) / Math.sqrt(sum(differences.map((each) => each * each)));
}

describe.each(CASES)("customers of $name", ({ simulated, model, fitModel, ages: [longest, later] }) => {
  const truth = Object.values(simulated.parameters) as number[];
  const simulate = (age: ArrayLike<number>, seed: number) =>
    simulatePurchaseColumns({ ...simulated, age, seed });
  const age = agesTo(longest);
  const customers = simulate(age, 11);
  const rows = Array.from({ length: COUNT }, (_, row) => row);
  const pastOf = (row: number) =>
    [customers.repeats[row]!, customers.lastAge[row]!, customers.age[row]!] as const;

  test.each(SEEDS)("give a fit the parameters back, seed %d", (seed) => {
    const { parameters, fit } = fitModel(simulate(age, seed));
    expect(fit.status).toBe("converged");
    const errors = Object.values(fit.standardErrors!) as number[];
    for (const [index, value] of (Object.values(parameters) as number[]).entries()) {
      expect(errors[index]).toBeGreaterThan(0);
      expect(Math.abs(value - truth[index]!) / errors[index]!).toBeLessThan(4);
    }
  });

  test("buy as often as the model expects", () => {
    const differences = rows.map(
      (row) => customers.repeats[row]! - model.expectation(truth, customers.age[row]!),
    );
    expect(Math.abs(deviation(differences))).toBeLessThan(4);
  });

  test.each([0, 1, 2, 5])("buy %d times with the probability of the model", (count) => {
    const differences = rows.map(
      (row) =>
        (customers.repeats[row] === count ? 1 : 0) -
        model.countProbability(truth, count, customers.age[row]!),
    );
    expect(Math.abs(deviation(differences))).toBeLessThan(4);
  });

  test("are alive with the probability of the model", () => {
    const differences = rows.map(
      (row) => customers.alive[row]! - model.aliveProbability(truth, ...pastOf(row), 0),
    );
    expect(Math.abs(deviation(differences))).toBeLessThan(4);
    expect(sum(customers.alive)).toBeLessThan(COUNT);
    expect(sum(customers.alive)).toBeGreaterThan(0);
  });

  test("buy later as the model expects of their past", () => {
    const longer = simulate(
      age.map((one) => one + later),
      11,
    );
    const differences = rows.map(
      (row) =>
        longer.repeats[row]! -
        customers.repeats[row]! -
        model.conditionalExpectation(truth, ...pastOf(row), later),
    );
    expect(Math.abs(deviation(differences))).toBeLessThan(4);
    for (const row of rows) {
      expect(longer.repeats[row]).toBeGreaterThanOrEqual(customers.repeats[row]!);
      if (longer.repeats[row] === customers.repeats[row]) {
        expect(longer.lastAge[row]).toBe(customers.lastAge[row]);
      } else {
        expect(longer.lastAge[row]).toBeGreaterThan(customers.age[row]!);
        expect(customers.alive[row]).toBe(1);
      }
    }
  });

  test("are the same for the same seed, and begin the same when more follow", () => {
    expect(simulate(age, 11)).toEqual(customers);
    const few = simulate(age.subarray(0, 100), 11);
    expect(few.customerCount).toBe(100);
    expect(few.repeats).toEqual(customers.repeats.subarray(0, 100));
    expect(few.lastAge).toEqual(customers.lastAge.subarray(0, 100));
    expect(few.alive).toEqual(customers.alive.subarray(0, 100));
    expect(simulate(age, 12).repeats).not.toEqual(customers.repeats);
  });

  test("leave the ages they were given alone", () => {
    expect(customers.age).toEqual(age);
    expect(customers.age).not.toBe(age);
  });

  test("buy nothing in no time, and may be nobody", () => {
    const { repeats, lastAge } = simulate([0, 0, 0], 5);
    expect([...repeats, ...lastAge]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(simulate([], 5)).toMatchObject({ customerCount: 0 });
  });
});

test("the same seed gives these customers in every version", () => {
  const firsts = CASES.map(({ simulated }) => {
    const { repeats, lastAge, alive } = simulatePurchaseColumns({
      ...simulated,
      age: [30, 30, 30, 30],
      seed: 42,
    });
    return [[...repeats], [...lastAge].map((age) => Number(age.toFixed(6))), [...alive]];
  });
  expect(firsts).toEqual([
    [
      [0, 1, 0, 1],
      [0, 15.57446, 0, 0.201301],
      [1, 0, 1, 0],
    ],
    [
      [0, 0, 0, 1],
      [0, 0, 0, 2.151748],
      [1, 0, 0, 0],
    ],
    [
      [0, 0, 0, 4],
      [0, 0, 0, 6.201447],
      [0, 0, 0, 0],
    ],
    [
      [23, 0, 1, 2],
      [28, 0, 5, 2],
      [0, 0, 0, 0],
    ],
  ]);
});

describe("parameters at the edge", () => {
  const live = (simulated: SimulatedModel, age: number) =>
    simulatePurchaseColumns({ ...simulated, age: new Float64Array(200).fill(age), seed: 3 });

  test("a rate below all doubles never buys, and never drops out", () => {
    const idle = { r: 1e-6, alpha: 1, a: 1, b: 1 };
    expect(sum(live({ model: "bg-nbd", parameters: idle }, 1e6).repeats)).toBe(0);
    const loyal = { r: 1, alpha: 10, s: 1e-6, beta: 1 };
    const { alive, repeats } = live({ model: "pareto-nbd", parameters: loyal }, 1e3);
    expect(sum(alive)).toBe(200);
    expect(sum(repeats)).toBeGreaterThan(10_000);
  });

  test("a rate above all doubles does not either break anything", () => {
    const quick = { r: 1, alpha: 1, s: 1e200, beta: 1e-200 };
    const { alive, repeats } = live({ model: "pareto-nbd", parameters: quick }, 10);
    expect(sum(alive) + sum(repeats)).toBe(0);
    expect(
      sum(live({ model: "bg-nbd", parameters: { r: 1e300, alpha: 1e-300, a: 1, b: 1 } }, 0).repeats),
    ).toBe(0);
  });

  test("who surely leaves, or surely stays, does so", () => {
    const leaves = live({ model: "mbg-nbd", parameters: { r: 1, alpha: 1, a: 1e9, b: 1e-9 } }, 50);
    expect(sum(leaves.alive) + sum(leaves.repeats)).toBe(0);
    const stays = live({ model: "bg-nbd", parameters: { r: 1e6, alpha: 1e6, a: 1e-9, b: 1e9 } }, 50);
    expect(sum(stays.alive)).toBe(200);
    const eager = { alpha: 1e12, beta: 1e-9, gamma: 1e-9, delta: 1e12 };
    expect([...new Set(live({ model: "bg-bb", parameters: eager }, 6).repeats)]).toEqual([6]);
    const dead = { alpha: 1, beta: 1, gamma: 1e12, delta: 1e-9 };
    expect(sum(live({ model: "bg-bb", parameters: dead }, 6).alive)).toBe(0);
  });
});

describe("refused", () => {
  const sound = {
    model: "bg-nbd",
    parameters: { r: 0.8, alpha: 5, a: 0.7, b: 1.8 },
    age: [10, 20],
    seed: 1,
  };
  const pareto = { r: 0.8, alpha: 5, s: 0.9, beta: 12 };
  const bernoulli = { alpha: 1, beta: 1, gamma: 1, delta: 1 };

  test.each([
    [{ model: "sbg" }, "invalid_option", ["model"]],
    [{ parameters: undefined }, "invalid_option", ["parameters"]],
    [{ parameters: pareto }, "invalid_option", ["parameters", "s"]],
    [{ parameters: { ...sound.parameters, a: 0 } }, "invalid_option", ["parameters", "a"]],
    [{ parameters: { ...sound.parameters, alpha: 1e-6 } }, "invalid_option", ["parameters", "alpha"]],
    [{ model: "pareto-nbd" }, "invalid_option", ["parameters", "a"]],
    [{ model: "pareto-nbd", parameters: { ...pareto, s: -1 } }, "invalid_option", ["parameters", "s"]],
    [
      { model: "pareto-nbd", parameters: { ...pareto, alpha: 1e-6 } },
      "invalid_option",
      ["parameters", "alpha"],
    ],
    [{ model: "bg-bb" }, "invalid_option", ["parameters", "r"]],
    [
      { model: "bg-bb", parameters: { ...bernoulli, delta: Number.NaN } },
      "invalid_option",
      ["parameters", "delta"],
    ],
    [{ model: "bg-bb", parameters: bernoulli, age: [3, 2.5] }, "invalid_column", ["age", 1]],
    [{ model: "bg-bb", parameters: bernoulli, age: [1_000_001] }, "invalid_column", ["age", 0]],
    [{ age: undefined }, "invalid_column", ["age"]],
    [{ age: [10, -1] }, "invalid_column", ["age", 1]],
    [{ age: [Number.NaN] }, "invalid_column", ["age", 0]],
    [{ age: [10, Number.POSITIVE_INFINITY] }, "invalid_column", ["age", 1]],
    [{ seed: 0.5 }, "invalid_option", ["seed"]],
    [{ seed: undefined }, "invalid_option", ["seed"]],
    [{ sead: 1 }, "invalid_option", ["sead"]],
  ])("%j", (change, code, path) => {
    const options = { ...sound, ...change } as unknown as PurchaseColumnSimulation;
    expect(() => simulatePurchaseColumns(options)).toThrow(expect.objectContaining({ code, path }));
  });
});
