import { describe, expect, test } from "vitest";
import type { LoyaltyError } from "../../../src/base/loyaltyError.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { classifyTable } from "../../../src/scales/classifyTable.ts";
import { crosswalk } from "../../../src/scales/crosswalk/crosswalk.ts";
import type { Placements } from "../../../src/scales/placement.ts";
import { tableOf } from "../support/facts.ts";
import { scaleOf } from "./support/pairsOf.ts";

const BUYER = { orderDays: 1, recencyDays: 3, firstOrderDay: 20_000, lastOrderDay: 20_000 };
const POPULATION = tableOf([
  { orders: 1, ...BUYER },
  { orders: 3, ...BUYER },
  { orders: 3, ...BUYER, member: 1 as never },
  { orders: 3, ...BUYER, referrals: 1 },
  { targeted: true },
  { targeted: true, interests: 2 },
  {},
]);

function crosswalkOf(table = POPULATION) {
  return crosswalk(classifyTable(table, ladderOfLoyalty()), classifyTable(table, lifecycleStages()));
}

function issuesOf(task: () => unknown): LoyaltyError["issues"] {
  try {
    task();
  } catch (error) {
    return (error as LoyaltyError).issues;
  }
  return [];
}

describe("the cross-table", () => {
  test("counts each customer once, those off both scales last", () => {
    const { rowScale, columnScale, rows, columns, counts, customerCount } = crosswalkOf();
    expect([rowScale, columnScale, customerCount]).toEqual(["ladder", "lifecycle", 7]);
    expect(rows).toEqual([
      "suspect",
      "prospect",
      "shopper",
      "customer",
      "member",
      "advocate",
      "raving-fan",
      null,
    ]);
    expect(columns).toEqual(["reach", "acquisition", "development", "retention", "advocacy", null]);
    expect(counts).toEqual([
      [1, 0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0],
      [0, 0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0, 0],
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 1],
    ]);
  });

  test("shares are of all customers", () => {
    const { shares } = crosswalkOf();
    expect(shares[0]?.[0]).toBe(1 / 7);
    expect(shares[0]?.[1]).toBe(0);
    expect(shares.flat().reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("says which pairs can occur at all", () => {
    const { allowed, unexpectedCount } = crosswalkOf();
    expect(allowed[3]).toEqual([false, false, false, true, false, false]);
    expect(allowed[6]).toEqual([true, true, true, true, true, true]);
    expect(unexpectedCount).toBe(0);
  });

  test("nobody gives zeros, and the pairs all the same", () => {
    const { counts, shares, customerCount, allowed, unexpectedCount } = crosswalkOf(tableOf([]));
    expect([customerCount, unexpectedCount]).toEqual([0, 0]);
    expect(
      counts
        .flat()
        .concat(shares.flat())
        .every((value) => value === 0),
    ).toBe(true);
    expect(allowed).toEqual(crosswalkOf().allowed);
  });

  test("is plain data, safe for JSON", () => {
    expect(JSON.parse(JSON.stringify(crosswalkOf()))).toEqual(crosswalkOf());
  });

  test("facts that contradict each other are counted apart; a pair that occurs counts as allowed", () => {
    const orders = scaleOf([{ fact: "orders", atLeast: 1 }]);
    const recent = scaleOf([{ fact: "recentOrders", atLeast: 1 }]);
    const table = tableOf([{ recentOrders: 1 }, { recentOrders: 2 }, { orders: 1 }]);
    const { counts, allowed, unexpectedCount } = crosswalk(
      classifyTable(table, orders),
      classifyTable(table, recent),
    );
    expect(counts).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(unexpectedCount).toBe(2);
    expect(allowed).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  test("as many steps as a scale can have do not collide with off the scale", () => {
    const steps = Array.from({ length: 254 }, (_, index) => ({ fact: "orders", is: index }));
    const row: Placements = { scale: scaleOf(steps), step: Uint8Array.of(253, 255, 0, 253) };
    const column: Placements = { scale: scaleOf([{ all: [] }]), step: Uint8Array.of(0, 255, 255, 0) };
    const { counts, customerCount } = crosswalk(row, column, { searchLimit: 10 });
    expect(customerCount).toBe(4);
    expect([counts[253], counts[254], counts[0], counts[1]]).toEqual([
      [2, 0],
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });
});

describe("what is refused", () => {
  const scale = scaleOf([{ fact: "orders", atLeast: 1 }]);

  test("placements of different lengths, or with a step that the scale does not have", () => {
    const odd: Placements = { scale, step: Uint8Array.of(0, 1) };
    const short: Placements = { scale, step: Uint8Array.of(7) };
    expect(issuesOf(() => crosswalk(odd, short))).toMatchObject([
      { code: "placements_mismatch", path: [], expected: "placements of 2 rows", received: "1" },
      {
        code: "placements_mismatch",
        path: ["test", "step", 1],
        expected: "an index below 1, or 255",
        received: "1",
      },
      { code: "placements_mismatch", path: ["test", "step", 0], received: "7" },
    ]);
  });

  test("scales that no table fits both", () => {
    const other = scaleOf([{ fact: "orders", atLeast: 1 }], { windowDays: 30 });
    const third = scaleOf([{ fact: "orders", atLeast: 1 }], { windowDays: 90 });
    const none = new Uint8Array(0);
    const codes = issuesOf(() => crosswalk({ scale: other, step: none }, { scale: third, step: none }));
    expect(codes).toMatchObject([{ code: "window_mismatch" }]);
  });
});
