import { describe, expect, test } from "vitest";
import { formatMinor, minorBoundsOf, parseAmount } from "../../src/units/money.ts";

describe("parseAmount, major units", () => {
  test.each<[unknown, number, number]>([
    ["12.05", 2, 1205],
    ["12.5", 2, 1250],
    ["12", 2, 1200],
    ["-12.05", 2, -1205],
    ["+12.05", 2, 1205],
    [".5", 2, 50],
    ["  7 ", 2, 700],
    ["000012.050000", 2, 1205],
    ["100.00", 0, 100],
    ["1.234", 3, 1234],
    ["0", 2, 0],
    ["0.00", 2, 0],
    ["1e3", 2, 100_000],
    ["1.5E-1", 2, 15],
    ["0e999999999", 2, 0],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER],
    ["-90071992547409.91", 2, -Number.MAX_SAFE_INTEGER],
    ["9007199254740991", 0, Number.MAX_SAFE_INTEGER],
    [12.05, 2, 1205],
    [1.005, 3, 1005],
    [4.35, 2, 435], // 4.35 * 100 is 434.99999999999994
    [1.1, 2, 110],
    [0, 2, 0],
    [-3, 2, -300],
    [9_999_999_999_999.99, 2, 999_999_999_999_999],
    [1e15, 0, 1e15],
    [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER],
  ])("reads %j with %i decimals as %j", (value, digits, minor) => {
    expect(parseAmount(value, "major", digits)).toBe(minor);
  });

  test.each<[unknown, number, string]>([
    [Number.NaN, 2, "invalid_amount"],
    [Number.POSITIVE_INFINITY, 2, "invalid_amount"],
    [Number.NEGATIVE_INFINITY, 2, "invalid_amount"],
    ["NaN", 2, "invalid_amount"],
    ["Infinity", 2, "invalid_amount"],
    ["", 2, "invalid_amount"],
    [" ", 2, "invalid_amount"],
    ["-", 2, "invalid_amount"],
    [".", 2, "invalid_amount"],
    ["5.", 2, "invalid_amount"],
    ["1,000", 2, "invalid_amount"],
    ["1.000.000", 0, "invalid_amount"],
    ["1 000", 0, "invalid_amount"],
    ["$5", 2, "invalid_amount"],
    ["5 USD", 2, "invalid_amount"],
    ["0x10", 2, "invalid_amount"],
    ["1e", 2, "invalid_amount"],
    ["1e1234567890", 2, "invalid_amount"],
    ["--1", 2, "invalid_amount"],
    ["١٢", 2, "invalid_amount"],
    [true, 2, "invalid_amount"],
    [null, 2, "invalid_amount"],
    [{}, 2, "invalid_amount"],
    [-0, 2, "negative_zero"],
    ["-0", 2, "negative_zero"],
    ["-0.00", 2, "negative_zero"],
    ["-0e5", 2, "negative_zero"],
    ["0.005", 2, "too_many_decimals"],
    ["100.5", 0, "too_many_decimals"],
    ["1.2345", 3, "too_many_decimals"],
    [1e-7, 2, "too_many_decimals"],
    [-1e-7, 2, "too_many_decimals"],
    [5e-324, 2, "too_many_decimals"],
    [0.1 + 0.2, 2, "too_many_decimals"],
    ["90071992547409.92", 2, "unsafe_amount"],
    ["9007199254740993", 0, "unsafe_amount"],
    ["1e999999999", 0, "unsafe_amount"],
    [1e21, 2, "unsafe_amount"],
    [Number.MAX_VALUE, 2, "unsafe_amount"],
    [2 ** 53, 0, "unsafe_amount"],
    [90_071_992_547_409.91, 2, "unsafe_amount"], // the double nearest to it is …409.90625
    [-10_000_000_000_000, 2, "unsafe_amount"],
  ])("refuses %j with %i decimals as %s", (value, digits, code) => {
    expect(parseAmount(value, "major", digits)).toBe(code);
  });

  test("reads bigints", () => {
    expect(parseAmount(12n, "major", 2)).toBe(1200);
    expect(parseAmount(-5n, "minor", 2)).toBe(-5);
    expect(parseAmount(10n ** 30n, "major", 0)).toBe("unsafe_amount");
  });

  test("takes time in proportion to the length of the text, whatever the text", () => {
    const million = 1_000_000;
    expect(parseAmount(`${"0".repeat(million)}1`, "major", 2)).toBe(100);
    expect(parseAmount(`1.${"0".repeat(million)}`, "major", 2)).toBe(100);
    expect(parseAmount(`0.${"0".repeat(million)}1`, "major", 2)).toBe("too_many_decimals");
    expect(parseAmount(`${"1".repeat(million)}x`, "major", 2)).toBe("invalid_amount");
  });
});

