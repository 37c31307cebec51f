import { expect } from "vitest";

/** Expects a relative error of at most `tolerance`; where the reference is 0, an absolute one. */
export function expectClose(actual: number, reference: number, tolerance = 1e-10, what = ""): void {
  const scale = reference === 0 ? 1 : Math.abs(reference);
  expect(Math.abs(actual - reference) / scale, `${what} ${actual} against ${reference}`).toBeLessThanOrEqual(
    tolerance,
  );
}
