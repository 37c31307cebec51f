import { describe, expect, test } from "vitest";
import { digamma } from "../../src/math/digamma.ts";
import { expectNear } from "./support/nearness.ts";

const EULER = 0.5772156649015329;

describe("digamma", () => {
  test("of whole numbers and of halves: harmonic sums, DLMF 5.4.14 and 5.4.15", () => {
    let whole = -EULER;
    let half = -EULER - 2 * Math.LN2;
    for (let n = 1; n <= 200; n += 1) {
      expectNear(digamma(n), whole, 2e-15, `n = ${n}`);
      expectNear(digamma(n - 0.5), half, 2e-14, `n = ${n} − ½`);
      whole += 1 / n;
      half += 1 / (n - 0.5);
    }
  });

  test("of thirds and quarters: Gauss, DLMF 5.4.19", () => {
    const third = -EULER - Math.PI / (2 * Math.sqrt(3)) - 1.5 * Math.log(3);
    expectNear(digamma(1 / 3), third, 2e-15);
    expectNear(digamma(1 / 4), -EULER - Math.PI / 2 - 3 * Math.LN2, 2e-15);
  });

  test.each([
    [1e-8, -100000000.57721564],
    [0.001, -1000.5755719318103],
    [0.243, -4.351093864423211],
    [3.7, 1.1671535393615113],
    [100.5, 4.605174352581845],
    [10_000, 9.210290371142849],
    [1e8, 18.420680738952367],
  ])("of %f is what 34 digits give", (x, expected) => {
    expectNear(digamma(x), expected, 2e-15);
  });

  test("is 0 at 1.4616321449683622…, DLMF 5.4.20", () => {
    expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(2e-15);
  });

  test("at the ends of its domain", () => {
    expect(digamma(0)).toBe(Number.NEGATIVE_INFINITY);
    expectNear(digamma(1e-300), -1e300, 1e-15);
    expect(digamma(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(digamma(-0.5)).toBeNaN();
    expect(digamma(Number.NaN)).toBeNaN();
  });
});
