import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { digamma } from "../../src/math/digamma.ts";
import { lnBeta } from "../../src/math/lnBeta.ts";
import { lnGamma } from "../../src/math/lnGamma.ts";
import { lnGammaDifference } from "../../src/math/lnGammaDifference.ts";
import { trigamma } from "../../src/math/trigamma.ts";

const between = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map((ln) => Math.exp(ln));
const wide = between(1e-8, 1e8);

/** The error that a few roundings of the given parts explain. */
function roundings(count: number, ...parts: number[]): number {
  return count * 2 ** -53 * Math.max(...parts.map(Math.abs), 1e-300);
}

describe("the gamma function and its derivatives", () => {
  test.prop([wide])("from x to x + 1, DLMF 5.5.1, 5.5.2 and 5.15.5", (x) => {
    const next = x + 1; // rounded, which moves the right sides by their slopes
    const shift = Math.abs(next - x - 1);
    const [ln, lnNext] = [lnGamma(x), lnGamma(next)];
    const slack = 2 * shift * (Math.abs(digamma(next)) + trigamma(next) + 2 / next ** 3);
    expect(Math.abs(lnNext - ln - Math.log(x))).toBeLessThanOrEqual(roundings(60, ln, lnNext, 1) + slack);
    const [first, firstNext] = [digamma(x), digamma(next)];
    expect(Math.abs(firstNext - first - 1 / x)).toBeLessThanOrEqual(roundings(60, first, 1) + slack);
    const [second, secondNext] = [trigamma(x), trigamma(next)];
    expect(Math.abs(secondNext - second + x ** -2)).toBeLessThanOrEqual(roundings(60, second) + slack);
  });

  test.prop([fc.double({ min: 0.001, max: 0.999, noNaN: true })])(
    "from x to 1 − x, DLMF 5.5.3, 5.5.4 and the derivative of it",
    (x) => {
      const other = 1 - x;
      const sine = Math.sin(Math.PI * x);
      const product = Math.log(Math.PI / sine);
      expect(Math.abs(lnGamma(x) + lnGamma(other) - product)).toBeLessThanOrEqual(1e-12);
      const cotangent = Math.PI / Math.tan(Math.PI * x);
      expect(Math.abs(digamma(other) - digamma(x) - cotangent)).toBeLessThanOrEqual(
        1e-12 * trigamma(x) + 1e-12 * trigamma(other),
      );
      const square = (Math.PI / sine) ** 2;
      expect(Math.abs((trigamma(x) + trigamma(other)) / square - 1)).toBeLessThanOrEqual(1e-12);
    },
  );

  test.prop([between(0.01, 1e6)])("each is the slope of the one before", (x) => {
    const width = x * 1e-3;
    // Five points: the error is of the fourth order in the width.
    const slope = (f: (x: number) => number) =>
      (8 * (f(x + width) - f(x - width)) - f(x + 2 * width) + f(x - 2 * width)) / (12 * width);
    const ofLn = roundings(100, lnGamma(x), 1) / width;
    expect(Math.abs(slope(lnGamma) - digamma(x))).toBeLessThanOrEqual(1e-9 * (1 + 1 / x) + ofLn);
    const ofFirst = roundings(100, digamma(x), 1) / width;
    expect(Math.abs(slope(digamma) - trigamma(x))).toBeLessThanOrEqual(1e-9 * trigamma(x) + ofFirst);
  });

  test.prop([between(1e-8, 1e9)])(
    "trigamma lies between 1/x + 1/(2x²) and that and 1/(6x³), DLMF 5.11",
    (x) => {
      const least = (1 + 0.5 / x) / x;
      expect(trigamma(x)).toBeGreaterThanOrEqual(least * (1 - 1e-14));
      expect(trigamma(x)).toBeLessThanOrEqual((least + 1 / (6 * x ** 3)) * (1 + 1e-14));
    },
  );
});

describe("differences", () => {
  test.prop([between(1e-8, 1e9), between(1e-6, 1e6), between(1e-6, 1e6)])("add up", (x, one, other) => {
    const [first, second] = [lnGammaDifference(x, one), lnGammaDifference(x + one, other)];
    const whole = lnGammaDifference(x, one + other);
    // x + one and one + other are rounded.
    const slack = roundings(2, x + one, one + other) * Math.max(1 / x, Math.abs(digamma(x + one + other)));
    expect(Math.abs(first + second - whole)).toBeLessThanOrEqual(
      roundings(200, first, second, whole, 0.1) + 3 * slack,
    );
  });

  test.prop([between(1e-8, 1e4), between(1e-3, 1e4)])(
    "are those of lnΓ, where it has the digits",
    (x, step) => {
      const [end, start] = [lnGamma(x + step), lnGamma(x)];
      const slack = roundings(4, x + step) * Math.abs(digamma(x + step));
      const error = Math.abs(lnGammaDifference(x, step) - (end - start));
      expect(error).toBeLessThanOrEqual(roundings(100, end, start, 1) + slack);
    },
  );

  test.prop([between(8, 1e9), between(1e-9, 1e3)])("lie between the slopes at both ends", (x, step) => {
    const slope = lnGammaDifference(x, step) / step;
    const slack = 1e-14 * Math.log(x + step) + 2 ** -52 * (x / step) * 1e-2;
    expect(slope).toBeGreaterThanOrEqual(digamma(x) - slack);
    expect(slope).toBeLessThanOrEqual(digamma(x + step) + slack);
  });

  test.prop([between(1e-6, 1e9), between(1e-6, 1e9)])(
    "make the beta function: the same both ways, B(a, b) = B(a+1, b) + B(a, b+1)",
    (a, b) => {
      expect(lnBeta(a, b)).toBe(lnBeta(b, a));
      const ln = lnBeta(a, b);
      const share = Math.exp(lnBeta(a + 1, b) - ln) + Math.exp(lnBeta(a, b + 1) - ln);
      const slack = roundings(60, ln, a * Math.log1p(b), b * Math.log1p(a), 1);
      expect(Math.abs(share - 1)).toBeLessThanOrEqual(slack);
    },
  );
});
