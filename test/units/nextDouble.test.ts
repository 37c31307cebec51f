import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { doubleAbove, doubleBelow } from "../../src/units/nextDouble.ts";

describe("the doubles next to a double", () => {
  test.each([
    [1, 1 + Number.EPSILON],
    [-Number.MIN_VALUE, -0],
    [Number.MIN_VALUE, 2 * Number.MIN_VALUE],
    [0, Number.MIN_VALUE],
    [-0, Number.MIN_VALUE],
    [-1, -1 + Number.EPSILON / 2],
    [2 ** 53, 2 ** 53 + 2],
    [Number.MAX_VALUE, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, -Number.MAX_VALUE],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])("above %d is %d", (value, above) => {
    expect(doubleAbove(value)).toBe(above);
  });

  test("below mirrors above", () => {
    expect(doubleBelow(1)).toBe(1 - Number.EPSILON / 2);
    expect(doubleBelow(0)).toBe(-Number.MIN_VALUE);
    expect(doubleBelow(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  });

  propertyTest.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    "up and down again comes back, and nothing lies between",
    (value) => {
      const above = doubleAbove(value);
      expect(above).toBeGreaterThan(value);
      expect(doubleBelow(above) + 0).toBe(value + 0);
      const middle = value / 2 + above / 2;
      expect(middle === value || middle === above || Math.abs(value) < 2 ** -1020).toBe(true);
    },
  );
});
