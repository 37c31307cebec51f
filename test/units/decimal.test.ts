import { fc } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { divideMinor } from "../../src/units/decimal.ts";

describe("divideMinor", () => {
  test.each([
    [1001, 2, 2, "5.00"], // 5.005, half to even
    [1003, 2, 2, "5.02"], // 5.015
    [-1001, 2, 2, "-5.00"],
    [1000, 3, 2, "3.33"],
    [2000, 3, 2, "6.67"],
    [5, 2, 0, "2"],
    [7, 2, 0, "4"],
    [1, 1000, 2, "0.00"],
    [-1, 1000, 2, "0.00"],
    [0, 7, 3, "0.000"],
    [Number.MAX_SAFE_INTEGER, 1, 2, "90071992547409.91"],
    [Number.MAX_SAFE_INTEGER, 2, 0, "4503599627370496"], // …495.5
  ])("%i / %i with %i decimals is %s", (total, count, digits, text) => {
    expect(divideMinor(total, count, digits)).toBe(text);
  });

  test("is the exact quotient, rounded half to even, for any total and count", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 10 ** 9 }), (total, count) => {
        const units = BigInt(total < 0 ? -total : total);
        const divisor = BigInt(count);
        const twice = (units % divisor) * 2n;
        const quotient = units / divisor;
        const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
        const magnitude = String(quotient + (up ? 1n : 0n));
        expect(divideMinor(total, count, 0)).toBe(
          total < 0 && magnitude !== "0" ? `-${magnitude}` : magnitude,
        );
      }),
    );
  });

  test("does not listen to the settings of a host", () => {
    const { precision, rounding } = Decimal;
    Decimal.set({ precision: 2, rounding: Decimal.ROUND_UP });
    try {
      expect(divideMinor(123_456, 7, 2)).toBe("176.37");
    } finally {
      Decimal.set({ precision, rounding });
    }
  });

  test.each([
    [0.5, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, 1.5],
    [1, Number.NaN],
  ])("refuses %d / %d", (total, count) => {
    expect(() => divideMinor(total, count, 2)).toThrow(
      expect.objectContaining({ code: "internal_invariant" }),
    );
  });
});
