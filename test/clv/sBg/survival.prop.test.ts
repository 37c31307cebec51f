import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  discountedSurvivalSum,
  lnSurvivalAt,
  survivalAt,
  survivalSum,
} from "../../../src/clv/sBg/survival.ts";

/** S(0) … S(periods) by the recursion of the paper. */
function curve(alpha: number, beta: number, periods: number): number[] {
  const survivals = [1];
  for (let period = 0; period < periods; period += 1) {
    survivals.push(survivals[period]! * ((beta + period) / (alpha + beta + period)));
  }
  return survivals;
}

function expectClose(value: number, reference: number, tolerance = 1e-10): void {
  expect(Math.abs(value - reference)).toBeLessThanOrEqual(tolerance * Math.abs(reference));
}

const shape = fc.double({ min: -9, max: 6, noNaN: true }).map((power) => 10 ** power);
const periods = fc.integer({ min: 0, max: 3_000 });

describe("survival", () => {
  test.prop([shape, shape, periods])("is the product of the chances to stay", (alpha, beta, count) => {
    const reference = curve(alpha, beta, count)[count]!;
    if (reference > 1e-280) expectClose(survivalAt(alpha, beta, count), reference);
    else expect(survivalAt(alpha, beta, count)).toBeLessThan(1e-279);
  });

  test.prop([shape, shape, fc.integer({ min: 1, max: 5_000 })])(
    "is symmetric in alpha and the number of periods",
    (alpha, beta, count) => {
      expectClose(lnSurvivalAt(alpha, beta, count), lnSurvivalAt(count, beta, alpha), 1e-12);
    },
  );

  test.prop([shape, shape, periods])("adds up to the expected renewals", (alpha, beta, count) => {
    const reference = curve(alpha, beta, count)
      .slice(1)
      .reduceRight((sum, survival) => sum + survival, 0);
    expectClose(survivalSum(alpha, beta, count), reference);
  });

  test.prop([shape, fc.constantFrom(0, 1e-15, -1e-15, 1e-9, -1e-9, 1e-4, -1e-4), periods])(
    "adds up next to alpha = 1, where the closed form is 0/0",
    (beta, offset, count) => {
      const reference = curve(1 + offset, beta, count)
        .slice(1)
        .reduceRight((sum, survival) => sum + survival, 0);
      expectClose(survivalSum(1 + offset, beta, count), reference);
    },
  );

  test.prop([shape, shape, fc.double({ min: 0.02, max: 30, noNaN: true })])(
    "adds up discounted",
    (alpha, beta, rate) => {
      const survivals = curve(alpha, beta, Math.ceil(40 / Math.log1p(rate)));
      const reference = survivals.reduceRight((sum, survival) => survival + sum / (1 + rate), 0);
      expectClose(discountedSurvivalSum(alpha, beta, rate)!, reference);
    },
  );
});

test("a million periods, and parameters far from 1, keep the digits", () => {
  expectClose(survivalAt(0.5, 0.5, 1e6), 5.64189513e-4, 1e-9); // Γ(t+½)/(Γ(½)Γ(t+1)) → 1/√(πt) (1 − 1/8t)
  expectClose(survivalAt(1, 1, 1e6), 1 / (1e6 + 1));
  expectClose(survivalAt(1e-8, 1, 1e6), 1 - 1.4392726e-7, 1e-13); // 1 − α (ψ(t+1) − ψ(1))
  expectClose(survivalAt(1, 1e12, 1e6), 1e12 / (1e12 + 1e6), 1e-15);
  expectClose(survivalSum(1, 1, 1e6), 13.3927277228647); // H(1e6 + 1) − 1
  expectClose(survivalSum(2, 1, 1e6), 1 - 2 / (1e6 + 2)); // Σ 2/((t+1)(t+2))
  expectClose(survivalSum(2, 1e300, 1e6), 1e6);
  expectClose(survivalSum(1, 1e9, 101), 100.999994849);
});

test("without a discount the sum is the mean lifetime, and has no end up to alpha = 1", () => {
  expect(discountedSurvivalSum(2, 3, 0)).toBe(4);
  expectClose(discountedSurvivalSum(3, 2, 1e-7)!, 2, 1e-6);
  expectClose(discountedSurvivalSum(3, 2, 1e-310)!, 2);
  expectClose(discountedSurvivalSum(0.3, 3, 1e-9)!, 3474995.65670987);
  expect(discountedSurvivalSum(1, 3, 0)).toBeNull();
  expect(discountedSurvivalSum(0.5, 3, 0)).toBeNull();
});
