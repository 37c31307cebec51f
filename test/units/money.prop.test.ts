import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { formatMinor, minorBoundsOf, parseAmount } from "../../src/units/money.ts";

const digits = fc.constantFrom(0, 2, 3, 4);
const anyMinor = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
);

describe("amounts", () => {
  test.prop([anyMinor, digits])("written and read again are the same, as text", (minor, decimals) => {
    expect(parseAmount(formatMinor(minor, decimals), "major", decimals)).toBe(minor);
    expect(parseAmount(String(minor), "minor", decimals)).toBe(minor);
  });

  test.prop([fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), digits])(
    "written and read again are the same, as numbers",
    (minor, decimals) => {
      expect(parseAmount(Number(formatMinor(minor, decimals)), "major", decimals)).toBe(minor);
    },
  );

  test.prop([fc.oneof(fc.double(), fc.double({ min: -1e17, max: 1e17 }), fc.integer()), digits])(
    "given as a number are read as the decimal that it prints as, or refused where a number may have lost digits",
    (value, decimals) => {
      const asText = parseAmount(Object.is(value, -0) ? "-0" : String(value), "major", decimals);
      const lossy = decimals > 0 && typeof asText === "number" && Math.abs(asText) >= 1e15;
      expect(parseAmount(value, "major", decimals)).toBe(lossy ? "unsafe_amount" : asText);
    },
  );

  test("have as many decimals as they are told", () => {
    expect(parseAmount("1.5", "major", 7)).toBe(15_000_000);
    expect(parseAmount(1.5, "major", 7)).toBe(15_000_000);
  });

  const piece = fc.constantFrom("", "0", "00", "7", "12", "9007199254740991", "90071992547409");
  const written = fc.oneof(
    fc.tuple(piece, piece, fc.constantFrom("", "."), piece, piece).map((pieces) => pieces.join("")),
    fc.string({ unit: fc.constantFrom(..."0123456789.+-e,٣") }),
  );

  test.prop([written, digits], { numRuns: 1_000 })(
    "as text are the same with a space before them, which keeps them from the quick way",
    (text, decimals) => {
      for (const form of ["major", "minor"] as const) {
        expect(parseAmount(text, form, decimals)).toBe(parseAmount(` ${text}`, form, decimals));
      }
    },
  );

  test.prop([fc.anything()])("of any kind give a safe integer or a code, never an exception", (value) => {
    const read = parseAmount(value, "major", 2);
    expect(typeof read === "string" || (Number.isSafeInteger(read) && !Object.is(read, -0))).toBe(true);
  });
});

/** Threshold against amount with nothing but big integers: both scaled to twelve decimals. */
function compareExactly(minor: number, decimals: number, threshold: string): bigint {
  const [whole = "0", fraction = ""] = threshold.replace("-", "").split(".");
  const scaled = BigInt(whole + fraction.padEnd(12, "0")) * (threshold.startsWith("-") ? -1n : 1n);
  return BigInt(minor) * 10n ** BigInt(12 - decimals) - scaled;
}

describe("thresholds", () => {
  const threshold = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
    .map(([scaled, places]) => {
      const text = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
      const point = text.length - places;
      return `${scaled < 0n ? "-" : ""}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ""}`;
    });
  const near = fc
    .tuple(anyMinor, digits, fc.constantFrom("", "0001", "9999"))
    .map(([minor, decimals, tail]) => {
      const text = formatMinor(minor, decimals);
      return [minor, decimals, tail === "" ? text : `${text}${decimals === 0 ? "." : ""}${tail}`] as const;
    });
  const anywhere = fc.tuple(anyMinor, digits, threshold);

  test.prop([fc.oneof(near, anywhere)])(
    "compare with every amount as exact arithmetic does",
    ([minor, decimals, text]) => {
      const { floor, exact } = minorBoundsOf(text, decimals)!;
      const difference = compareExactly(minor, decimals, text);
      expect(minor <= floor).toBe(difference <= 0n);
      expect(exact ? minor < floor : minor <= floor).toBe(difference < 0n);
      expect(exact && minor === floor).toBe(difference === 0n);
    },
  );

  test.prop([fc.double({ noInteger: false, noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()])(
    "beyond safe integers still order sums of amounts",
    (value, minor) => {
      const whole = Math.trunc(value);
      const { floor, exact } = minorBoundsOf(String(BigInt(whole)), 0)!;
      expect({ floor: floor + 0, exact }).toEqual({ floor: whole + 0, exact: true });
      expect(minor * 3 <= floor).toBe(minor * 3 <= whole);
    },
  );
});
