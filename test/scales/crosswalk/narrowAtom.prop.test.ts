import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Box, Narrowing } from "../../../src/scales/crosswalk/box.ts";
import { type Atom, quotientOf, sumOf, type Variable } from "../../../src/scales/crosswalk/constraint.ts";
import { isImpossible, narrowAtom } from "../../../src/scales/crosswalk/narrowAtom.ts";

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const span = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }));

const fraction: Variable = {
  name: "fraction",
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  whole: false,
  guess: () => 0,
};

/** A box around values that satisfy an atom, with some room on both sides. */
function roomAround(values: readonly number[], rooms: readonly number[]): Box {
  return {
    low: Float64Array.from(values, (value, index) => value - (rooms[2 * index] ?? 0)),
    high: Float64Array.from(values, (value, index) => value + (rooms[2 * index + 1] ?? 0)),
  };
}

function expectKept(atom: Atom, values: readonly number[], box: Box): void {
  const narrowing: Narrowing = { variables: values.map(() => fraction), box, touched: [] };
  expect(isImpossible(atom, box)).toBe(false);
  expect(narrowAtom(atom, narrowing)).toBe(true);
  values.forEach((value, index) => {
    expect(value).toBeGreaterThanOrEqual(box.low[index] as number);
    expect(value).toBeLessThanOrEqual(box.high[index] as number);
  });
}

describe("narrowing fractions keeps what doubles really give, rounding and all", () => {
  const rooms = fc.array(span, { minLength: 8, maxLength: 8 });

  test.prop([number, number, number, rooms], { numRuns: 2_000 })("a sum of three", (x, y, z, room) => {
    const whole = x + y + z;
    fc.pre(Number.isFinite(whole));
    const values = [whole, x, y, z];
    expectKept(sumOf(0, [1, 2, 3]), values, roomAround(values, room));
  });

  test.prop([number, number, rooms], { numRuns: 2_000 })("a sum with one part twice", (x, y, room) => {
    const whole = x + y + x;
    fc.pre(Number.isFinite(whole));
    const values = [whole, x, y];
    expectKept(sumOf(0, [1, 2, 1]), values, roomAround(values, room));
  });

  test("a part at the end of the doubles, which the difference goes beyond", () => {
    const [x, y] = [-1.2696658269811687e307, Number.MAX_VALUE];
    const values = [x + y + x, x, y];
    expectKept(sumOf(0, [1, 2, 1]), values, roomAround(values, []));
  });

  test.prop([fc.nat({ max: 1e8 }), fc.double({ min: 1, max: Number.MAX_VALUE, noNaN: true }), rooms], {
    numRuns: 2_000,
  })("a quotient", (dividend, divisor, room) => {
    const values = [dividend / divisor, dividend, divisor];
    const { low, high } = roomAround(values, room);
    const box = { low: low.map((value, index) => Math.max(value, index === 2 ? 1 : 0)), high };
    expectKept(quotientOf(0, 1, 2), values, box);
  });
});

describe("what cannot be is seen", () => {
  const boxOf = (...ranges: readonly (readonly [number, number])[]): Box => ({
    low: Float64Array.from(ranges, ([low]) => low),
    high: Float64Array.from(ranges, ([, high]) => high),
  });

  test("a sum above or below its parts", () => {
    expect(isImpossible(sumOf(0, [1, 2]), boxOf([5, 6], [0, 2], [0, 2]))).toBe(true);
    expect(isImpossible(sumOf(0, [1, 2]), boxOf([0, 1], [1, 2], [1, 2]))).toBe(true);
    expect(isImpossible(sumOf(0, [1, 2]), boxOf([0, 2], [1, 2], [1, 2]))).toBe(false);
  });

  test("a quotient above or below what the division can give, and one by 0", () => {
    expect(isImpossible(quotientOf(0, 1, 2), boxOf([5, 9], [0, 4], [1, 3]))).toBe(true);
    expect(isImpossible(quotientOf(0, 1, 2), boxOf([0, 1], [4, 8], [1, 3]))).toBe(true);
    expect(isImpossible(quotientOf(0, 1, 2), boxOf([0, 1], [3, 8], [1, 3]))).toBe(false);
    expect(isImpossible(quotientOf(0, 1, 2), boxOf([0, 99], [4, 8], [0, 0]))).toBe(true);
  });
});
