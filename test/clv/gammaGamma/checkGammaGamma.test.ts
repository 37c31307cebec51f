import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { checkGammaGamma } from "../../../src/clv/gammaGamma/checkGammaGamma.ts";

function buyers(repeats: number[], meanSpend: number[]) {
  return { customerCount: repeats.length, repeats, meanSpend };
}

test("the correlation is Pearson's, among those who tell something", () => {
  // by hand: means 2 and 30; deviations −1 0 1 and −20 10 10
  expect(checkGammaGamma(buyers([1, 2, 3, 0, 9], [10, 40, 40, 500, 0]))).toEqual({
    customerCount: 3,
    correlation: expect.closeTo(30 / Math.sqrt(2 * 600), 12),
    reason: null,
    warnings: [{ code: "spend_depends_on_frequency", value: expect.closeTo(0.866025, 6) }],
  });
});

test("a weak correlation is no warning; a negative one is, and so is a mean that does not exist", () => {
  const weak = buyers([1, 2, 3, 4], [20, 30, 10, 25]);
  expect(checkGammaGamma(weak, { p: 1, q: 1.1, v: 1 }).warnings).toEqual([]);
  expect(checkGammaGamma(weak, { p: 1, q: 0.9, v: 1 }).warnings).toEqual([
    { code: "mean_does_not_exist", value: 0.9 },
  ]);
  const falling = checkGammaGamma(buyers([1, 2, 3], [30, 20, 10]));
  expect(falling.warnings).toEqual([{ code: "spend_depends_on_frequency", value: -1 }]);
});

describe("no variation, no correlation", () => {
  test.each([
    ["nobody", buyers([], [])],
    ["one customer", buyers([3], [20])],
    ["all buy equally often", buyers([2, 2, 2], [10, 20, 30])],
    ["all spend alike", buyers([1, 2, 3], [0.1, 0.1, 0.1])],
  ])("%s", (_name, columns) => {
    expect(checkGammaGamma(columns)).toMatchObject({
      correlation: null,
      reason: "no_variation",
      warnings: [],
    });
  });
});

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 1e6 })), {
  minLength: 3,
  maxLength: 30,
});

test.prop([rows, fc.double({ min: -300, max: 300, noNaN: true })])(
  "is from −1 to 1 and knows no unit of money",
  (pairs, exponent) => {
    const counts = pairs.map(([count]) => count);
    const spends = pairs.map(([, spend]) => spend);
    const { correlation } = checkGammaGamma(buyers(counts, spends));
    const scaled = checkGammaGamma(
      buyers(
        counts,
        spends.map((spend) => spend * 10 ** exponent),
      ),
    );
    if (correlation === null) return expect(scaled.correlation).toBeNull();
    expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
    expect(scaled.correlation).toBeCloseTo(correlation, 9);
  },
);

test.prop([rows])("weights are customers", (pairs) => {
  const [repeats, meanSpend] = [pairs.map(([count]) => count), pairs.map(([, spend]) => spend)];
  const weights = pairs.map((_, row) => 1 + (row % 3));
  const repeated = pairs.flatMap((pair, row) => Array.from({ length: 1 + (row % 3) }, () => pair));
  const unfolded = buyers(
    repeated.map(([count]) => count),
    repeated.map(([, spend]) => spend),
  );
  expect(checkGammaGamma({ ...buyers(repeats, meanSpend), weights })).toEqual(checkGammaGamma(unfolded));
});

test("parameters that are none are refused", () => {
  expect(() => checkGammaGamma(buyers([1], [1]), { p: 1, q: -1, v: 1 })).toThrow(
    expect.objectContaining({ code: "invalid_option", path: ["parameters", "q"] }),
  );
});
