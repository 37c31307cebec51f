import { describe, expect, test } from "vitest";
import { invertSymmetric } from "../../src/math/invertSymmetric.ts";

describe("the inverse", () => {
  test("of small matrices, by hand", () => {
    expect(invertSymmetric(Float64Array.of(4), 1)).toEqual(Float64Array.of(0.25));
    expect(invertSymmetric(Float64Array.of(4, 2, 2, 2), 2)).toEqual(Float64Array.of(0.5, -0.5, -0.5, 1));
    expect(invertSymmetric(new Float64Array(0), 0)).toEqual(new Float64Array(0));
  });

  test("of Hilbert's matrix of order 4 is that of whole numbers", () => {
    const hilbert = Float64Array.from({ length: 16 }, (_, index) => 1 / ((index >> 2) + (index & 3) + 1));
    const whole = [
      16, -120, 240, -140, -120, 1200, -2700, 1680, 240, -2700, 6480, -4200, -140, 1680, -4200, 2800,
    ];
    const inverse = invertSymmetric(hilbert, 4)!;
    expect(whole.map((entry, index) => inverse[index]! / entry)).toEqual(
      whole.map(() => expect.closeTo(1, 10)),
    );
  });

  test("reads what lies below the diagonal only, and leaves its argument alone", () => {
    const matrix = Float64Array.of(4, Number.NaN, 2, 2);
    expect(invertSymmetric(matrix, 2)).toEqual(Float64Array.of(0.5, -0.5, -0.5, 1));
    expect(matrix).toEqual(Float64Array.of(4, Number.NaN, 2, 2));
  });

  test("does not mind units: a diagonal from 1e-200 to 1e200", () => {
    const inverse = invertSymmetric(Float64Array.of(1e-200, 0.5, 0.5, 1e200), 2)!;
    expect(inverse[0]! / 1e200).toBeCloseTo(4 / 3, 14);
    expect(inverse[1]).toBeCloseTo(-2 / 3, 14);
    expect(inverse[3]! * 1e200).toBeCloseTo(4 / 3, 14);
  });
});

describe("no inverse", () => {
  test.each([
    ["zero", [0], 1],
    ["a negative number", [-1], 1],
    ["NaN", [Number.NaN], 1],
    ["Infinity", [Number.POSITIVE_INFINITY], 1],
    ["NaN beside the diagonal", [1, 0, Number.NaN, 1], 2],
    ["Infinity beside the diagonal", [1, 0, Number.POSITIVE_INFINITY, 1], 2],
    ["a saddle", [1, 2, 2, 1], 2],
    ["a ridge", [1, 1, 1, 1], 2],
    ["a ridge but for rounding", [1 / 49, 1 / 7, 1 / 7, 1 + 2e-16], 2],
    ["a ridge in three dimensions", [4, 2, 2, 2, 5, 3, 2, 3, 2], 3],
    ["one beyond the doubles", [1e-320], 1],
  ])("for %s", (_name, entries, size) => {
    expect(invertSymmetric(Float64Array.from(entries), size)).toBeNull();
  });
});
