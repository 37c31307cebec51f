import { describe, expect, test } from "vitest";
import { trigamma } from "../../src/math/trigamma.ts";
import { expectNear } from "./support/nearness.ts";

describe("trigamma", () => {
  test("of whole numbers and of halves: π²/6 and π²/2 less inverse squares, DLMF 5.15.2 and 5.15.3", () => {
    let whole = Math.PI ** 2 / 6;
    let half = Math.PI ** 2 / 2;
    for (let n = 1; n <= 60; n += 1) {
      expectNear(trigamma(n), whole, 1e-13, `n = ${n}`);
      expectNear(trigamma(n - 0.5), half, 1e-13, `n = ${n} − ½`);
      whole -= 1 / n ** 2;
      half -= 1 / (n - 0.5) ** 2;
    }
  });

  test.each([
    [0.0001, 100000001.64469367],
    [0.243, 18.141779787095828],
    [1, 1.6449340668482264],
    [100.5, 0.009999916669583104],
  ])("of %f is what 34 digits give", (x, expected) => {
    expectNear(trigamma(x), expected, 2e-15);
  });

  test("at the ends of its domain", () => {
    expect(trigamma(0)).toBe(Number.POSITIVE_INFINITY);
    expectNear(trigamma(1e-150), 1e300, 1e-15);
    expectNear(trigamma(1e300), 1e-300, 1e-15);
    expect(trigamma(Number.POSITIVE_INFINITY)).toBe(0);
    expect(trigamma(-0.5)).toBeNaN();
    expect(trigamma(Number.NaN)).toBeNaN();
  });
});
