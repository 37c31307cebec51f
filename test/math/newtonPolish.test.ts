import { describe, expect, test } from "vitest";
import { invertSymmetric } from "../../src/math/invertSymmetric.ts";
import { minimize } from "../../src/math/minimize.ts";
import { newtonPolish } from "../../src/math/newtonPolish.ts";
import type { SmoothFunction } from "../../src/math/smoothFunction.ts";
import { normalLikelihood, rosenbrock, rotatedParabola } from "./support/problems.ts";

const data = Array.from({ length: 400 }, (_, index) => 7 + 2 * Math.sin(index * index));
const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
const largest = (values: Float64Array) => Math.max(...values.map(Math.abs));

/** Counts how often it is asked. */
function counted(problem: SmoothFunction) {
  const counter = { count: 0, evaluate: problem.evaluate };
  counter.evaluate = (point, gradient) => {
    counter.count += 1;
    return problem.evaluate(point, gradient);
  };
  return counter;
}

describe("a polished minimum", () => {
  test("is exact where a loose search left it", () => {
    const rough = minimize(normalLikelihood(data), [5, 0], { gradientTolerance: 1e-4 });
    const fine = newtonPolish(normalLikelihood(data), rough.point, 3);
    expect(Math.abs(rough.point[1]! - Math.log(variance) / 2)).toBeGreaterThan(1e-9);
    expect(Math.abs(fine.point[0]! - mean)).toBeLessThan(1e-13);
    expect(Math.abs(fine.point[1]! - Math.log(variance) / 2)).toBeLessThan(1e-13);
    expect(largest(fine.gradient)).toBeLessThan(1e-10);
  });

  test("has the Hessian that gives the textbook errors: s²/n and 1/2n", () => {
    const start = [mean + 1e-3, Math.log(variance) / 2 - 1e-3];
    const { hessian } = newtonPolish(normalLikelihood(data), start, 2);
    const covariance = invertSymmetric(hessian, 2)!;
    expect(covariance[0]! / (variance / data.length)).toBeCloseTo(1, 7);
    expect(covariance[3]! * 2 * data.length).toBeCloseTo(1, 7);
    expect(covariance[1]! * 2 * data.length).toBeCloseTo(0, 7);
    expect(covariance[1]).toBe(covariance[2]);
  });

  test("of a parabola is reached in one step, from any point within reach", () => {
    const target = [0.3, -0.2, 0.1];
    const { point, value, hessian } = newtonPolish(rotatedParabola([1e-3, 1, 1e3], target), [0, 0, 0], 1);
    expect([...point]).toEqual(target.map((coordinate) => expect.closeTo(coordinate, 7)));
    expect(value).toBeLessThan(1e-16);
    expect(hessian[0]! + hessian[4]! + hessian[8]!).toBeCloseTo(1001.001, 6);
  });

  test("does not get worse, however far away it began", () => {
    for (let index = 0; index < 200; index += 1) {
      const start = Float64Array.of(3 * Math.sin(index), 3 * Math.cos(index * index));
      const before = rosenbrock.evaluate(start, new Float64Array(2));
      const { point, value, gradient } = newtonPolish(rosenbrock, start, 3);
      const again = new Float64Array(2);
      expect(value).toBeLessThanOrEqual(before);
      expect(rosenbrock.evaluate(point, again)).toBe(value);
      expect(gradient).toEqual(again);
    }
  });

  test("moves no coordinate by more than 1 at a time", () => {
    const { point } = newtonPolish(rotatedParabola([1, 1], [40, 10]), [0, 0], 1);
    expect(point[0]).toBeCloseTo(1, 6);
    expect(point[1]).toBeCloseTo(0.25, 6);
  });

  test("is approached by half steps where a whole one would leave the domain", () => {
    const fenced: SmoothFunction = {
      evaluate(point, gradient) {
        const x = point[0]!;
        gradient[0] = 1 - 0.5 / Math.sqrt(0.8 - x);
        return x < 0.8 ? x + Math.sqrt(0.8 - x) - 100 * Number(x > 0.75) : Number.NaN;
      },
    };
    const walled: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = 2 * (point[0]! - 0.6);
        return Math.abs(point[0]!) < 0.5 ? (point[0]! - 0.6) ** 2 : Number.NEGATIVE_INFINITY;
      },
    };
    expect(newtonPolish(walled, [0], 1).point[0]).toBeCloseTo(0.3, 6);
    expect(newtonPolish(fenced, [0.3], 3).value).toBeLessThanOrEqual(0.3 + Math.sqrt(0.5));
  });
});

describe("the work", () => {
  test("ends when a step was too short to change the Hessian, and when no step is left", () => {
    const near = counted(normalLikelihood(data));
    newtonPolish(near, [mean + 1e-9, Math.log(variance) / 2], 3);
    expect(near.count).toBe(1 + 4 + 1);
    const exact = counted(rotatedParabola([1, 2], [0, 0]));
    expect(newtonPolish(exact, [0, 0], 3).point).toEqual(Float64Array.of(0, 0));
    expect(exact.count).toBe(1 + 4 + 1);
  });

  test("is the Hessian alone for no steps", () => {
    const { point, hessian } = newtonPolish(rosenbrock, [-1.2, 1], 0);
    expect(point).toEqual(Float64Array.of(-1.2, 1));
    expect(hessian[0]).toBeCloseTo(1200 * 1.44 - 400 + 2, 3);
    expect(hessian[1]).toBeCloseTo(480, 6);
    expect(hessian[3]).toBeCloseTo(200, 6);
  });
});

describe("where Newton's method has nothing to say, the point stays", () => {
  test("at a saddle", () => {
    const saddle: SmoothFunction = {
      evaluate(point, gradient) {
        gradient.set([2 * point[0]!, -2 * point[1]!]);
        return point[0]! ** 2 - point[1]! ** 2;
      },
    };
    const { point, hessian } = newtonPolish(saddle, [0.5, 0.5], 3);
    expect(point).toEqual(Float64Array.of(0.5, 0.5));
    expect(invertSymmetric(hessian, 2)).toBeNull();
  });

  test("beside a wall", () => {
    const edge: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = 2 * point[0]!;
        return point[0]! <= 0 ? point[0]! ** 2 : Number.POSITIVE_INFINITY;
      },
    };
    const { point, hessian } = newtonPolish(edge, [0], 3);
    expect(point).toEqual(Float64Array.of(0));
    expect(hessian[0]).toBeNaN();
  });

  test("where the slopes lie", () => {
    const lying: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = 2 * point[0]!;
        return -(point[0]! ** 2);
      },
    };
    expect(newtonPolish(lying, [0.5], 3)).toMatchObject({ point: Float64Array.of(0.5), value: -0.25 });
  });
});
