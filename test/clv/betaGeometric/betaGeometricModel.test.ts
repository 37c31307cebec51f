import { describe, expect, test } from "vitest";
import { betaGeometricModel } from "../../../src/clv/betaGeometric/betaGeometricModel.ts";
import { betaGeometricLogLikelihood } from "../../../src/clv/betaGeometric/logLikelihood.ts";
import { expectClose } from "./support/closeTo.ts";
import {
  individualLikelihood,
  integrateIndividuals,
  seededUniform,
  simulateLife,
} from "./support/individuals.ts";

const PARAMETERS = [
  [0.5, 6, 0.9, 1.6],
  [1.7, 3, 0.4, 0.5],
  [0.8, 20, 3, 1],
] as const;

const HISTORIES = [
  { repeats: 0, lastAge: 0, age: 0 },
  { repeats: 0, lastAge: 0, age: 25 },
  { repeats: 1, lastAge: 2, age: 30 },
  { repeats: 5, lastAge: 28, age: 30 },
];

const MODELS = [
  ["BG/NBD", 0, betaGeometricModel("bg-nbd", 0)],
  ["MBG/NBD", 1, betaGeometricModel("mbg-nbd", 1)],
] as const;

const HORIZON = 13;

describe.each(MODELS)("%s is the mean over individuals", (_, firstChance, model) => {
  const cases = PARAMETERS.flatMap((parameters) => HISTORIES.map((history) => ({ parameters, history })));
  test.each(cases)("with $parameters and $history", ({ parameters, history }) => {
    const { repeats, lastAge, age } = history;
    const [prior, seen, nowAlive, laterAlive, purchases, none] = integrateIndividuals(
      parameters,
      (individual) => {
        const { rate, leave } = individual;
        const { alive, gone } = individualLikelihood(individual, firstChance, history);
        return [
          1,
          alive + gone,
          alive,
          alive * Math.exp(-rate * leave * HORIZON),
          alive * (-Math.expm1(-rate * leave * HORIZON) / leave),
          alive * Math.exp(-rate * HORIZON) + gone,
        ];
      },
    ) as [number, number, number, number, number, number];
    const past = [repeats, lastAge, age] as const;
    const likelihood = Math.exp(betaGeometricLogLikelihood(parameters, firstChance, ...past));
    expectClose(likelihood, seen / prior, 1e-9);
    expectClose(model.aliveProbability(parameters, ...past, 0), nowAlive / seen, 1e-9);
    expectClose(model.aliveProbability(parameters, ...past, HORIZON), laterAlive / seen, 1e-9);
    expectClose(model.conditionalExpectation(parameters, ...past, HORIZON), purchases / seen, 1e-9);
    expectClose(model.noPurchaseProbability(parameters, ...past, HORIZON), none / seen, 1e-9);
  });
});

describe.each(MODELS)("%s agrees with simulated lives", (_, firstChance, model) => {
  const parameters = [0.8, 5, 0.7, 1.5];
  const [age, until] = [20, 30];
  const uniform = seededUniform(20_261_122);
  const lives = Array.from({ length: 40_000 }, () => simulateLife(parameters, firstChance, until, uniform));
  const seen = lives.map(({ purchases, leftAt }) => {
    const past = purchases.filter((at) => at <= age);
    return {
      history: [past.length, past.at(-1) ?? 0, age] as const,
      alive: leftAt > age,
      aliveLater: leftAt > until,
      bought: purchases.length - past.length,
    };
  });

  /** Expects the mean of predictions within four standard errors of what happened, for each number of repeats. */
  function expectCalibrated(
    predicted: (past: readonly [number, number, number]) => number,
    happened: (one: (typeof seen)[number]) => number,
  ): void {
    for (const repeats of [0, 1, 2, 5]) {
      const group = seen.filter(({ history }) => history[0] === repeats);
      const errors = group.map((one) => happened(one) - predicted(one.history));
      const mean = errors.reduce((sum, error) => sum + error, 0) / group.length;
      const variance = errors.reduce((sum, error) => sum + error * error, 0) / group.length;
      expect(group.length).toBeGreaterThan(200);
      expect(Math.abs(mean)).toBeLessThanOrEqual(4 * Math.sqrt(variance / group.length));
    }
  }

  test("chance to be alive now", () => {
    expectCalibrated(
      (past) => model.aliveProbability(parameters, ...past, 0),
      ({ alive }) => Number(alive),
    );
  });

  test("chance to be alive later", () => {
    expectCalibrated(
      (past) => model.aliveProbability(parameters, ...past, until - age),
      ({ aliveLater }) => Number(aliveLater),
    );
  });

  test("chance of no purchase", () => {
    expectCalibrated(
      (past) => model.noPurchaseProbability(parameters, ...past, until - age),
      ({ bought }) => Number(bought === 0),
    );
  });

  test("expected purchases", () => {
    expectCalibrated(
      (past) => model.conditionalExpectation(parameters, ...past, until - age),
      ({ bought }) => bought,
    );
  });

  test("numbers of purchases of new customers", () => {
    for (const count of [0, 1, 2, 3, 8]) {
      const share = lives.filter(({ purchases }) => purchases.length === count).length / lives.length;
      const probability = model.countProbability(parameters, count, until);
      const error = Math.sqrt((probability * (1 - probability)) / lives.length);
      expect(Math.abs(share - probability)).toBeLessThanOrEqual(4 * error);
    }
  });
});

