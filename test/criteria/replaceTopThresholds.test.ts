import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { hasTopThreshold } from "../../src/criteria/hasTopThreshold.ts";
import { replaceTopThresholds } from "../../src/criteria/replaceTopThresholds.ts";

const top = { top: 0.2, among: { fact: "orders", atLeast: 1 } } as const;
const plain: Criterion = {
  all: [
    { fact: "orders", atLeast: 4 },
    { sum: ["orders", "reviews"], moreThan: 2 },
  ],
};
const open: Criterion = {
  all: [
    plain,
    { any: [{ fact: "revenue", atLeast: top }, { not: { fact: "orders", atLeast: { ...top, top: 1 } } }] },
  ],
};

describe("open thresholds", () => {
  test.each<[Criterion, boolean]>([
    [plain, false],
    [{ any: [] }, false],
    [{ fact: "member", is: true }, false],
    [{ fact: "orders", between: [1, 2] }, false],
    [{ fact: "orders", atLeast: top }, true],
    [{ not: { fact: "orders", atLeast: top } }, true],
    [{ any: [plain, { all: [{ fact: "orders", atLeast: top }] }] }, true],
    [open, true],
  ])("hasTopThreshold of %j is %s", (criterion, expected) => {
    expect(hasTopThreshold(criterion)).toBe(expected);
  });

  test("are replaced from left to right, and the criterion stays as it was", () => {
    const before = structuredClone(open);
    const asked: unknown[] = [];
    const closed = replaceTopThresholds(open, (fact, threshold) => {
      asked.push([fact, threshold.top]);
      return { fact, atLeast: asked.length };
    });
    expect(asked).toEqual([
      ["revenue", 0.2],
      ["orders", 1],
    ]);
    expect(closed).toEqual({
      all: [plain, { any: [{ fact: "revenue", atLeast: 1 }, { not: { fact: "orders", atLeast: 2 } }] }],
    });
    expect(hasTopThreshold(closed)).toBe(false);
    expect(open).toEqual(before);
  });
});
