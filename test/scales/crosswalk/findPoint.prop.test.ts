import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { boxOf } from "../../../src/scales/crosswalk/box.ts";
import { brokenClausesAt } from "../../../src/scales/crosswalk/brokenClausesAt.ts";
import {
  addVariable,
  createConstraintSystem,
  noMoreThan,
  sumOf,
} from "../../../src/scales/crosswalk/constraint.ts";
import { findPoint } from "../../../src/scales/crosswalk/findPoint.ts";
import { problemOf, propagate } from "../../../src/scales/crosswalk/propagate.ts";
import { allPoints, smallSystems, VARIABLE_COUNT } from "./support/arbitrarySystems.ts";

const EVERYTHING = [...Array(VARIABLE_COUNT).keys()];

function search(system: Parameters<typeof problemOf>[0], looks: number) {
  const problem = problemOf(system);
  const all = [...system.variables.keys()];
  return findPoint(problem, boxOf(problem.variables), all, { left: looks });
}

describe("the search against trying everything", () => {
  test.prop([smallSystems], { numRuns: 1_000 })("finds values exactly where there are some", (system) => {
    const isPossible = allPoints(system).some((point) => brokenClausesAt(system.clauses, point).length === 0);
    const outcome = search(system, 1_000_000);
    expect(outcome.status).toBe(isPossible ? "found" : "ruled-out");
    if (outcome.status !== "found") return;
    expect(brokenClausesAt(system.clauses, outcome.values)).toEqual([]);
    outcome.values.forEach((value, index) => {
      expect(value).toBeGreaterThanOrEqual(system.variables[index]?.low as number);
      expect(value).toBeLessThanOrEqual(system.variables[index]?.high as number);
    });
  });

  test.prop([smallSystems, fc.integer({ min: 1, max: 40 })], { numRuns: 500 })(
    "with little effort it may not know, but never says a falsehood",
    (system, looks) => {
      const isPossible = allPoints(system).some(
        (point) => brokenClausesAt(system.clauses, point).length === 0,
      );
      const { status } = search(system, looks);
      if (status !== "undecided") expect(status).toBe(isPossible ? "found" : "ruled-out");
    },
  );

  test.prop([smallSystems], { numRuns: 500 })("narrowing never takes a solution out", (system) => {
    const problem = problemOf(system);
    const box = boxOf(problem.variables);
    const isOpen = propagate(problem, box, EVERYTHING, { left: 10_000 });
    const solutions = allPoints(system).filter(
      (point) => brokenClausesAt(system.clauses, point).length === 0,
    );
    if (solutions.length > 0) expect(isOpen).toBe(true);
    const kept = solutions.filter((point) =>
      point.every(
        (value, index) => value >= (box.low[index] as number) && value <= (box.high[index] as number),
      ),
    );
    expect(kept).toHaveLength(solutions.length);
  });
});

describe("two sums that push each other's bounds", () => {
  /** a + b is at least `least` and at most `most`, by way of a third number that is at least 0. */
  function overlapping(least: number, most: number, high = 2 ** 32) {
    const system = createConstraintSystem();
    const [a, b, c, few, many] = ["a", "b", "c", "few", "many"].map((name) =>
      addVariable(system, { name, low: 0, high, whole: true, guess: () => 0 }),
    ) as [number, number, number, number, number];
    system.clauses.push([sumOf(few, [a, b])], [sumOf(many, [a, b, c])]);
    system.clauses.push([noMoreThan([], [few], -least)], [noMoreThan([many], [], most)]);
    return system;
  }

  test("are seen to contradict each other when the numbers are small", () => {
    expect(search(overlapping(50, 49), 100_000).status).toBe("ruled-out");
    expect(search(overlapping(50, 50), 100_000).status).toBe("found");
  });

  test("are left undecided when that would take too long", () => {
    expect(search(overlapping(2 ** 31, 2 ** 31 - 1), 100_000).status).toBe("undecided");
    expect(search(overlapping(2 ** 31, 2 ** 31), 100_000).status).toBe("found");
  });
});
