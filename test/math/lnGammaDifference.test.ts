import { describe, expect, test } from "vitest";
import { digamma } from "../../src/math/digamma.ts";
import { lnGamma } from "../../src/math/lnGamma.ts";
import { lnGammaDifference } from "../../src/math/lnGammaDifference.ts";
import { expectNear } from "./support/nearness.ts";

describe("lnGammaDifference", () => {
  test.each([
    [1e-6, 1, -13.815510557964274],
    [1e-6, 10, -1.0136802489153205],
    [1e-6, 1000, 5891.404920135687],
    [0.243, 10, 12.034038664467348],
    [0.243, 1000, 5905.580872173898],
    [5, 10, 22.013167352390735],
    [1000, 10, 69.12241096101212],
    [1000, 1000, 7293.703024845084],
    [1e8, 1, 18.420680743952367],
    [1e8, 10, 184.20680788952365],
    [1e8, 1000, 18420.685738935725],
  ])("from %f over %f is what 34 digits give", (x, step, expected) => {
    expectNear(lnGammaDifference(x, step), expected, 1e-14);
  });

  test("over a whole step is a product, exact also at 1e8 and beyond", () => {
    for (const x of [1e-8, 0.243, 5, 1e4, 1e8, 1e15]) {
      expect(lnGammaDifference(x, 0)).toBe(0);
      expect(lnGammaDifference(x, 1)).toBe(Math.log(x));
      let sum = 0;
      for (let index = 0; index < 40; index += 1) {
        sum += Math.log(x + index);
        expectNear(lnGammaDifference(x, index + 1), sum, 1e-13, `x = ${x}, step = ${index + 1}`);
      }
    }
  });

  test("over a small step is the slope times the step, however small", () => {
    for (const x of [1e-3, 0.243, 3.7, 8, 1e4, 1e8]) {
      for (const step of [1e-7, 1e-12, 1e-200]) {
        const middle = digamma(x + step / 2);
        expectNear(lnGammaDifference(x, step), step * middle, 2e-9, `x = ${x}, step = ${step}`);
      }
    }
  });

  test("over half a step: Γ(x)·Γ(x+½) = 2^(1−2x)·√π·Γ(2x), DLMF 5.5.5", () => {
    for (const x of [0.01, 0.3, 1.7, 7.9, 8.1, 55]) {
      const twice = (1 - 2 * x) * Math.LN2 + Math.log(Math.PI) / 2 + lnGammaDifference(x, x) - lnGamma(x);
      expectNear(lnGammaDifference(x, 0.5), twice, 1e-13, `x = ${x}`);
    }
  });

  test("does not overflow and has no domain below 0", () => {
    expectNear(lnGammaDifference(1e40, 8), 8 * Math.log(1e40), 1e-15);
    expectNear(lnGammaDifference(1e-300, 0.5), Math.log(1e-300) + Math.log(Math.PI) / 2, 1e-15);
    expect(lnGammaDifference(0, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(lnGammaDifference(-1, 1)).toBeNaN();
    expect(lnGammaDifference(1, -0.5)).toBeNaN();
    expect(lnGammaDifference(Number.NaN, 1)).toBeNaN();
  });
});
