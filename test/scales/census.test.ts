import { describe, expect, test } from "vitest";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { census } from "../../src/scales/census.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import type { Placements } from "../../src/scales/placement.ts";
import { type PartialFacts, tableOf } from "./support/facts.ts";

function ladderCensus(rows: readonly PartialFacts[], locale?: string) {
  const table = tableOf(rows);
  return census(table, classifyTable(table, ladderOfLoyalty()), locale === undefined ? {} : { locale });
}

const SHOP = [
  { orders: 1, revenueMinor: 1000, profitMinor: 100 },
  { orders: 1, revenueMinor: 500, profitMinor: -700 },
  { orders: 2, revenueMinor: 9000 },
  { orders: 2, revenueMinor: 1, profitMinor: 1 },
  { targeted: true, revenueMinor: 0, profitMinor: 0 },
  { revenueMinor: 25, profitMinor: 5 }, // every order went back, a fee stayed
];

describe("the census", () => {
  test("counts, shares and sums step by step, empty steps too, and off the scale apart", () => {
    const { steps, off, ...rest } = ladderCensus(SHOP);
    expect(
      steps.map(({ rank, step, count, share, revenueMinor, profitMinor }) => [
        rank,
        step,
        count,
        share,
        revenueMinor,
        profitMinor,
      ]),
    ).toEqual([
      [1, "suspect", 1, 1 / 6, 0, 0],
      [2, "prospect", 0, 0, 0, 0],
      [3, "shopper", 2, 2 / 6, 1500, -600],
      [4, "customer", 2, 2 / 6, 9001, null],
      [5, "member", 0, 0, 0, 0],
      [6, "advocate", 0, 0, 0, 0],
      [7, "raving-fan", 0, 0, 0, 0],
    ]);
    expect(off).toEqual({ count: 1, share: 1 / 6, revenueMinor: 25, profitMinor: 5 });
    expect(rest).toEqual({
      scale: "ladder",
      customerCount: 6,
      currency: "USD",
      mostCrowded: "shopper",
      emptiest: "prospect",
    });
  });

  test("has no revenue where one is not known", () => {
    const { steps } = ladderCensus([{ orders: 1, revenueMinor: 5 }, { orders: 1 }]);
    expect(steps[2]).toMatchObject({ count: 2, revenueMinor: null, profitMinor: null });
  });

  test("of an empty table has zeros, and no crowded or empty step", () => {
    const { steps, off, mostCrowded, emptiest } = ladderCensus([]);
    expect(new Set(steps.map(({ count, share }) => count + share))).toEqual(new Set([0]));
    expect({ off, mostCrowded, emptiest }).toEqual({
      off: { count: 0, share: 0, revenueMinor: 0, profitMinor: 0 },
      mostCrowded: null,
      emptiest: null,
    });
  });

  test("of people who all stand off the scale has no crowded or empty step", () => {
    expect(ladderCensus([{}, {}])).toMatchObject({
      off: { count: 2, share: 1 },
      mostCrowded: null,
      emptiest: null,
    });
  });

  test("names the lower one of equally crowded and of equally empty steps", () => {
    const steps = ["a", "b", "c"].map((id, index) => ({ id, when: { fact: "orders", is: index } as const }));
    const scale = defineScale({ name: "abc", steps });
    const extremes = (orders: number[]) => {
      const table = tableOf(orders.map((count) => ({ orders: count })));
      const { mostCrowded, emptiest } = census(table, classifyTable(table, scale));
      return [mostCrowded, emptiest];
    };
    expect(extremes([0, 1, 2])).toEqual(["a", "a"]);
    expect(extremes([0, 0, 1, 1, 2])).toEqual(["a", "c"]);
    expect(extremes([0, 1, 2, 2, 1])).toEqual(["b", "a"]);
    expect(extremes([2])).toEqual(["c", "a"]);
  });

  test("speaks the asked language, else English, else says the id", () => {
    const scale = defineScale({
      name: "a",
      steps: [
        { id: "x", when: { all: [] }, labels: { en: "Ex", vi: "Ích" } },
        { id: "y", when: { all: [] }, labels: { vi: "Y dài" } },
        { id: "z", when: { all: [] } },
      ],
    });
    const table = tableOf([]);
    const labels = (locale: string) =>
      census(table, classifyTable(table, scale), { locale }).steps.map(({ label }) => label);
    expect(labels("vi")).toEqual(["Ích", "Y dài", "z"]);
    expect(labels("fr")).toEqual(["Ex", "y", "z"]);
    expect(labels("toString")).toEqual(["Ex", "y", "z"]);
    expect(ladderCensus([], "vi").steps[6]?.label).toBe("Fan cuồng nhiệt");
    expect(ladderCensus([]).steps[6]?.label).toBe("Raving fan");
  });

  test("is JSON", () => {
    const result = ladderCensus(SHOP);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("sums of money", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const shopper = (revenueMinor: number) => ({ orders: 1, revenueMinor });

  test("are exact to the last minor unit, whatever the order", () => {
    for (const amounts of [
      [most, most, -most, -1],
      [most, -1, most, -most],
      [-most, -most, most, most - 1],
    ]) {
      const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
      expect(ladderCensus(amounts.map(shopper)).steps[2]?.revenueMinor).toBe(Number(sum));
    }
  });

  test.each([[[most, 1]], [[-most, -1, 0]]])("beyond 2^53 - 1 are refused: %j", (amounts) => {
    expect(() => ladderCensus(amounts.map(shopper))).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["ladder", "shopper", "revenue"] }),
    );
  });

  test("beyond 2^53 - 1 are named where they stand: on which step or off, and which fact", () => {
    const reckoned = (facts: object) => () => ladderCensus([facts, facts] as PartialFacts[]);
    expect(reckoned({ orders: 2, profitMinor: most, revenueMinor: 0 })).toThrow(
      expect.objectContaining({ path: ["ladder", "customer", "profit"] }),
    );
    expect(reckoned({ revenueMinor: most })).toThrow(
      expect.objectContaining({ path: ["ladder", "off", "revenue"] }),
    );
  });
});

describe("placements that are not those of the table", () => {
  const table = tableOf(SHOP);
  const { scale, step } = classifyTable(table, ladderOfLoyalty());
  test.each<[string, Placements]>([
    ["of another length", { scale, step: step.subarray(1) }],
    [
      "with a step that the scale does not have",
      { scale, step: step.map((index) => (index === 2 ? 7 : index)) },
    ],
  ])("%s are refused", (_, placements) => {
    expect(() => census(table, placements)).toThrow(expect.objectContaining({ code: "placements_mismatch" }));
  });
});
