import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type Box, boxOf } from "../../../src/scales/crosswalk/box.ts";
import { brokenClausesAt } from "../../../src/scales/crosswalk/brokenClausesAt.ts";
import {
  addVariable,
  atLeast,
  atMost,
  createConstraintSystem,
  quotientOf,
  sumOf,
} from "../../../src/scales/crosswalk/constraint.ts";
import { splitBox } from "../../../src/scales/crosswalk/splitBox.ts";
import { allPoints, smallSystems } from "./support/arbitrarySystems.ts";

function contains({ low, high }: Box, point: Float64Array): boolean {
  return point.every((value, index) => value >= (low[index] as number) && value <= (high[index] as number));
}

function volumeOf({ low, high }: Box): number {
  return low.reduce((volume, value, index) => volume * ((high[index] as number) - value + 1), 1);
}

/** Variables of the given ranges, fractions where a range says so. */
function variablesOf(ranges: readonly (readonly [low: number, high: number, whole?: boolean])[]) {
  const system = createConstraintSystem();
  ranges.forEach(([low, high, whole = true], index) => {
    addVariable(system, { name: `v${index}`, low, high, whole, guess: () => 0 });
  });
  return system.variables;
}

function rangesOf(parts: readonly { readonly box: Box }[], index: number): (readonly number[])[] {
  return parts.map(({ box }) => [box.low[index] as number, box.high[index] as number]);
}

describe("splitting a box", () => {
  propertyTest.prop([smallSystems, fc.nat()], { numRuns: 1_000 })(
    "leaves out nothing that mends the broken clauses, and makes every part smaller",
    (system, pick) => {
      const points = allPoints(system);
      const values = points[pick % points.length] as Float64Array;
      const broken = brokenClausesAt(system.clauses, values);
      fc.pre(broken.length > 0);
      const box = boxOf(system.variables);
      const parts = splitBox(system.variables, box, values, broken);
      expect(parts.filter((part) => volumeOf(part.box) >= volumeOf(box))).toEqual([]);
      const mending = points.filter((point) => brokenClausesAt(broken, point).length === 0);
      const kept = mending.filter((point) => parts.some((part) => contains(part.box, point)));
      expect(kept).toHaveLength(mending.length);
    },
  );

  test("a choice is made first: the part where the first atom holds comes last, to be searched first", () => {
    const variables = variablesOf([
      [0, 9],
      [0, 9],
    ]);
    const parts = splitBox(variables, boxOf(variables), Float64Array.of(5, 5), [
      [atMost(0, 2), atLeast(1, 7)],
    ]);
    expect(rangesOf(parts, 0)).toEqual([
      [3, 9],
      [0, 2],
    ]);
    const others = splitBox(variables, boxOf(variables), Float64Array.of(5, 5), [
      [atLeast(1, 7), atMost(0, 2)],
    ]);
    expect(rangesOf(others, 1)).toEqual([
      [0, 6],
      [7, 9],
    ]);
  });

  test("else one variable gets the value that mends its atom", () => {
    const variables = variablesOf([
      [0, 900],
      [0, 900],
      [0, 900],
    ]);
    const parts = splitBox(variables, boxOf(variables), Float64Array.of(10, 3, 4), [[sumOf(0, [1, 2])]]);
    expect(rangesOf(parts, 0)).toEqual([
      [8, 900],
      [0, 6],
      [7, 7],
    ]);
  });

  test("the variable with the fewest values first, fractions last", () => {
    const variables = variablesOf([
      [0, 1, false],
      [0, 900],
      [1, 5],
    ]);
    const parts = splitBox(variables, boxOf(variables), Float64Array.of(1, 9, 2), [[quotientOf(0, 1, 2)]]);
    expect(rangesOf(parts, 2)).toEqual([
      [1, 4],
      [5, 5],
    ]);
  });

  test("fractions are split between neighbouring doubles", () => {
    const variables = variablesOf([
      [0, 4, false],
      [2, 2],
      [2, 2],
    ]);
    const parts = splitBox(variables, boxOf(variables), Float64Array.of(4, 2, 2), [[quotientOf(0, 1, 2)]]);
    expect(rangesOf(parts, 0)).toEqual([
      [1 + Number.EPSILON, 4],
      [0, 1 - Number.EPSILON / 2],
      [1, 1],
    ]);
  });

  test("nothing is left where no variable is open", () => {
    const variables = variablesOf([
      [3, 3],
      [1, 1],
    ]);
    expect(
      splitBox(variables, boxOf(variables), Float64Array.of(3, 1), [[atMost(0, 2), atLeast(1, 2)]]),
    ).toEqual([]);
  });
});
