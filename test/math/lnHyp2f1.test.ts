import { describe, expect, test } from "vitest";
import { lnBeta } from "../../src/math/lnBeta.ts";
import { lnHyp2f1 } from "../../src/math/lnHyp2f1.ts";
import { integrateUnit } from "./support/integrate.ts";
import { expectNear } from "./support/nearness.ts";

function hyp2f1(a: number, b: number, c: number, z: number): number {
  const { lnAbs, sign } = lnHyp2f1(a, b, c, z);
  return sign * Math.exp(lnAbs);
}

const NOTHING = { lnAbs: Number.NaN, sign: 0 };
const EVERYWHERE = [
  -1e9,
  -1e4,
  -40,
  -3,
  -0.6,
  -0.4,
  -1e-3,
  -1e-9,
  1e-9,
  1e-3,
  0.3,
  0.75,
  0.97,
  0.9999,
  1 - 2 ** -40,
];

describe("lnHyp2f1", () => {
  test("of elementary functions, DLMF 15.4", () => {
    for (const z of EVERYWHERE) {
      expectNear(hyp2f1(1, 1, 2, z), -Math.log1p(-z) / z, 1e-13, `logarithm at ${z}`);
      for (const a of [-2.5, 0.3, 7]) {
        expectNear(lnHyp2f1(a, 1.7, 1.7, z).lnAbs, -a * Math.log1p(-z), 1e-13, `power ${a} at ${z}`);
      }
      const root = Math.sqrt(Math.abs(z));
      const angle = z < 0 ? Math.atan(root) / root : Math.atanh(root) / root;
      expectNear(hyp2f1(0.5, 1, 1.5, z), angle, 1e-13 / Math.sqrt(1 - Math.max(z, 0)), `arc tangent at ${z}`);
      const half = 2 / (1 + Math.sqrt(1 - z)); // DLMF 15.4.17 with a = 1 and 3
      expectNear(hyp2f1(1, 1.5, 2, z), half / Math.sqrt(1 - z), 1e-13, `a = 1 at ${z}`);
      expectNear(hyp2f1(3, 3.5, 6, z), half ** 5 / Math.sqrt(1 - z), 1e-13, `a = 3 at ${z}`);
    }
  });

  test("of complete elliptic integrals, by the arithmetic-geometric mean, DLMF 19.5.1 and 19.8.5", () => {
    for (const z of EVERYWHERE) {
      let [one, other] = [1, Math.sqrt(1 - z)];
      for (let turn = 0; turn < 60; turn += 1) [one, other] = [(one + other) / 2, Math.sqrt(one * other)];
      expectNear(hyp2f1(0.5, 0.5, 1, z), 1 / one, 3e-13, `z = ${z}`);
    }
  });

  test("is Euler's integral for c > b > 0, DLMF 15.6.1", () => {
    const integral = (a: number, b: number, c: number, z: number) =>
      integrateUnit(
        (t, rest) => t ** (b - 1) * rest ** (c - b - 1) * (z < 0.5 ? 1 - z * t : rest * z + 1 - z) ** -a,
      );
    for (const [a, b, c] of [
      [0.243, 1.426, 2.219],
      [2.243, 0.606, 3.159],
      [12.5, 3.8, 4.504],
      [30.2, 1.606, 31.159],
      [-3.3, 0.8, 1.1],
    ] as const) {
      for (const z of [-1e3, -5, -0.3, 1e-3, 0.3, 0.8, 0.99, 0.9999]) {
        const expected = Math.log(integral(a, b, c, z)) - lnBeta(b, c - b);
        expect(lnHyp2f1(a, b, c, z).lnAbs, `${a}, ${b}; ${c}; ${z}`).toBeCloseTo(expected, 10);
      }
    }
  });

  // Values of 34 digits.
  test.each([
    [0.243, 2.426, 2.219, 0.001, 1, 0.00026580885726446674],
    [0.243, 2.426, 2.219, -50, 1, -0.9834987350498552],
    [1.243, 3.426, 3.219, 0.999, 1, 9.776520057021571],
    [1000.243, 1002.426, 1002.219, 0.99999, 1, 11518.105872747064],
    [5000.243, 5002.426, 5002.219, 0.999, 1, 34541.88480307529],
    [30.159, 1.606, 31.159, 0.9999, 1, 9.428574764138292],
    [30.159, 1.606, 31.159, -3, 1, -2.1859959699032627],
    [1001.159, 1.606, 1002.159, 0.9999, 1, 12.569597874140236],
    [1001.159, 1000.553, 1002.159, 0.9999, 1, 9206.224955098],
    [1, 0.3, 1.004, 0.999000999000999, 1, 2.055078803175725],
    [1, 500, 500.704, 0.999000999000999, 1, 6.335631020130151],
    [0.11, 0.5, -0.19, 0.9025270758122743, -1, 0.3052215321074685],
    [2.5, 1.5, -3.3, 0.4, 1, 5.875459826501071],
    [2.5, 1.5, -3.3, -0.4, 1, 0.7115663111812814],
    [2.5, 1.5, -3.3, -40, -1, -3.227510746842962],
    [12.5, -7.3, 4.2, 0.97, -1, -4.303314008310331],
    [30, -25.5, 3, 0.4, -1, -6.63677548266725],
  ] as const)("of %f, %f; %f; %f", (a, b, c, z, sign, lnAbs) => {
    const result = lnHyp2f1(a, b, c, z);
    expect(result.sign).toBe(sign);
    expectNear(result.lnAbs, lnAbs, 1e-12);
  });

  test("at z = 1 tends to Gauss' sum, DLMF 15.4.20, whole c − a − b included", () => {
    for (const [a, b, c] of [
      [0.3, 0.4, 2.1],
      [0.5, 1.5, 4],
      [2, 3, 9],
      [-1.5, 2.5, 3.2],
    ] as const) {
      // Γ(c)Γ(c−a−b)/(Γ(c−a)Γ(c−b)) as a ratio of beta functions
      const expected = lnBeta(c, c - a - b) - lnBeta(c - a, c - b);
      expect(lnHyp2f1(a, b, c, 1 - 2 ** -53).lnAbs, `${a}, ${b}; ${c}`).toBeCloseTo(expected, 10);
    }
  });

  test("of polynomials, at every z below 1", () => {
    for (const z of EVERYWHERE) {
      expectNear(hyp2f1(-1, 2.5, 0.7, z), 1 - (2.5 / 0.7) * z, 1e-12, `degree 1 at ${z}`);
      const square = 1 - (2 * 3 * z) / 5 + (3 * 4 * z * z) / (5 * 6);
      expectNear(hyp2f1(3, -2, 5, z), square, 1e-12, `degree 2 at ${z}`);
      expectNear(hyp2f1(-2, 3, -5, z), 1 + 1.2 * z + 0.6 * z * z, 1e-12, `c = −5 at ${z}`);
    }
    expect(lnHyp2f1(2, -1, 1, 0.5)).toEqual({ lnAbs: Number.NEGATIVE_INFINITY, sign: 0 });
  });

  test("is 1 where nothing is to add", () => {
    for (const [a, b, c, z] of [
      [0, 2, 3, 0.5],
      [2, 0, 3, -1e9],
      [0, 7, 3, 0.9],
      [1.5, 2.5, -0.3, 0],
    ] as const) {
      expect(lnHyp2f1(a, b, c, z)).toEqual({ lnAbs: 0, sign: 1 });
    }
  });

  test("keeps the digits of what is beside 1", () => {
    for (const tiny of [1e-6, 1e-12, 1e-100]) {
      expectNear(lnHyp2f1(tiny, 1, 1, 0.5).lnAbs, tiny * Math.LN2, 1e-14, `${tiny}`);
      expectNear(
        lnHyp2f1(tiny, 0.8, 0.8, 0.9999).lnAbs,
        -tiny * Math.log1p(-0.9999),
        1e-12,
        `${tiny}, steps`,
      );
      expectNear(lnHyp2f1(3, 2, 1.5, tiny).lnAbs, 4 * tiny, 2e-5, `z = ${tiny}`);
    }
  });

  test("has nothing to say from z = 1, at poles and of what is not finite", () => {
    for (const [a, b, c, z] of [
      [1, 2, 3, 1],
      [1, 2, 3, Number.NaN],
      [1, 2, 0, 0.5],
      [1, 2, -3, 0.5],
      [-4, 2, -3, 0.5],
      [Number.POSITIVE_INFINITY, 2, 3, 0.5],
      [1, Number.NaN, 3, 0.5],
    ] as const) {
      expect(lnHyp2f1(a, b, c, z), `${a}, ${b}; ${c}; ${z}`).toEqual(NOTHING);
    }
  });

  test("gives nothing rather than noise, and ends", () => {
    expect(lnHyp2f1(127.005, -289.961, -50.32, 0.766)).toEqual(NOTHING); // terms of 1e60 and more cancel
    expect(lnHyp2f1(1e160, 1e160, 1, 0.5)).toEqual(NOTHING); // the first term overflows
    expect(lnHyp2f1(-3.5e8, 1.5, 2.5, 0.999)).toEqual(NOTHING); // too many terms
    expect(lnHyp2f1(3e6, 0.5, 1.5, 1 - 2 ** -50)).toEqual(NOTHING); // too many steps
  });
});