describe("parseAmount, minor units", () => {
  test.each<[unknown, number | string]>([
    [1205, 1205],
    ["1205", 1205],
    ["1205.00", 1205],
    [12.5, "too_many_decimals"],
    ["12.5", "too_many_decimals"],
    [-0, "negative_zero"],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [2 ** 53, "unsafe_amount"],
  ])("reads %j as %j, whatever the currency", (value, expected) => {
    expect(parseAmount(value, "minor", 2)).toBe(expected);
    expect(parseAmount(value, "minor", 0)).toBe(expected);
  });
});

describe("formatMinor", () => {
  test.each([
    [-1205, 2, "-12.05"],
    [100, 0, "100"],
    [-100, 0, "-100"],
    [0, 2, "0.00"],
    [-0, 2, "0.00"],
    [5, 3, "0.005"],
    [-5, 2, "-0.05"],
    [Number.MAX_SAFE_INTEGER, 2, "90071992547409.91"],
    [12_345, 4, "1.2345"],
  ])("writes %i with %i decimals as %s", (minor, digits, text) => {
    expect(formatMinor(minor, digits)).toBe(text);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d", (minor) => {
    expect(() => formatMinor(minor, 2)).toThrow(expect.objectContaining({ code: "internal_invariant" }));
  });
});

describe("minorBoundsOf", () => {
  test.each<[number | string, number, number, boolean]>([
    [100, 2, 10_000, true],
    ["99.99", 2, 9999, true],
    ["0.001", 2, 0, false],
    ["-0.001", 2, -1, false],
    ["-12.349", 2, -1235, false],
    ["12.349", 2, 1234, false],
    [0, 2, 0, true],
    [-0, 2, 0, true],
    ["-0.000", 2, 0, true],
    ["0.5", 0, 0, false],
    [1e-7, 2, 0, false],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER, true],
    ["9007199254740993", 0, 2 ** 53, false], // 2^53 + 1 lies between two doubles
    ["-9007199254740993", 0, -(2 ** 53) - 2, false],
    ["9007199254740995", 0, 2 ** 53 + 2, false], // rounds up to 2^53 + 4, so the double below is taken
    ["9007199254740994", 0, 2 ** 53 + 2, true],
    ["9007199254740994.5", 0, 2 ** 53 + 2, false],
    [1e21, 0, 1e21, true],
    [String(BigInt(Number.MAX_VALUE)), 0, Number.MAX_VALUE, true],
    [Number.MAX_VALUE, 2, Number.MAX_VALUE, false],
    [-Number.MAX_VALUE, 2, Number.NEGATIVE_INFINITY, false],
    [`1${"9".repeat(308)}`, 0, Number.MAX_VALUE, false], // 309 digits, above all doubles
    [`-1${"9".repeat(308)}`, 0, Number.NEGATIVE_INFINITY, false],
    ["1e999999999", 2, Number.MAX_VALUE, false],
    ["-1e999999999", 2, Number.NEGATIVE_INFINITY, false],
    ["1e-999999999", 2, 0, false],
  ])("puts %s with %i decimals at %d (exact: %s)", (threshold, digits, floor, exact) => {
    expect(minorBoundsOf(threshold, digits)).toStrictEqual({ floor, exact });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, "", "lots", "1,000"])("does not take %j", (threshold) => {
    expect(minorBoundsOf(threshold, 2)).toBeUndefined();
  });
});
