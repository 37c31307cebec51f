import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createRandom } from "../../src/math/createRandom.ts";
import { splitMix64 } from "../../src/math/splitMix64.ts";
import { xoshiro128 } from "../../src/math/xoshiro128.ts";
import { distanceFrom, draw, meanError, varianceRatio } from "./support/distance.ts";

const take = <Word>(count: number, next: () => Word) => Array.from({ length: count }, next);

describe("the published words", () => {
  test("of xoshiro128** from the state 1, 2, 3, 4 (Vigna's C, as in the tests of rand_xoshiro)", () => {
    expect(take(10, xoshiro128([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test("of SplitMix64 from 0 and 1234567 (Vigna's C, Rosetta Code)", () => {
    expect(take(3, splitMix64(0n))).toEqual([0xe220a8397b1dcdafn, 0x6e789e6aa1b965f4n, 0x06c45d188009454fn]);
    expect(take(5, splitMix64(1234567n))).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe("a seeded source", () => {
  test("takes its state from SplitMix64, low half first, and its numbers from two words each", () => {
    const [first, second] = take(2, splitMix64(0n)) as [bigint, bigint];
    const halves = [first & 0xffffffffn, first >> 32n, second & 0xffffffffn, second >> 32n].map(Number);
    const word = xoshiro128(halves as [number, number, number, number]);
    const random = createRandom(0);
    for (let count = 0; count < 100; count += 1) {
      const [high, low] = [word(), word() >>> 12];
      expect(random.next()).toBe((2 * (high * 2 ** 20 + low) + 1) / 2 ** 53);
    }
  });

  test.prop([fc.maxSafeInteger()])("gives the same numbers for the same seed, inside 0 and 1", (seed) => {
    const numbers = take(20, createRandom(seed).next);
    expect(take(20, createRandom(seed).next)).toEqual(numbers);
    expect(numbers.every((number) => number > 0 && number < 1)).toBe(true);
    expect(take(20, createRandom(seed === 0 ? 1 : -seed).next)).not.toEqual(numbers);
  });

  test.each([0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])("refuses the seed %d", (seed) => {
    expect(() => createRandom(seed)).toThrow(/invalid_option at seed/);
  });

  test("is uniform, also over the first numbers of seeds in a row", () => {
    const uniform = (value: number) => value;
    const run = draw(100_000, 7, (random) => random.next());
    expect(distanceFrom(run, uniform)).toBeLessThan(1.95);
    expect(Math.abs(meanError(run, 0.5, 1 / 12))).toBeLessThan(3.3);
    expect(varianceRatio(run, 0.5, 1 / 12)).toBeCloseTo(1, 1.5);
    const firsts = Float64Array.from({ length: 20_000 }, (_, seed) => createRandom(seed - 10_000).next());
    expect(distanceFrom(firsts, uniform)).toBeLessThan(1.95);
  });

  test("has no correlation between neighbours, in a run and between seeds", () => {
    const correlation = (left: number[], right: number[]) =>
      left.reduce((sum, value, index) => sum + (value - 0.5) * (right[index]! - 0.5), 0) *
      (12 / Math.sqrt(left.length));
    const run = take(50_001, createRandom(3).next);
    expect(Math.abs(correlation(run.slice(1), run.slice(0, -1)))).toBeLessThan(3.3);
    for (const seed of [0, 1, 1e6]) {
      const [left, right] = [
        take(20_000, createRandom(seed).next),
        take(20_000, createRandom(seed + 1).next),
      ];
      expect(Math.abs(correlation(left, right))).toBeLessThan(3.3);
    }
  });
});
