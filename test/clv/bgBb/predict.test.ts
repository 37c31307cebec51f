import { describe, expect, test } from "vitest";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";

/** Donors to a public radio station: Fader, Hardie & Shang 2010. */
const DONORS = [1.2, 0.75, 0.66, 2.78];

test("figures at the published parameters", () => {
  expect(bgBb.expectation(DONORS, 1)).toBeCloseTo(0.49731663685, 10);
  expect(bgBb.expectation(DONORS, 6)).toBeCloseTo(2.2113893018, 9);
  expect(bgBb.expectation(DONORS, 11)).toBeCloseTo(3.37234631419, 9);
  expect(bgBb.aliveProbability(DONORS, 0, 0, 6, 0)).toBeCloseTo(0.11585617455, 10);
  expect(bgBb.aliveProbability(DONORS, 0, 0, 6, 1)).toBeCloseTo(0.10775606066, 10);
  expect(bgBb.conditionalExpectation(DONORS, 0, 0, 6, 5)).toBeCloseTo(0.07238402794, 10);
  expect(bgBb.conditionalExpectation(DONORS, 4, 5, 6, 5)).toBeCloseTo(2.0, 1);
  expect(bgBb.discountedResidualTransactions(DONORS, 0, 0, 6, 0.1).transactions).toBeCloseTo(
    0.11387891822,
    10,
  );
});

test("a part of an opportunity is none", () => {
  expect(bgBb.expectation(DONORS, 3.9)).toBe(bgBb.expectation(DONORS, 3));
  expect(bgBb.conditionalExpectation(DONORS, 1, 2, 3, 1e-10)).toBe(0);
  expect(bgBb.aliveProbability(DONORS, 1, 2, 3, 0.5)).toBe(bgBb.aliveProbability(DONORS, 1, 2, 3, 0));
  expect(bgBb.countProbability(DONORS, 0, 0.5)).toBe(1);
  expect(bgBb.noPurchaseProbability(DONORS, 1, 2, 3, 0.5)).toBe(1);
});

test("a count that cannot be has no chance", () => {
  expect(bgBb.countProbability(DONORS, 4, 3)).toBe(0);
  expect(bgBb.countProbability(DONORS, -1, 3)).toBe(0);
  expect(bgBb.countProbability(DONORS, 1.5, 3)).toBe(0);
});

describe("without a discount", () => {
  test("residual transactions exist for gamma above 1 only", () => {
    const { transactions } = bgBb.discountedResidualTransactions([1, 1, 3, 2], 0, 0, 0, 0);
    expect(transactions).toBeCloseTo(0.5, 14); // half of (delta)/(gamma − 1)
    expect(bgBb.discountedResidualTransactions(DONORS, 0, 0, 6, 0)).toEqual({
      transactions: null,
      reason: "diverges",
    });
  });

  test.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])("a rate of %d is refused", (rate) => {
    expect(() => bgBb.discountedResidualTransactions(DONORS, 0, 0, 6, rate)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["discountRatePerOpportunity"] }),
    );
  });
});

describe("extremes stay finite, and probabilities between 0 and 1", () => {
  const shapes = [
    DONORS,
    [1e-8, 1e-8, 1e-8, 1e-8],
    [1e8, 1e8, 1e8, 1e8],
    [1e-5, 1e5, 1e5, 1e-5],
    [1e5, 1e-5, 1e-5, 1e5],
    [0.3, 0.3, 1, 1e5],
  ];
  const pasts: readonly (readonly [repeats: number, lastAge: number, age: number])[] = [
    [0, 0, 0],
    [0, 0, 1_000_000],
    [1, 1, 1_000_000],
    [5_000, 5_000, 5_000],
    [5_000, 5_000, 10_000],
    [5_000, 900_000, 1_000_000],
    [1_000_000, 1_000_000, 1_000_000],
  ];

  test.each(shapes)("alpha %d, beta %d, gamma %d, delta %d", (...values) => {
    for (const past of pasts) {
      for (const horizon of [0, 1e-10, 1, 39, 5_000, 1_000_000]) {
        const alive = bgBb.aliveProbability(values, ...past, horizon);
        const none = bgBb.noPurchaseProbability(values, ...past, horizon);
        const expected = bgBb.conditionalExpectation(values, ...past, horizon);
        const { transactions } = bgBb.discountedResidualTransactions(values, ...past, 0.01);
        expect(alive >= 0 && alive <= 1, `alive ${alive}`).toBe(true);
        expect(none >= 0 && none <= 1, `none ${none}`).toBe(true);
        expect(expected >= 0 && expected <= horizon, `expected ${expected}`).toBe(true);
        expect(transactions! >= 0 && transactions! <= 100, `residual ${transactions}`).toBe(true);
      }
    }
    for (const count of [0, 1, 400, 5_000]) {
      const chance = bgBb.countProbability(values, count, 5_000);
      expect(chance >= 0 && chance <= 1, `chance ${chance}`).toBe(true);
    }
  });
});

test("five thousand purchases, where the walk begins at a chance of 1e-1500", () => {
  // all living for ever: beta-binomial, uniform for alpha = beta = 1
  expect(bgBb.countProbability([1, 1, 1e-12, 1], 2_500, 5_000)).toBeCloseTo(1 / 5_001, 12);
  // one chance of a half for all: binomial, C(5000, 2500)/2^5000
  expect(bgBb.countProbability([1e15, 1e15, 1e-12, 1], 2_500, 5_000)).toBeCloseTo(0.011283, 6);
});