describe.each(MODELS)("%s", (_, firstChance, model) => {
  const parameters = [0.243, 4.414, 0.793, 2.426];

  test("expectations add up over the horizon, by the chance to come to its parts", () => {
    // E(T, T+2h) from what is known at T is E(T, T+h) and, over all that may happen until T+h, E(T+h, T+2h).
    const whole = model.expectation(parameters, 40);
    const first = model.expectation(parameters, 20);
    const uniform = seededUniform(7);
    const lives = Array.from({ length: 20_000 }, () => simulateLife(parameters, firstChance, 20, uniform));
    const rest = lives.map(({ purchases }) =>
      model.conditionalExpectation(parameters, purchases.length, purchases.at(-1) ?? 0, 20, 20),
    );
    const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
    const variance = rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length;
    expect(Math.abs(first + mean - whole)).toBeLessThanOrEqual(4 * Math.sqrt(variance / rest.length));
  });

  test("counts of new customers sum to 1, and to the expectation", () => {
    let probability = 0;
    let purchases = 0;
    for (let count = 0; count < 600; count += 1) {
      const of = model.countProbability(parameters, count, 52);
      probability += of;
      purchases += count * of;
    }
    expectClose(probability, 1, 1e-12);
    expectClose(purchases, model.expectation(parameters, 52), 1e-9);
    expectClose(
      model.countProbability(parameters, 0, 52),
      model.noPurchaseProbability(parameters, 0, 0, 0, 52),
      1e-14,
    );
  });

  test("the unit of time does not matter", () => {
    const days = [0.243, 4.414 * 7, 0.793, 2.426];
    for (const { repeats, lastAge, age } of HISTORIES) {
      for (const name of ["conditionalExpectation", "aliveProbability", "noPurchaseProbability"] as const) {
        const inWeeks = model[name](parameters, repeats, lastAge, age, 39);
        expectClose(model[name](days, repeats, lastAge * 7, age * 7, 273), inWeeks, 1e-13);
      }
    }
    expectClose(model.countProbability(days, 3, 273), model.countProbability(parameters, 3, 39), 1e-13);
  });

  test("with no horizon nothing is bought and nobody leaves", () => {
    expect(model.conditionalExpectation(parameters, 3, 10, 20, 0)).toBe(0);
    expect(model.noPurchaseProbability(parameters, 3, 10, 20, 0)).toBe(1);
    expect(model.aliveProbability(parameters, 3, 10, 20, 0)).toBeGreaterThan(0.1);
    expect(model.countProbability(parameters, 0, 0)).toBeCloseTo(1, 15);
    expect(model.countProbability(parameters, 4, 0)).toBe(0);
  });

  test("takes parameters from anything with four numbers", () => {
    const odd = { 0: 0.243, 1: 4.414, 2: 0.793, 3: 2.426, length: 4 };
    const [one, other] = [odd, Float64Array.from(parameters)].map((values) => [
      model.expectation(values, 39),
      model.conditionalExpectation(values, 2, 30.43, 38.86, 39),
      model.countProbability(values, 2, 39),
    ]);
    expect(one).toEqual(other);
  });
});
