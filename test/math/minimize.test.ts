import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/math/createRandom.ts";
import { minimize } from "../../src/math/minimize.ts";
import type { SmoothFunction } from "../../src/math/smoothFunction.ts";
import { normalLikelihood, rosenbrock, rotatedParabola } from "./support/problems.ts";

/** Notes every point that is asked for. */
function watched(problem: SmoothFunction) {
  const points: number[][] = [];
  const evaluate = (point: Float64Array, gradient: Float64Array) => {
    points.push([...point]);
    return problem.evaluate(point, gradient);
  };
  return { problem: { evaluate }, points };
}

function expectNear(point: ArrayLike<number>, expected: readonly number[], within: number) {
  expect(point).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(point[index]! - value)).toBeLessThanOrEqual(within);
  });
}

describe("known minima", () => {
  test.each([[[-1.2, 1]], [[10, -10]], [[-1.2, 1, -1.2, 1]], [[3, 5, 2, 1]]])(
    "Rosenbrock's valley from %j",
    (start) => {
      const found = minimize(rosenbrock, start);
      expect(found.status).toBe("converged");
      expectNear(
        found.point,
        start.map(() => 1),
        1e-8,
      );
      expect(found.value).toBeLessThan(1e-16);
      expect(found.iterations).toBeLessThan(120);
    },
  );

  test("a parabola whose axes differ by a factor of 1e8, from far away", () => {
    const target = [3, -1, 4, 1, -5];
    const found = minimize(rotatedParabola([1e-4, 1e-2, 1, 1e2, 1e4], target), [0, 900, 0, -900, 0]);
    expect(found.status).toBe("converged");
    expectNear(found.point, target, 1e-4);
  });

  test("the likelihood of normal data has its mean and deviation", () => {
    const data = Array.from({ length: 500 }, (_, index) => 40 + 3 * Math.sin(index * index));
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
    const found = minimize(normalLikelihood(data), [0, 0]);
    expect(found.status).toBe("converged");
    expectNear(found.point, [mean, Math.log(variance) / 2], 1e-7);
  });

  test("Powell's singular function, flat of fourth order at its minimum", () => {
    const powell: SmoothFunction = {
      evaluate(point, gradient) {
        const [a, b, c, d] = [...point] as [number, number, number, number];
        const [first, second, third, fourth] = [a + 10 * b, c - d, b - 2 * c, a - d];
        gradient.set([
          2 * first + 40 * fourth ** 3,
          20 * first + 4 * third ** 3,
          10 * second - 8 * third ** 3,
          -10 * second - 40 * fourth ** 3,
        ]);
        return first ** 2 + 5 * second ** 2 + third ** 4 + 10 * fourth ** 4;
      },
    };
    const found = minimize(powell, [3, -1, 0, 1]);
    expect(found.status).toBe("converged");
    expect(found.value).toBeLessThan(1e-11);
  });

  test("far below the rounding of the value, by the slopes alone", () => {
    const lifted: SmoothFunction = {
      evaluate: (point, gradient) => 1e6 + rosenbrock.evaluate(point, gradient),
    };
    const found = minimize(lifted, [-1.2, 1], { gradientTolerance: 1e-15 });
    expect(found.status).toBe("converged");
    expectNear(found.point, [1, 1], 1e-8);
  });

  test("a start at the minimum needs no step", () => {
    expect(minimize(rosenbrock, [1, 1])).toMatchObject({ status: "converged", value: 0, iterations: 0 });
  });
});

describe("where the function cannot be had", () => {
  /** x − ln x, at most where x lies in an interval; 1 at 1. */
  function walled(outside: number, slopeOutside: number, upper = Number.POSITIVE_INFINITY): SmoothFunction {
    return {
      evaluate(point, gradient) {
        const x = point[0]!;
        const isInside = x > 0 && x < upper;
        gradient[0] = isInside ? 1 - 1 / x : slopeOutside;
        return isInside ? x - Math.log(x) : outside;
      },
    };
  }

  test.each([
    ["is +Infinity", Number.POSITIVE_INFINITY, 0],
    ["is NaN", Number.NaN, Number.NaN],
    ["is -Infinity", Number.NEGATIVE_INFINITY, 0],
    ["has no slope", -5, Number.NaN],
  ])("the search turns back when the value %s", (_name, outside, slope) => {
    for (const start of [1e-3, 0.4, 1.9, 40]) {
      const found = minimize(walled(outside, slope), [start]);
      expect(found.status).toBe("converged");
      expectNear(found.point, [1], 1e-8);
      expect(minimize(walled(outside, slope, 1.95), [Math.min(start, 1.9)]).point[0]).toBeCloseTo(1, 8);
    }
  });

  test.each([
    ["value", Number.NaN, 0],
    ["value", Number.POSITIVE_INFINITY, 0],
    ["slope", 1, Number.NaN],
  ])("a start without a %s stays where it is", (_name, outside, slope) => {
    expect(minimize(walled(outside, slope), [-1])).toMatchObject({
      status: "stalled",
      point: Float64Array.of(-1),
      value: Number.POSITIVE_INFINITY,
      iterations: 0,
    });
  });

  test("a start that is no number is refused", () => {
    expect(() => minimize(rosenbrock, [1, Number.NaN])).toThrow("internal_invariant");
  });
});

