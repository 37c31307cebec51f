import { expect } from "vitest";

/** Fails unless `actual` is `expected` within a relative error; within 1e-12 where `expected` is 0. */
export function expectNear(actual: number, expected: number, relative: number, what = ""): void {
  if (actual === expected) return;
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  const most = expected === 0 ? 1e-12 : relative;
  expect(error <= most, `${what}: ${actual} for ${expected}, error ${error.toExponential(1)}`).toBe(true);
}
