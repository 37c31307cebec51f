import { expect, test } from "vitest";
import { betaIntegral } from "../../../src/clv/betaGeometric/betaIntegral.ts";
import { expectClose } from "./support/closeTo.ts";

const SHAPES = [1e-6, 0.01, 0.3, 1, 2.5, 40, 1e4, 1e6];

function mean(a: number, b: number, valueAt: (p: number) => number): number {
  return betaIntegral(a, b, 0, 0, 1, valueAt).scaled / betaIntegral(a, b, 0, 0, 0, () => 1).scaled;
}

function lnOf({ lnScale, scaled }: { lnScale: number; scaled: number }): number {
  return lnScale + Math.log(scaled);
}

test("the beta function for whole shapes", () => {
  expectClose(Math.exp(lnOf(betaIntegral(1, 1, 0, 0, 0, () => 1))), 1, 1e-14);
  expectClose(Math.exp(lnOf(betaIntegral(3, 4, 0, 0, 0, () => 1))), 1 / 60, 1e-14);
  expectClose(Math.exp(lnOf(betaIntegral(0.5, 0.5, 0, 0, 0, () => 1))), Math.PI, 1e-14);
  expectClose(lnOf(betaIntegral(1, 1e6, 0, 0, 0, () => 1)), -Math.log(1e6), 1e-14);
});

test.each(SHAPES)("mean and second moment with first shape %d and any other", (a) => {
  for (const b of SHAPES) {
    expectClose(
      mean(a, b, (p) => p),
      a / (a + b),
      1e-10,
      `${b}`,
    );
    const second = (a * (a + 1)) / ((a + b) * (a + b + 1));
    expectClose(
      mean(a, b, (p) => p * p),
      second,
      1e-10,
      `${b}`,
    );
  }
});

test("a weight that lies far from the peak of the density", () => {
  // B(1, 1) E[(1 + pw)^−2] = 1 / (1 + w); E[(1 + pw)^−1] = ln(1 + w) / w
  for (const reach of [1e-12, 0.1, 1, 1e5, 1e12]) {
    expectClose(Math.exp(lnOf(betaIntegral(1, 1, 2, reach, 3 * reach, () => 1))), 1 / (1 + reach), 1e-13);
    const once = betaIntegral(1, 1, 1, reach, 2 * reach, () => 1);
    expectClose(Math.exp(lnOf(once)), Math.log1p(reach) / reach, 1e-13);
  }
  // 34 digits of 2F1(321.8…, a; a+b; −w) by mpmath: far below what e^−lnScale alone could carry
  const [shape, a, b, reach] = [
    321.80910876586233, 37.66013217187183, 0.023763258083977147, 565.5468364612802,
  ];
  const tilted = lnOf(betaIntegral(a, b, shape, reach, (1 + shape) * reach, () => 1));
  const share = Math.exp(tilted - lnOf(betaIntegral(a, b, 0, 0, 0, () => 1)));
  expectClose(share, 8.9628008772584e-157, 1e-12);
  expect(share).toBeGreaterThan(0);
});
