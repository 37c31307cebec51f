import { describe, expect, test } from "vitest";
import { lnGamma } from "../../src/math/lnGamma.ts";
import { lnHyperU } from "../../src/math/lnHyperU.ts";
import { integrateHalfLine } from "./support/integrate.ts";
import { expectNear } from "./support/nearness.ts";

const ARGUMENTS = [1e-8, 1e-6, 1e-3, 0.1, 0.9, 1, 1.1, 7, 100, 1e3, 1e6];

/** DLMF 13.4.4 by a rule that the library does not use. */
function hyperU(a: number, b: number, z: number): number {
  const integral = integrateHalfLine((t) => Math.exp(-z * t) * t ** (a - 1) * (1 + t) ** (b - a - 1));
  return integral / Math.exp(lnGamma(a));
}

describe("lnHyperU(s, s, z)", () => {
  // Values of 34 digits.
  test.each([
    [0.1, 0.1, 0.03296475680220367],
    [0.1, 1000, -0.6908754231178619],
    [0.606, 1e-6, 0.8072945380803779],
    [0.606, 0.1, 0.32829941077943614],
    [0.95, 1e-6, 2.2456284830420006],
    [0.95, 100, -4.384275388830114],
    [1, 0.1, 0.7004417824948862],
    [1, 10, -2.3907243719374085],
    [1.5, 0.001, 4.091401473722102],
    [5, 1, -1.652791893947781],
    [30, 1e-6, 397.2825103152632],
    [30, 1000, -207.2621889465921],
  ])("of s = %f, z = %f", (s, z, expected) => {
    expectNear(lnHyperU(s, s, z), expected, 1e-14);
  });

  test("is its integral", () => {
    for (const s of [0.05, 0.606, 1, 1.4, 1.6, 2, 5.5, 11.9, 12.1, 20]) {
      for (const z of ARGUMENTS.filter((one) => one < 1e3 && one ** -s < 1e60)) {
        expect(lnHyperU(s, s, z), `s = ${s}, z = ${z}`).toBeCloseTo(Math.log(hyperU(s, s, z)), 11);
      }
    }
  });

  test("is z^(−s) − s·U(s+1, s+1, z), DLMF 8.19.12", () => {
    for (const s of [1e-6, 0.01, 0.6, 0.99, 1, 1.7, 9, 250, 999]) {
      for (const z of ARGUMENTS) {
        const plain = -s * Math.log(z);
        const missing = s * Math.exp(lnHyperU(s + 1, s + 1, z) - plain);
        if (missing > 0.99) continue;
        const expected = plain + Math.log1p(-missing);
        expect(lnHyperU(s, s, z) - expected, `s = ${s}, z = ${z}`).toBeCloseTo(0, 10);
      }
    }
  });

  test("of s = 1 is the exponential integral: −γ − ln z + z − z²/4 + …, DLMF 6.6.2", () => {
    for (const z of [1e-8, 1e-4, 0.1, 0.5, 0.999]) {
      let sum = -0.5772156649015329 - Math.log(z);
      for (let index = 1, power = -1; index < 25; index += 1) {
        power *= -z / index;
        sum += power / index;
      }
      expectNear(lnHyperU(1, 1, z), z + Math.log(sum), 1e-13, `z = ${z}`);
    }
  });

  test("is smooth through whole s, where its series has 0/0", () => {
    for (const whole of [1, 2, 7]) {
      for (const z of [1e-8, 1e-3, 0.5]) {
        const middle = lnHyperU(whole, whole, z);
        for (const away of [1e-15, 1e-9, 1e-5]) {
          const [below, above] = [
            lnHyperU(whole - away, whole - away, z),
            lnHyperU(whole + away, whole + away, z),
          ];
          expect((below + above) / 2 - middle, `${whole} ± ${away}, z = ${z}`).toBeCloseTo(0, 7);
          expectNear(above - below, slopeAt(whole, z) * 2 * away, 1e-5 + 2e-14 / away, `${whole} ± ${away}`);
        }
      }
    }
  });

  test("keeps the digits of a small s, where U is beside 1", () => {
    for (const z of [1e-8, 0.1, 0.9, 5, 1e6]) {
      const slope = lnHyperU(1e-4, 1e-4, z) / 1e-4;
      expectNear(lnHyperU(1e-9, 1e-9, z) / 1e-9, slope, 0.01, `z = ${z}`);
      expectNear(lnHyperU(1e-9, 1e-9, z) / lnHyperU(1e-12, 1e-12, z), 1000, 1e-7, `z = ${z}`);
    }
  });
});

function slopeAt(s: number, z: number): number {
  return (lnHyperU(s + 1e-4, s + 1e-4, z) - lnHyperU(s - 1e-4, s - 1e-4, z)) / 2e-4;
}

describe("lnHyperU(a, b, z)", () => {
  const cases = [
    [0.3, 0.7, 0.4],
    [0.3, -2.5, 0.4],
    [0.1, 1.5, 3],
    [0.5, 4.2, 0.7],
    [1, 3, 0.01],
    [2.5, -7.5, 12],
    [8, 1.5, 2],
    [40, 60.5, 3],
    [3, 20.5, 40],
  ] as const;

  test.each(cases)("is its integral: %f, %f, %f", (a, b, z) => {
    expect(lnHyperU(a, b, z)).toBeCloseTo(Math.log(hyperU(a, b, z)), 11);
  });

  test.each(cases.filter(([a, b]) => a - b + 1 > 0))("is z^(1−b)·U(a−b+1, 2−b, z): %f, %f, %f", (a, b, z) => {
    const other = (1 - b) * Math.log(z) + lnHyperU(a - b + 1, 2 - b, z);
    expect(lnHyperU(a, b, z)).toBeCloseTo(other, 11);
  });

  test("of b = a + 1 is a power, and all around it meets it", () => {
    expect(lnHyperU(2, 3, 5)).toBe(-2 * Math.log(5));
    expect(lnHyperU(0.5, 1.5, 5)).toBe(-0.5 * Math.log(5));
    for (const a of [0.4, 3]) {
      for (const away of [1e-9, -1e-9]) {
        expect(lnHyperU(a, a + 1 + away, 0.2)).toBeCloseTo(-a * Math.log(0.2), 7);
        expect(lnHyperU(a, a + away, 0.2)).toBeCloseTo(lnHyperU(a, a, 0.2), 7);
      }
    }
  });

  test("has one value at a = 0 and none outside its domain", () => {
    expect(lnHyperU(0, 0, 3)).toBe(0);
    expect(lnHyperU(0, 5, 3)).toBe(0);
    expect(lnHyperU(-1, 2, 3)).toBeNaN();
    expect(lnHyperU(1, 1, 0)).toBeNaN();
    expect(lnHyperU(1, 1, -3)).toBeNaN();
    expect(lnHyperU(1, Number.NaN, 3)).toBeNaN();
  });
});
