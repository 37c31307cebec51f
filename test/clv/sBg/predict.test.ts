import { describe, expect, test } from "vitest";
import { sBg } from "../../../src/clv/sBg/predict.ts";

const HIGH_END = { alpha: 0.668, beta: 3.806 };
const SHORT = { alpha: 3, beta: 2 };

test("survival, retention and churn agree", () => {
  expect(sBg.survival(HIGH_END, 0)).toBe(1);
  for (const age of [1, 2, 7, 150]) {
    const [before, now] = [sBg.survival(HIGH_END, age - 1), sBg.survival(HIGH_END, age)];
    expect(sBg.retention(HIGH_END, age)).toBeCloseTo(now / before, 13);
    expect(sBg.churn(HIGH_END, age)).toBeCloseTo(before - now, 13);
    expect(sBg.retention(HIGH_END, age + 1)).toBeGreaterThan(sBg.retention(HIGH_END, age));
  }
});

test("lifetime is the sum of survival, with or without an end", () => {
  const { periods } = sBg.lifetime(HIGH_END, 12);
  const sum = Array.from({ length: 12 }, (_, age) => sBg.survival(HIGH_END, age)).reduce((a, b) => a + b);
  expect(periods).toBeCloseTo(sum, 12);
  expect(sBg.lifetime(HIGH_END, 0)).toEqual({ periods: 0, reason: null });
  expect(sBg.lifetime(SHORT)).toEqual({ periods: 2, reason: null });
  expect(sBg.lifetime(SHORT, 1_000_000).periods).toBeCloseTo(2, 9);
  expect(sBg.lifetime({ alpha: 1, beta: 2 })).toEqual({ periods: null, reason: "diverges" });
});

test("discounted lifetimes: DERL(1) is DEL less the first payment, a step nearer", () => {
  const full = sBg.discountedLifetime(HIGH_END, 0.1).periods!;
  expect(sBg.discountedResidualLifetime(HIGH_END, 1, 0.1).periods).toBeCloseTo((full - 1) * 1.1, 12);
  expect(full).toBeGreaterThan(sBg.discountedLifetime(HIGH_END, 0.2).periods!);
  expect(sBg.discountedLifetime(HIGH_END, 1e9).periods).toBeCloseTo(1, 8);
  expect(sBg.discountedLifetime(SHORT, 0)).toEqual({ periods: 2, reason: null });
  expect(sBg.discountedResidualLifetime(SHORT, 1, 0)).toEqual({ periods: 1, reason: null });
  expect(sBg.discountedLifetime(HIGH_END, 0)).toEqual({ periods: null, reason: "diverges" });
  expect(sBg.discountedResidualLifetime(HIGH_END, 3, 0)).toEqual({ periods: null, reason: "diverges" });
});

test("the longer a customer has stayed, the more is still to come (Fader & Hardie 2010)", () => {
  const values = [1, 2, 5, 20, 1_000].map(
    (age) => sBg.discountedResidualLifetime(HIGH_END, age, 0.1).periods!,
  );
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(values.at(-1)).toBeLessThan(11); // for ever: (1 + d)/d
});

describe("broken contracts", () => {
  test.each([
    ["alpha 0", () => sBg.survival({ alpha: 0, beta: 1 }, 1), ["parameters", "alpha"]],
    ["beta infinite", () => sBg.lifetime({ alpha: 1, beta: Infinity }), ["parameters", "beta"]],
    ["age below 0", () => sBg.survival(SHORT, -1), ["age"]],
    ["age of half a period", () => sBg.survival(SHORT, 0.5), ["age"]],
    ["no renewal at age 0", () => sBg.retention(SHORT, 0), ["age"]],
    ["no churn at age 0", () => sBg.churn(SHORT, 0), ["age"]],
    ["horizon below 0", () => sBg.lifetime(SHORT, -1), ["horizonPeriods"]],
    ["rate below 0", () => sBg.discountedLifetime(SHORT, -0.1), ["discountRatePerPeriod"]],
    ["no rate", () => sBg.discountedResidualLifetime(SHORT, 1, Number.NaN), ["discountRatePerPeriod"]],
    ["residual at age 0", () => sBg.discountedResidualLifetime(SHORT, 0, 0.1), ["age"]],
  ])("%s", (_name, call, path) => {
    expect(call).toThrow(expect.objectContaining({ code: "invalid_option", path }));
  });
});
