import { describe, expect, test } from "vitest";
import {
  betaGeometricLikelihood,
  betaGeometricLogLikelihood,
} from "../../../src/clv/betaGeometric/logLikelihood.ts";
import { groupPatterns } from "../../../src/clv/patterns/groupPatterns.ts";
import { expectClose } from "./support/closeTo.ts";
import { columnsOf } from "./support/columnsOf.ts";
import { seededUniform, simulateLife } from "./support/individuals.ts";

const uniform = seededUniform(5);
const lives = Array.from({ length: 300 }, () =>
  simulateLife([0.6, 4, 0.9, 2], 0, 30 + uniform() * 9, uniform),
);
const columns = columnsOf(
  lives.map(({ purchases }, index) => ({
    repeats: purchases.length,
    lastAge: purchases.at(-1) ?? 0,
    age: 39 + (index % 7),
  })),
);

const POINTS = [
  [0.243, 4.414, 0.793, 2.426],
  [3, 0.2, 5, 0.1],
  [0.05, 300, 0.02, 40],
];

/** A point with another value at one place. */
function moved(point: Float64Array, index: number, value: number): Float64Array {
  const other = Float64Array.from(point);
  other[index] = value;
  return other;
}

describe.each([0, 1] as const)("with first chance %d", (firstChance) => {
  const { evaluate } = betaGeometricLikelihood(groupPatterns(columns), firstChance);

  test.each(POINTS)("the likelihood at %d %d %d %d is the sum over customers", (...values) => {
    let sum = 0;
    for (let row = 0; row < columns.customerCount; row += 1) {
      const past = [columns.repeats[row]!, columns.lastAge[row]!, columns.age[row]!] as const;
      sum += betaGeometricLogLikelihood(values, firstChance, ...past);
    }
    expectClose(evaluate(Float64Array.from(values, Math.log), new Float64Array(4)), sum, 1e-12);
  });

  test.each(POINTS)("the gradient at %d %d %d %d is the slope", (...values) => {
    const point = Float64Array.from(values, Math.log);
    const gradient = new Float64Array(4).fill(99);
    evaluate(point, gradient);
    for (const index of values.keys()) {
      const at = (step: number) => evaluate(moved(point, index, point[index]! + step), new Float64Array(4));
      const slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
      expectClose(gradient[index]!, slope, 1e-6, `${index}`);
    }
  });

  test("customers twice, or with weight 2, count twice", () => {
    const doubled = columnsOf([...columns.rows, ...columns.rows]);
    const weighted = { ...columns, weights: columns.rows.map(() => 2) };
    const point = Float64Array.from(POINTS[0]!, Math.log);
    const gradient = new Float64Array(4);
    const once = evaluate(point, gradient);
    for (const other of [doubled, weighted]) {
      const slopes = new Float64Array(4);
      expectClose(
        betaGeometricLikelihood(groupPatterns(other), firstChance).evaluate(point, slopes),
        2 * once,
      );
      for (const index of gradient.keys()) expectClose(slopes[index]!, 2 * gradient[index]!);
    }
  });

  test("the unit of time only adds a constant", () => {
    const days = columnsOf(
      columns.rows.map(({ repeats, lastAge, age }) => ({ repeats, lastAge: 7 * lastAge, age: 7 * age })),
    );
    const inDays = betaGeometricLikelihood(groupPatterns(days), firstChance);
    const repeats = columns.rows.reduce((sum, row) => sum + row.repeats, 0);
    const point = Float64Array.from(POINTS[0]!, Math.log);
    const [weekly, daily] = [new Float64Array(4), new Float64Array(4)];
    const expected = evaluate(point, weekly) - repeats * Math.log(7);
    const dayPoint = moved(point, 1, point[1]! + Math.log(7));
    expectClose(inDays.evaluate(dayPoint, daily), expected, 1e-12);
    for (const index of weekly.keys()) expectClose(daily[index]!, weekly[index]!, 1e-9);
  });

  test("groups of covariates with parameters of their own add up to all customers", () => {
    // What a fit with covariates will do: one likelihood per group, ln alpha, ln a and ln b moved by the group.
    const groups = [0, 1, 2].map((kind) => columnsOf(columns.rows.filter((_, index) => index % 3 === kind)));
    const point = Float64Array.from(POINTS[0]!, Math.log);
    const gradient = new Float64Array(4);
    let total = 0;
    for (const group of groups) {
      const slopes = new Float64Array(4);
      total += betaGeometricLikelihood(groupPatterns(group), firstChance).evaluate(point, slopes);
      for (const index of slopes.keys()) gradient[index] = gradient[index]! + slopes[index]!;
    }
    const whole = new Float64Array(4);
    expectClose(total, evaluate(point, whole), 1e-12);
    for (const index of whole.keys()) expectClose(gradient[index]!, whole[index]!, 1e-9);
  });

  test("stays finite and exact where customers hardly differ", () => {
    // r → ∞, a → ∞: a Poisson process with rate 2 and a chance to leave of .2
    const values = [1e8, 5e7, 2e7, 8e7];
    const alive = 0.8 ** (3 + firstChance) * 2 ** 3 * Math.exp(-2 * 4);
    const gone = 0.2 * 0.8 ** (2 + firstChance) * 2 ** 3 * Math.exp(-2 * 1.5);
    expectClose(betaGeometricLogLikelihood(values, firstChance, 3, 1.5, 4), Math.log(alive + gone), 1e-6);
    const far = betaGeometricLogLikelihood(values, firstChance, 5000, 1, 1e6);
    expect(Number.isFinite(far)).toBe(true);
  });
});

test("the likelihood of a customer without repeats in BG/NBD is that of a silent NBD customer", () => {
  expectClose(betaGeometricLogLikelihood([0.5, 4, 1, 2], 0, 0, 0, 12), 0.5 * Math.log(4 / 16), 1e-15);
  expectClose(
    betaGeometricLogLikelihood([0.5, 4, 1, 2], 1, 0, 0, 12),
    Math.log((2 / 3) * 0.5 + 1 / 3),
    1e-15,
  );
});
