import { describe, expect, test } from "vitest";
import { lnBeta } from "../../src/math/lnBeta.ts";
import { integrateUnit } from "./support/integrate.ts";
import { expectNear } from "./support/nearness.ts";

describe("lnBeta", () => {
  test.each([
    [0.1, 0.1, 2.981361481037627],
    [1.2, 0.75, 0.1382313605775572],
    [1e8, 1e8, -138629444.05681732],
  ])("of %f and %f is what 34 digits give", (a, b, expected) => {
    expectNear(lnBeta(a, b), expected, 3e-14);
  });

  test("of whole numbers is a fraction: B(1, b) = 1/b, B(2, b) = 1/(b(b+1))", () => {
    for (const b of [1e-6, 0.3, 1, 7, 1e4, 1e9]) {
      expectNear(lnBeta(1, b), -Math.log(b), 1e-14, `b = ${b}`);
      expectNear(lnBeta(b, 2), -Math.log(b) - Math.log1p(b), 1e-14, `b = ${b}`);
    }
    expect(lnBeta(1, 1)).toBe(0);
  });

  test("is the logarithm of its integral, DLMF 5.12.1", () => {
    for (const [a, b] of [
      [0.3, 0.4],
      [0.793, 2.426],
      [1.5, 8.25],
      [20.5, 33.3],
    ] as const) {
      const integral = integrateUnit((t, rest) => t ** (a - 1) * rest ** (b - 1));
      expectNear(lnBeta(a, b), Math.log(integral), 1e-12, `${a}, ${b}`);
    }
  });

  test("keeps its digits when one argument is far larger", () => {
    expectNear(lnBeta(1e12, 0.5), Math.log(Math.PI) / 2 - 6 * Math.LN10, 1e-12);
    expectNear(lnBeta(1e-9, 1e9), 9 * Math.LN10, 1e-8);
  });

  test("has no domain below 0", () => {
    expect(lnBeta(0, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(lnBeta(-1, 2)).toBeNaN();
    expect(lnBeta(2, -1)).toBeNaN();
    expect(lnBeta(2, Number.NaN)).toBeNaN();
  });
});