describe("the ends of a search", () => {
  test("the limit of iterations", () => {
    const found = minimize(rosenbrock, [-1.2, 1], { iterationLimit: 5 });
    expect(found).toMatchObject({ status: "iteration_limit", iterations: 5 });
    expect(found.value).toBeLessThan(rosenbrock.evaluate(Float64Array.of(-1.2, 1), new Float64Array(2)));
    expect(minimize(rosenbrock, [-1.2, 1], { iterationLimit: 0 }).iterations).toBe(0);
  });

  test("slopes that lie: uphill everywhere", () => {
    const lying: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = -2 * point[0]!;
        return point[0]! ** 2;
      },
    };
    expect(minimize(lying, [1])).toMatchObject({
      status: "stalled",
      point: Float64Array.of(1),
      iterations: 0,
    });
  });

  test("a kink, from whose both sides the slopes stay large", () => {
    const kink: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = point[0]! < 0.3 ? -1 : 2;
        return point[0]! < 0.3 ? 0.3 - point[0]! : 2 * (point[0]! - 0.3);
      },
    };
    const found = minimize(kink, [-1]);
    expect(found.status).toBe("stalled");
    expectNear(found.point, [0.3], 1e-12);
  });

  test("a valley with a crease: the search begins anew before it gives up", () => {
    const crease: SmoothFunction = {
      evaluate(point, gradient) {
        const [x, y] = [point[0]!, point[1]!];
        gradient.set([Math.sign(x - y * y) + 0.02 * x, -2 * y * Math.sign(x - y * y) + 0.02 * (y - 2)]);
        return Math.abs(x - y * y) + 0.01 * x * x + 0.01 * (y - 2) ** 2;
      },
    };
    const found = minimize(crease, [3, -1]);
    expect(found.status).toBe("stalled");
    expect(Math.abs(found.point[0]! - found.point[1]! ** 2)).toBeLessThan(1e-6);
  });

  test("slopes of which only noise is left, in one direction and in three", () => {
    const random = createRandom(1);
    const noisy: SmoothFunction = {
      evaluate(point, gradient) {
        point.forEach((x, index) => {
          gradient[index] = 2 * x + 1e-5 * (random.next() - 0.5);
        });
        return 1e9 + point.reduce((sum, x) => sum + x * x, 0);
      },
    };
    for (const start of [[1], [1, 2, 3]]) {
      const found = minimize(noisy, start, { gradientTolerance: 1e-30 });
      expect(found.status).toBe("stalled");
      expect(found.iterations).toBeLessThan(60);
      expectNear(
        found.point,
        start.map(() => 0),
        1e-3,
      );
    }
  });

  test("the tolerance is one on slopes, relative to a value above 1", () => {
    const loose = minimize(rosenbrock, [-1.2, 1], { gradientTolerance: 1e-2 });
    const tight = minimize(rosenbrock, [-1.2, 1], { gradientTolerance: 1e-6 });
    expect(Math.max(...loose.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-2);
    expect(Math.max(...tight.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-6);
    expect(loose.iterations).toBeLessThan(tight.iterations);
    const lifted: SmoothFunction = {
      evaluate: (point, gradient) => 1e4 + rosenbrock.evaluate(point, gradient),
    };
    expect(minimize(lifted, [-1.2, 1], { gradientTolerance: 1e-6 }).iterations).toBe(loose.iterations);
  });
});

describe("the path", () => {
  test("is the same every time, and leaves the start alone", () => {
    const start = Float64Array.of(-1.2, 1);
    const [first, second] = [watched(rosenbrock), watched(rosenbrock)];
    expect(minimize(first.problem, start)).toEqual(minimize(second.problem, [-1.2, 1]));
    expect(first.points).toEqual(second.points);
    expect(start).toEqual(Float64Array.of(-1.2, 1));
  });

  test("begins with no step longer than 2 near 0, and doubles its reach far away", () => {
    const slope: SmoothFunction = {
      evaluate(point, gradient) {
        gradient[0] = point[0]! < 1e6 ? -1e3 : 2 * (point[0]! - 1e6);
        return point[0]! < 1e6 ? -1e3 * (point[0]! - 1e6) : (point[0]! - 1e6) ** 2;
      },
    };
    const reached = Array.from({ length: 30 }, (_, limit) => {
      return minimize(slope, [0], { iterationLimit: limit }).point[0]!;
    });
    reached.slice(1).forEach((x, index) => {
      expect(x - reached[index]!).toBeLessThanOrEqual(Math.max(2, reached[index]!));
    });
    expect(reached.slice(0, 5)).toEqual([0, 2, 4, 8, 16]);
    expect(reached.at(-1)).toBeCloseTo(1e6, 3);
  });

  test("has a value and slopes that belong to its end", () => {
    const found = minimize(rosenbrock, [-1.2, 1], { iterationLimit: 7 });
    const gradient = new Float64Array(2);
    expect(rosenbrock.evaluate(found.point, gradient)).toBe(found.value);
    expect(found.gradient).toEqual(gradient);
  });
});
