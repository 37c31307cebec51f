import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { holdoutErrorOf } from "../../../src/clv/compare/holdoutError.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";

const forecasts = fc.array(
  fc.record({ expected: fc.double({ min: 0, max: 5000, noNaN: true }), actual: fc.nat(5000) }),
  { minLength: 1, maxLength: 40 },
);

describe("errors of a forecast", () => {
  test.prop([forecasts], { seed: 4 })("obey their laws", (rows) => {
    const expected = Float64Array.from(rows, (row) => row.expected);
    const actual = Float64Array.from(rows, (row) => row.actual);
    const error = holdoutErrorOf(expected, actual);
    expect(error.rootMeanSquaredError).toBeGreaterThanOrEqual(error.meanAbsoluteError * (1 - 1e-12));
    const bias = Math.abs(error.expectedTotal - error.actualTotal) / rows.length;
    expect(error.meanAbsoluteError).toBeGreaterThanOrEqual(bias - 1e-9);
    const isAlike = new Set(expected).size === 1 || new Set(actual).size === 1;
    expect(error.correlation === null).toBe(isAlike);
    expect(error.correlationReason).toBe(isAlike ? "all_alike" : null);
    if (error.correlation !== null) expect(Math.abs(error.correlation)).toBeLessThanOrEqual(1);
  });

  test("by hand", () => {
    // deviations -1, 0, 1 and -4/3, -1/3, 5/3: 3 / √(2 · 14/3)
    expect(holdoutErrorOf(Float64Array.of(1, 2, 3), Float64Array.of(0, 1, 3))).toEqual({
      expectedTotal: 6,
      actualTotal: 4,
      meanAbsoluteError: 2 / 3,
      rootMeanSquaredError: Math.sqrt(2 / 3),
      correlation: expect.closeTo(3 / Math.sqrt(28 / 3), 12),
      correlationReason: null,
    });
  });

  test("a correlation exists however small the differences are", () => {
    const tiny = holdoutErrorOf(Float64Array.of(1e-200, 2e-200, 3e-200), Float64Array.of(2, 1, 0));
    expectClose(tiny.correlation!, -1, 1e-12);
  });
});
