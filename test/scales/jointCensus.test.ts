import { fc, test } from "@fast-check/vitest";
import { describe, expect, expectTypeOf } from "vitest";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { census } from "../../src/scales/census.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { crosswalk } from "../../src/scales/crosswalk/crosswalk.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { jointCensus } from "../../src/scales/jointCensus.ts";
import type { Placements } from "../../src/scales/placement.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { tableOf } from "./support/facts.ts";

const SHOP = [
  { orders: 3, recentOrders: 2, revenueMinor: 900, profitMinor: 90 },
  { orders: 1, recentOrders: 1, revenueMinor: 100, profitMinor: 10 },
  { orders: 3, recentOrders: 2, revenueMinor: 50 },
  { targeted: true, revenueMinor: 0, profitMinor: 0 },
  {},
];

/** A scale of `stepCount` steps on which whoever has n orders stands on step n. */
function counting(name: string, fact: "orders" | "interests", stepCount: number): Scale {
  return defineScale({
    name,
    steps: Array.from({ length: stepCount }, (_, index) => ({
      id: `s${index}`,
      when: { fact, is: index },
    })),
  });
}

describe("the joint census", () => {
  test("counts every combination that occurs, off a scale first", () => {
    const table = tableOf(SHOP);
    const placements = classifyTable(table, [ladderOfLoyalty(), lifecycleStages()]);
    const { groups, ...rest } = jointCensus(table, placements);
    expect(rest).toEqual({ scales: ["ladder", "lifecycle"], customerCount: 5, currency: "USD" });
    expect(groups).toEqual([
      { steps: [null, null], count: 1, share: 0.2, revenueMinor: null, profitMinor: null },
      { steps: ["suspect", "reach"], count: 1, share: 0.2, revenueMinor: 0, profitMinor: 0 },
      { steps: ["shopper", "development"], count: 1, share: 0.2, revenueMinor: 100, profitMinor: 10 },
      { steps: ["customer", "retention"], count: 2, share: 0.4, revenueMinor: 950, profitMinor: null },
    ]);
    expect(JSON.parse(JSON.stringify(groups))).toEqual(groups);
  });

  test("of one scale is its census without the empty steps", () => {
    const table = tableOf(SHOP);
    const placements = classifyTable(table, ladderOfLoyalty());
    const { steps, off } = census(table, placements);
    const alone = jointCensus(table, [placements]).groups;
    const stands = steps.filter(({ count }) => count > 0);
    expect(alone).toEqual([
      { steps: [null], ...off },
      ...stands.map(({ step, count, share, revenueMinor, profitMinor }) => ({
        steps: [step],
        count,
        share,
        revenueMinor,
        profitMinor,
      })),
    ]);
  });

  test("of no scale is one group of all, of nobody it is empty", () => {
    expect(jointCensus(tableOf([{ revenueMinor: 7 }, { revenueMinor: 1 }]), []).groups).toEqual([
      { steps: [], count: 2, share: 1, revenueMinor: 8, profitMinor: null },
    ]);
    const nobody = tableOf([]);
    expect(jointCensus(nobody, classifyTable(nobody, [ladderOfLoyalty()])).groups).toEqual([]);
  });

  test("keeps many scales with many steps apart", () => {
    const scales = [counting("a", "orders", 254), counting("b", "interests", 254)];
    const rows = Array.from({ length: 600 }, (_, row) => ({ orders: row % 256, interests: row % 255 }));
    const table = tableOf(rows);
    const { groups } = jointCensus(table, classifyTable(table, [...scales, ...scales, ...scales]));
    const pairs = new Set(rows.map(({ orders, interests }) => Math.min(orders, 254) * 1000 + interests));
    expect(groups.length).toBe(pairs.size); // 254 and 255 orders both stand off the scale
    for (const { steps } of groups) {
      expect(steps.slice(2, 4)).toEqual(steps.slice(0, 2));
      expect(steps.slice(4)).toEqual(steps.slice(0, 2));
    }
  });

  test("refuses placements of another table, and names where a sum is too great", () => {
    const table = tableOf(SHOP);
    const placements = classifyTable(tableOf([{}]), ladderOfLoyalty());
    expect(() => jointCensus(table, [placements])).toThrow(
      expect.objectContaining({ code: "placements_mismatch" }),
    );
    const rich = tableOf([
      { orders: 2, revenueMinor: Number.MAX_SAFE_INTEGER },
      { orders: 2, revenueMinor: 1 },
    ]);
    expect(() => jointCensus(rich, classifyTable(rich, [ladderOfLoyalty(), lifecycleStages()]))).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["customer", "retention", "revenue"] }),
    );
  });

  test.prop([
    fc.array(
      fc.record({
        orders: fc.integer({ min: 0, max: 30 }),
        recentOrders: fc.integer({ min: 0, max: 12 }),
        revenueMinor: fc.integer({ min: 0, max: 9999 }),
      }),
      { maxLength: 60 },
    ),
  ])("law: the parts sum to the whole, and two scales give the crosswalk", (rows) => {
    const table = tableOf(
      rows.map((row) => ({ ...row, recentOrders: Math.min(row.orders, row.recentOrders) })),
    );
    const [ladder, stages] = classifyTable(table, [ladderOfLoyalty(), lifecycleStages()]);
    const { groups } = jointCensus(table, [ladder, stages]);
    const cross = crosswalk(ladder, stages);
    for (const { steps, count, share } of groups) {
      const [row, column] = [cross.rows.indexOf(steps[0]), cross.columns.indexOf(steps[1])];
      expect(cross.counts[row]?.[column]).toBe(count);
      expect(cross.shares[row]?.[column]).toBe(share);
    }
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    const revenue = rows.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
    expect(groups.reduce((sum, { revenueMinor }) => sum + (revenueMinor ?? 0), 0)).toBe(revenue);
  });
});

describe("several scales in one pass", () => {
  test("stand where each stands alone, whatever they share", () => {
    const own = defineScale({
      name: "own",
      currency: "USD",
      climb: "stepwise",
      ownFacts: { vip: "flag" },
      steps: [
        { id: "buys", when: { fact: "orders", atLeast: 1 } },
        { id: "spends", when: { fact: "revenue", atLeast: "5.00" } },
        { id: "vip", when: { fact: "vip", is: true } },
      ],
    });
    const levels = customerLevels({ currency: "USD", keyAccountRevenue: 5 });
    const rows = [...SHOP.map((facts) => ({ ...facts, vip: true })), { orders: 1, vip: false }];
    const table = tableOf(rows, { ownFacts: { vip: "flag" } });
    const together = classifyTable(table, [levels, own, ladderOfLoyalty()]);
    expect(together).toEqual([levels, own, ladderOfLoyalty()].map((scale) => classifyTable(table, scale)));
    expect(together[1].step).toEqual(Uint8Array.of(2, 0, 0, 255, 255, 0));
    expectTypeOf(together[1]).toEqualTypeOf<Placements<"buys" | "spends" | "vip">>();
    expect(classifyTable(table, [])).toEqual([]);
    expect(classifyTable(table, [own, levels])[0]).toEqual(together[1]);
  });
});
