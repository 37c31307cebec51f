import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { rankOfTop } from "../../src/scales/rankOfTop.ts";

describe("ceil(top · count), with the share read as a decimal", () => {
  test.each([
    [0.07, 100, 7], // doubles say 8
    [0.29, 100, 29],
    [0.14, 100, 14], // doubles say 15
    [0.55, 100, 55], // doubles say 56
    [0.2, 1, 1],
    [0.2, 5, 1],
    [0.2, 6, 2],
    [0.2, 2357, 472],
    [1, 9, 9],
    [0.999, 1000, 999],
    [1e-7, 9_999_999, 1],
    [1e-7, 10_000_001, 2],
    [1.5e-7, 20_000_000, 3],
    [5e-324, 4_000_000_000, 1],
    [1 / 3, 3, 1], // 0.3333333333333333 of 3 is below 1
  ])("%f of %i is %i", (top, count, rank) => {
    expect(rankOfTop(top, count)).toBe(rank);
  });

  property.prop([fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1_000_000 })])(
    "agrees with whole numbers for every share in thousandths",
    (thousandths, count) => {
      expect(rankOfTop(thousandths / 1000, count)).toBe(Math.ceil((thousandths * count) / 1000));
    },
  );
});
