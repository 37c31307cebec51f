import { describe, expect, test } from "vitest";
import { lnGamma } from "../../src/math/lnGamma.ts";
import { expectNear } from "./support/nearness.ts";

describe("lnGamma", () => {
  test("of whole numbers is the logarithm of a factorial", () => {
    let factorial = 1n;
    for (let n = 1; n <= 170; n += 1) {
      expectNear(lnGamma(n), Math.log(Number(factorial)), 3e-15, `n = ${n}`);
      factorial *= BigInt(n);
    }
  });

  test("of halves: Γ(½) = √π, DLMF 5.4.6", () => {
    let expected = Math.log(Math.PI) / 2;
    for (let x = 0.5; x < 100; x += 1) {
      expectNear(lnGamma(x), expected, 3e-14, `x = ${x}`);
      expected += Math.log(x);
    }
  });

  test.each([
    [1e-8, 18.42068073818021],
    [0.243, 1.3180435846996699],
    [1.5, -0.12078223763524522],
    [3.7, 1.428072326665388],
    [100.5, 361.4355404677776],
    [10_000, 82099.71749644238],
    [1e8, 1742068066.1038346],
    [1e12, 26631021115915.652],
  ])("of %f is what 34 digits give", (x, expected) => {
    expectNear(lnGamma(x), expected, 4e-15);
  });

  test("keeps its relative precision beside its zeros at 1 and 2", () => {
    const euler = 0.5772156649015329;
    const second = Math.PI ** 2 / 12;
    for (const away of [2 ** -20, -(2 ** -20), 2 ** -33, -(2 ** -33)]) {
      expectNear(lnGamma(1 + away), away * (second * away - euler), 1e-11, `1 + ${away}`);
      expectNear(lnGamma(2 + away), away * ((second - 0.5) * away + 1 - euler), 1e-11, `2 + ${away}`);
    }
  });

  test("is continuous where one expansion takes over from another", () => {
    for (const x of [0.8, 1.2, 1.8, 2.2, 8]) {
      const width = 2 ** -40;
      expectNear(lnGamma(x + width) - lnGamma(x - width), 2 * width * slopeAt(x), 0.01, `x = ${x}`);
    }
  });

  test("at the ends of its domain", () => {
    expect(lnGamma(0)).toBe(Number.POSITIVE_INFINITY);
    expectNear(lnGamma(1e-300), 300 * Math.LN10, 1e-15);
    expect(lnGamma(1e308)).toBe(Number.POSITIVE_INFINITY);
    expect(lnGamma(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(lnGamma(-0.5)).toBeNaN();
    expect(lnGamma(Number.NaN)).toBeNaN();
  });
});

function slopeAt(x: number): number {
  return (lnGamma(x + 1e-3) - lnGamma(x - 1e-3)) / 2e-3;
}
