import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { hyp2f1OneB } from "../../src/math/hyp2f1OneB.ts";
import { lnHyp2f1 } from "../../src/math/lnHyp2f1.ts";

const between = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map((ln) => Math.exp(ln));
const positive = between(1e-3, 2e3);
const argument = fc.oneof(
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  between(1e-9, 1).map((rest) => 1 - rest),
  between(1e-9, 1e7).map((size) => -size),
);

/** Σ coefficient·F = 0 within the precision, all F divided by the largest. */
function expectBalanced(terms: readonly (readonly [number, { lnAbs: number; sign: number }])[]): void {
  const top = Math.max(...terms.map(([, { lnAbs }]) => lnAbs));
  let sum = 0;
  let sizes = 0;
  for (const [coefficient, { lnAbs, sign }] of terms) {
    const part = coefficient * sign * Math.exp(lnAbs - top);
    sum += part;
    sizes += Math.abs(part);
  }
  expect(Math.abs(sum) / sizes).toBeLessThanOrEqual(1e-9 + 1e-14 * Math.abs(top));
}

describe("lnHyp2f1", () => {
  test.prop([positive, positive, positive, argument])(
    "is finite for positive parameters, and the same both ways",
    (a, b, c, z) => {
      // With a and b both far above c and z below 0, F swings and may leave no digits.
      fc.pre(z >= 0 || Math.min(a, b) < c + 5);
      const { lnAbs, sign } = lnHyp2f1(a, b, c, z);
      const other = lnHyp2f1(b, a, c, z);
      expect(Number.isFinite(lnAbs)).toBe(true);
      expect(other.sign).toBe(sign);
      expect(Math.abs(other.lnAbs - lnAbs)).toBeLessThanOrEqual(1e-9 * Math.abs(lnAbs));
      if (z > 1e-300) expect(lnAbs).toBeGreaterThan(0);
      if (z > 0) expect(sign).toBe(1);
    },
  );

  test.prop([positive, positive, between(1e-2, 2e3), argument])(
    "contiguous functions, DLMF 15.5.11: (c−a)F(a−1) + (2a−c+(b−a)z)F + a(z−1)F(a+1) = 0",
    (a, b, more, z) => {
      const c = Math.min(b, 400) + more; // c > b: all three are positive
      const [under, beside, over] = [a, a + 1, a + 2].map((one) => lnHyp2f1(one, Math.min(b, 400), c, z));
      const middle = 2 * (a + 1) - c + (Math.min(b, 400) - a - 1) * z;
      expectBalanced([
        [c - a - 1, under!],
        [middle, beside!],
        [(a + 1) * (z - 1), over!],
      ]);
    },
  );

  test.prop([
    between(0.05, 8),
    between(0.05, 8),
    fc.double({ min: -0.99, max: -0.01, noNaN: true }),
    argument,
  ])(
    "contiguous functions across c = 0, DLMF 15.5.18: c(c−1)(z−1)F(c−1) + c(c−1−(2c−a−b−1)z)F + (c−a)(c−b)zF(c+1) = 0",
    (a, b, c, z) => {
      const [next, over] = [c + 1, c + 2];
      expectBalanced([
        [next * c * (z - 1), lnHyp2f1(a, b, c, z)],
        [next * (c - (2 * next - a - b - 1) * z), lnHyp2f1(a, b, next, z)],
        [(next - a) * (next - b) * z, lnHyp2f1(a, b, over, z)],
      ]);
    },
  );

  test.prop([between(0.01, 300), between(0.01, 300), fc.double({ min: 1e-3, max: 0.95, noNaN: true })])(
    "quadratic transformation, DLMF 15.8.13: F(a, b; 2b; z) = (1−z/2)^(−a)·F(a/2, a/2+½; b+½; (z/(2−z))²)",
    (a, b, z) => {
      const other = lnHyp2f1(a / 2, a / 2 + 0.5, b + 0.5, (z / (2 - z)) ** 2);
      const { lnAbs } = lnHyp2f1(a, b, 2 * b, z);
      expect(Math.abs(other.lnAbs - a * Math.log1p(-z / 2) - lnAbs)).toBeLessThanOrEqual(
        1e-11 * Math.max(1, lnAbs),
      );
    },
  );

  test.prop([between(0.1, 5e3), positive, argument])("with a = 1 is the continued fraction", (b, more, z) => {
    const c = b + more;
    const { lnAbs, sign } = lnHyp2f1(1, b, c, z);
    const fraction = hyp2f1OneB(b, c, z);
    expect(sign).toBe(1);
    expect(Math.abs(Math.log(fraction) - lnAbs)).toBeLessThanOrEqual(1e-11);
  });

  test.prop([between(1e-3, 50), between(1e-3, 50), between(1e-3, 50), argument, argument])(
    "rises with z for positive parameters",
    (a, b, c, one, other) => {
      fc.pre(one !== other);
      const [low, high] = one < other ? [one, other] : [other, one];
      const [left, right] = [lnHyp2f1(a, Math.min(b, c), c, low), lnHyp2f1(a, Math.min(b, c), c, high)];
      expect(right.lnAbs).toBeGreaterThanOrEqual(left.lnAbs - 1e-12 * Math.abs(left.lnAbs));
    },
  );
});
