import { describe, expect, test } from "vitest";
import { hyp2f1OneB } from "../../src/math/hyp2f1OneB.ts";
import { lnHyp2f1 } from "../../src/math/lnHyp2f1.ts";
import { integrateUnit } from "./support/integrate.ts";
import { expectNear } from "./support/nearness.ts";

const EVERYWHERE = [-1e7, -2e3, -900, -3, -1e-9, 1e-9, 0.3, 0.9, 0.998, 0.9995, 0.99999];

function hyp2f1(b: number, c: number, z: number): number {
  const { lnAbs, sign } = lnHyp2f1(1, b, c, z);
  return sign * Math.exp(lnAbs);
}

describe("hyp2f1OneB", () => {
  test("of elementary functions: −ln(1−z)/z and (1−z)^(−1)", () => {
    for (const z of EVERYWHERE) {
      expectNear(hyp2f1OneB(1, 2, z), -Math.log1p(-z) / z, 2e-12, `z = ${z}`);
      expectNear(hyp2f1OneB(2.7, 2.7, z), 1 / (1 - z), 2e-12, `z = ${z}`);
      expect(hyp2f1OneB(0, 2.7, z)).toBe(1);
    }
    expect(hyp2f1OneB(3, 2, 0)).toBe(1);
  });

  test("is (c−1)·∫ (1−t)^(c−2)·(1−zt)^(−b) dt, DLMF 15.6.1", () => {
    for (const [b, c] of [
      [0.606, 2.159],
      [1.553, 2.159],
      [3.8, 4.504],
      [40, 2.5],
      [0.3, 60],
    ] as const) {
      for (const z of [-40, -0.5, 0.1, 0.4]) {
        const integral = integrateUnit((t, rest) => rest ** (c - 2) * (1 - z * t) ** -b);
        expectNear(hyp2f1OneB(b, c, z), (c - 1) * integral, 1e-12, `${b}; ${c}; ${z}`);
      }
    }
  });

  test("agrees with the series and the differential equation, which it does not use between", () => {
    for (const b of [0.01, 0.553, 1.606, 30, 5000]) {
      for (const more of [0.1, 1, 3.3]) {
        for (const z of EVERYWHERE) {
          expectNear(hyp2f1OneB(b, b + more, z), hyp2f1(b, b + more, z), 1e-11, `${b}; ${b + more}; ${z}`);
        }
      }
    }
  });

  test("of values that grow large or change their sign", () => {
    expectNear(hyp2f1OneB(300, 1.5, 0.5), hyp2f1(300, 1.5, 0.5), 1e-12);
    expectNear(hyp2f1OneB(3, 1, 0.75), 64, 1e-13); // (1 − z)^(−3)
    expectNear(hyp2f1OneB(2, -0.5, 0.3), hyp2f1(2, -0.5, 0.3), 1e-12);
    expect(hyp2f1OneB(1, 2, 1)).toBeNaN();
    expect(hyp2f1OneB(1, 2, Number.NaN)).toBeNaN();
  });

  test("where a denominator of the fraction vanishes", () => {
    // c = b·z: the first of Lentz' numerators is 0.
    expectNear(hyp2f1OneB(4, 2, 0.5), hyp2f1(4, 2, 0.5), 1e-13);
    // The same in its second denominator.
    expectNear(hyp2f1OneB(-3, 1, 0.5), 0.125, 1e-13);
  });
});
