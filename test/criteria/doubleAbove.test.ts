import { expect, test } from "vitest";
import { doubleAbove } from "../../src/criteria/doubleAbove.ts";

test.each([
  [0, 5e-324],
  [-0, 5e-324],
  [5e-324, 1e-323],
  [-5e-324, -0],
  [1, 1 + Number.EPSILON],
  [-1, -1 + Number.EPSILON / 2],
  [2 ** 53, 2 ** 53 + 2],
  [Number.MAX_VALUE, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, -Number.MAX_VALUE],
])("above %d comes %d", (value, above) => {
  expect(doubleAbove(value)).toBe(above);
});
