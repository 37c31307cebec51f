import { describe, expect, test } from "vitest";
import type { LoyaltyError } from "../../../src/base/loyaltyError.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { allowedPairs } from "../../../src/scales/crosswalk/allowedPairs.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { canBoth, pairsOf, pictureOf, scaleOf } from "./support/pairsOf.ts";
import { replay } from "./support/replay.ts";

const LEVELS = customerLevels({ keyAccountRevenue: 5_000, currency: "USD" });

function issuesOf(task: () => unknown): LoyaltyError["issues"] {
  try {
    task();
  } catch (error) {
    return (error as LoyaltyError).issues;
  }
  return [];
}

describe("the built-in scales", () => {
  test("the ladder and the levels", () => {
    expect(pictureOf(allowedPairs(ladderOfLoyalty(), LEVELS))).toEqual([
      "suspect xx·····",
      "prospect xx····x",
      "shopper ··x····",
      "customer ···xxx·",
      "member ···xxx·",
      "advocate xxxxxxx",
      "raving-fan xxxxxxx",
      "null ······x",
    ]);
  });

  test("stepwise, whoever recommends has bought before", () => {
    const stepwise = { keyAccountRevenue: 5_000, currency: "USD", climb: "stepwise" } as const;
    expect(pictureOf(allowedPairs(ladderOfLoyalty({ climb: "stepwise" }), customerLevels(stepwise)))).toEqual(
      [
        "suspect xx·····",
        "prospect xx····x",
        "shopper ··x····",
        "customer ···xxx·",
        "member ···xxx·",
        "advocate ···xxx·",
        "raving-fan ···xxx·",
        "null ······x",
      ],
    );
  });

  test("whoever ordered has an activity status, and nobody else", () => {
    expect(pictureOf(allowedPairs(activityStatus(), lifecycleStages()))).toEqual([
      "lost ··xxx·",
      "lapsed ··xxx·",
      "cooling ··xxx·",
      "active ··xxx·",
      "new ··xxx·",
      "null xx··xx",
    ]);
  });

  test("with a scale of its own a customer can only be on one step", () => {
    const { rows, allowed } = allowedPairs(ladderOfLoyalty(), ladderOfLoyalty());
    expect(allowed).toEqual(rows.map((row) => rows.map((column) => row === column)));
  });

  test("every pair of them is decided with little work, and each witness really gets there", () => {
    const scales: Scale[] = [
      ladderOfLoyalty(),
      LEVELS,
      loyaltyLevels({ veryLoyalRevenue: 900, currency: "USD" }),
      lifecycleStages(),
      activityStatus(),
    ];
    for (const row of scales) {
      for (const column of scales) {
        const { undecided, allowed, witnesses } = allowedPairs(row, column, { searchLimit: 8_000 });
        expect(undecided).toEqual([]);
        expect(witnesses.map((found) => found.map((one) => one !== null))).toEqual(allowed);
        for (const witness of witnesses.flat()) if (witness) expect(replay(witness)).toEqual(witness.facts);
      }
    }
  });

  test("the witness is a plain customer of a plain table, and safe for JSON", () => {
    const pairs = allowedPairs(ladderOfLoyalty(), LEVELS);
    const witness = pairs.witnesses[4]?.[5];
    expect(witness).toMatchObject({ asOf: "2026-01-01", windowDays: 365, minimumGapDays: 7 });
    expect(witness?.facts).toMatchObject({
      orders: 4,
      recentOrders: 4,
      recentRevenueMinor: 500_000,
      member: true,
    });
    expect(JSON.parse(JSON.stringify(pairs))).toEqual(pairs);
    expect(allowedPairs(ladderOfLoyalty(), LEVELS)).toEqual(pairs);
  });
});

describe("what the laws of facts rule out", () => {
  test.each([
    ["more in the window than ever", { fact: "recentOrders", atLeast: 3 }, { fact: "orders", lessThan: 3 }],
    ["order days without orders", { fact: "orderDays", atLeast: 1 }, { fact: "orders", is: 0 }],
    ["orders on no day", { fact: "orders", atLeast: 1 }, { fact: "orderDays", is: 0 }],
    ["unprompted referrals only", { fact: "unpromptedReferrals", is: 2 }, { fact: "referrals", atMost: 1 }],
    ["converted referrals only", { fact: "convertedReferrals", is: 2 }, { fact: "referrals", atMost: 1 }],
    [
      "complaints both open and resolved",
      {
        all: [
          { fact: "openComplaints", is: 1 },
          { fact: "firstContactResolutions", is: 1 },
        ],
      },
      { fact: "complaints", is: 1 },
    ],
    ["orders and no recency", { fact: "orders", atLeast: 1 }, { not: { fact: "recencyDays", atLeast: 0 } }],
    ["a recency and no orders", { fact: "recencyDays", atLeast: 0 }, { fact: "orders", is: 0 }],
    ["a gap with one order day", { fact: "meanGapDays", atLeast: 0 }, { fact: "orderDays", atMost: 1 }],
    ["two order days and no rhythm", { fact: "orderDays", is: 2 }, { not: { fact: "rhythm", atLeast: 0 } }],
    ["a gap below a day", { fact: "meanGapDays", lessThan: 1 }, { all: [] }],
    ["a rhythm above the recency", { fact: "rhythm", moreThan: 10 }, { fact: "recencyDays", lessThan: 10 }],
    [
      "orders in the window before the latest of their days",
      { fact: "lastOrderAt", is: "2020-01-01" },
      { fact: "firstOrderAt", is: "2020-01-02" },
    ],
    ["one order on two days", { fact: "orders", is: 1 }, { fact: "orderDays", is: 2 }],
    [
      "a member since no day",
      { fact: "member", is: true },
      {
        not: {
          any: [
            { fact: "memberSince", atLeast: "2020-01-01" },
            { fact: "memberSince", lessThan: "2020-01-01" },
          ],
        },
      },
    ],
    [
      "membership that is not known",
      { not: { fact: "member", is: true } },
      { not: { fact: "member", is: false } },
    ],
    [
      "interest on no day",
      { fact: "interests", is: 1 },
      { not: { fact: "lastInterestAt", atMost: "9999-12-31" } },
    ],
    ["a score off its scale", { fact: "nps", moreThan: 10 }, { all: [] }],
    ["a satisfaction of 0", { fact: "csat", lessThan: 1 }, { all: [] }],
    ["an effort of 8", { fact: "ces", atLeast: 7.5 }, { all: [] }],
    ["half an order", { fact: "orders", moreThan: 1 }, { fact: "orders", lessThan: 2 }],
    ["a whole order in name only", { fact: "orders", is: 1.5 }, { all: [] }],
    ["fewer than no orders", { fact: "orders", lessThan: 0 }, { all: [] }],
    [
      "a day after the last that can be asked for",
      { fact: "lastOrderAt", moreThan: "9999-12-31" },
      { all: [] },
    ],
  ] as const)("%s", (_, one, other) => {
    expect(canBoth(one, other)).toBe(false);
  });

  test.each([
    ["revenue without orders", { fact: "revenue", moreThan: 0 }, { fact: "orders", is: 0 }],
    ["negative revenue", { fact: "revenue", lessThan: 0 }, { all: [] }],
    ["revenue that is not known", { not: { fact: "revenue", atLeast: 0 } }, { all: [] }],
    [
      "revenue in the window without orders in it",
      { fact: "recentRevenue", is: 5 },
      { fact: "recentOrders", is: 0 },
    ],
    [
      "more revenue in the window than ever",
      { fact: "recentRevenue", is: 5 },
      { fact: "revenue", lessThan: 5 },
    ],
    ["more profit than revenue", { fact: "profit", atLeast: "10.01" }, { fact: "revenue", atMost: 10 }],
    ["a loss without orders", { fact: "profit", lessThan: 0 }, { fact: "orders", is: 0 }],
    [
      "profit that is not known, without orders",
      { not: { fact: "profit", is: 0 } },
      { fact: "orders", is: 0 },
    ],
    [
      "profit known for life but not for the window",
      { fact: "profit", is: 1 },
      {
        not: {
          any: [
            { fact: "recentProfit", atLeast: 0 },
            { fact: "recentProfit", lessThan: 0 },
          ],
        },
      },
    ],
    ["half a cent", { fact: "revenue", is: "0.005" }, { all: [] }],
    ["between two cents", { fact: "revenue", moreThan: "0.01" }, { fact: "revenue", lessThan: "0.02" }],
    ["more than can be exact", { fact: "revenue", atLeast: 90_071_992_547_409.92 }, { all: [] }],
  ] as const)("%s", (_, one, other) => {
    expect(canBoth(one, other, { currency: "USD" })).toBe(false);
  });

  test("with a stated window, the recency says whether there are orders in it", () => {
    const inside = { fact: "recentOrders", atLeast: 1 } as const;
    expect(canBoth(inside, { fact: "recencyDays", is: 29 }, { windowDays: 30 })).toBe(true);
    expect(canBoth(inside, { fact: "recencyDays", is: 30 }, { windowDays: 30 })).toBe(false);
    expect(
      canBoth({ fact: "recentOrders", is: 0 }, { fact: "recencyDays", is: 29 }, { windowDays: 30 }),
    ).toBe(false);
    expect(canBoth(inside, { fact: "recencyDays", is: 30 })).toBe(true);
    expect(canBoth({ fact: "recentOrderDays", is: 31 }, { all: [] }, { windowDays: 30 })).toBe(false);
    expect(canBoth({ fact: "recentOrderDays", is: 30 }, { fact: "orders", is: 30 }, { windowDays: 30 })).toBe(
      true,
    );
  });

  test("a stated window also says when the interest was shown", () => {
    const dates = (last: string) =>
      canBoth(
        {
          all: [
            { fact: "recentInterests", is: 0 },
            { fact: "lastOrderAt", is: "2026-03-31" },
          ],
        },
        {
          all: [
            { fact: "recencyDays", is: 0 },
            { fact: "lastInterestAt", is: last },
          ],
        },
        { windowDays: 31 },
      );
    expect(dates("2026-03-01")).toBe(false);
    expect(dates("2026-02-28")).toBe(true);
    expect(dates("2026-04-01")).toBe(false);
  });
});

describe("what they leave possible", () => {
  test.each([
    [
      "someone of whom nothing is known",
      { not: { fact: "targeted", is: true } },
      { not: { fact: "targeted", is: false } },
    ],
    ["a flag that is false", { fact: "reachable", is: false }, { all: [] }],
    [
      "a missing score fails every comparison",
      { not: { fact: "nps", atMost: 6 } },
      { not: { fact: "nps", atLeast: 7 } },
    ],
    ["a referral before any order", { fact: "referrals", atLeast: 1 }, { fact: "orders", is: 0 }],
    [
      "a rhythm that is slow for a short gap",
      { fact: "rhythm", between: [3, 6] },
      { fact: "meanGapDays", between: [2, 2.5] },
    ],
    ["a long gap between many order days", { fact: "meanGapDays", is: 7.25 }, { fact: "orderDays", is: 5 }],
    [
      "a complaint that is neither",
      { fact: "complaints", is: 1 },
      { sum: ["openComplaints", "firstContactResolutions"], is: 0 },
    ],
    [
      "a thousand orders",
      { fact: "orders", atLeast: 1_000 },
      { sum: ["orders", "interests"], lessThan: 1_001 },
    ],
    ["the greatest count", { fact: "interests", atLeast: 2 ** 32 - 1 }, { all: [] }],
    ["an early day", { fact: "lastOrderAt", lessThan: "0000-06-01" }, { all: [] }],
  ] as const)("%s", (_, one, other) => {
    expect(canBoth(one, other)).toBe(true);
  });

  test("orders at a loss, and orders of which not every cost is known", () => {
    const currency = { currency: "USD" };
    expect(canBoth({ fact: "profit", lessThan: -100 }, { fact: "revenue", is: 5 }, currency)).toBe(true);
    expect(canBoth({ fact: "recentProfit", is: 3 }, { fact: "profit", lessThan: 1 }, currency)).toBe(true);
    const unknown = {
      not: {
        any: [
          { fact: "profit", atLeast: 0 },
          { fact: "profit", lessThan: 0 },
        ],
      },
    } as const;
    expect(canBoth(unknown, { fact: "recentProfit", is: 3 }, currency)).toBe(true);
    expect(
      canBoth(
        unknown,
        {
          all: [
            { fact: "recentProfit", is: 3 },
            { fact: "revenue", is: 3 },
          ],
        },
        currency,
      ),
    ).toBe(true);
  });

  test("sums of several facts", () => {
    const many = { sum: ["orders", "interests", "reviews"], atLeast: 3 } as const;
    expect(
      canBoth(many, {
        all: [
          { fact: "orders", atMost: 1 },
          { fact: "interests", atMost: 1 },
        ],
      }),
    ).toBe(true);
    expect(canBoth(many, { sum: ["reviews", "orders", "interests"], lessThan: 3 })).toBe(false);
    expect(canBoth(many, { sum: ["orders", "interests", "reviews", "mentions"], atMost: 2 })).toBe(false);
    expect(canBoth({ sum: ["orders", "orders"], is: 3 }, { all: [] })).toBe(false);
    expect(
      canBoth(
        { sum: ["recentOrders", "recentInterests"], atLeast: 5 },
        { sum: ["orders", "interests"], is: 4 },
      ),
    ).toBe(false);
    const dayOnce = { sum: ["orders", "orderDays"], is: 1 } as const;
    expect(canBoth(dayOnce, { all: [] })).toBe(false);
    expect(
      canBoth({ sum: ["revenue", "profit"], is: 3 }, { fact: "profit", is: 1 }, { currency: "JPY" }),
    ).toBe(true);
    expect(
      canBoth({ sum: ["revenue", "profit"], is: 3 }, { fact: "profit", is: 2 }, { currency: "JPY" }),
    ).toBe(false);
    expect(canBoth({ not: { sum: ["nps", "intent"], atMost: 20 } }, { fact: "nps", is: 9 })).toBe(true);
    expect(canBoth({ sum: ["nps", "intent"], is: 15 }, { fact: "nps", is: 4 })).toBe(false);
  });
});

describe("facts of one's own", () => {
  const head = {
    ownFacts: { vip: "flag", tenureYears: "number", visits: "number", windowDays: "number" },
  } as const;

  test("numbers are any doubles, flags may be unsaid", () => {
    expect(
      canBoth(
        { fact: "tenureYears", moreThan: 1 },
        { fact: "tenureYears", lessThan: 1 + Number.EPSILON },
        head,
      ),
    ).toBe(false);
    expect(
      canBoth(
        { fact: "tenureYears", moreThan: 1 },
        { fact: "tenureYears", lessThan: 1 + 2 * Number.EPSILON },
        head,
      ),
    ).toBe(true);
    expect(canBoth({ fact: "tenureYears", is: -0.1 }, { not: { fact: "vip", is: true } }, head)).toBe(true);
    expect(canBoth({ not: { fact: "vip", is: true } }, { not: { fact: "vip", is: false } }, head)).toBe(true);
    expect(canBoth({ fact: "vip", is: true }, { fact: "vip", is: false }, head)).toBe(false);
  });

  test("a name that the search uses inside is only a name", () => {
    expect(canBoth({ fact: "windowDays", is: -3.5 }, { fact: "orders", is: 1 }, head)).toBe(true);
  });

  test("sums of them", () => {
    const both = (low: number, high: number) =>
      canBoth(
        { sum: ["tenureYears", "visits"], moreThan: low },
        { sum: ["tenureYears", "visits"], lessThan: high },
        head,
      );
    expect(both(0.3, 0.3000001)).toBe(true);
    expect(both(0.3, 0.3)).toBe(false);
    const parts = {
      all: [
        { fact: "tenureYears", atMost: 0.1 },
        { fact: "visits", atMost: 0.2 },
      ],
    } as const;
    expect(canBoth({ sum: ["tenureYears", "visits"], moreThan: 0.30000000000000004 }, parts, head)).toBe(
      false,
    );
    expect(canBoth({ sum: ["tenureYears", "visits"], atLeast: 0.30000000000000004 }, parts, head)).toBe(true);
    const { witnesses } = pairsOf(
      { sum: ["tenureYears", "visits"], is: 10.5 },
      { fact: "visits", atLeast: 20 },
      head,
    );
    expect(witnesses[0]?.[0]?.facts).toMatchObject({ visits: 20, tenureYears: -9.5 });
  });

  test("only one of the scales needs to declare them", () => {
    const own = scaleOf([{ fact: "vip", is: true }], { ownFacts: { vip: "flag" } });
    expect(allowedPairs(own, ladderOfLoyalty()).allowed[0]).not.toContain(false);
    expect(allowedPairs(ladderOfLoyalty(), own).allowed[0]).toEqual([true, true]);
  });
});

describe("climbing", () => {
  const criteria = [
    { fact: "orders", atLeast: 1 },
    { fact: "member", is: true },
  ] as const;

  test("highest: a step needs no step below it; stepwise: it needs all", () => {
    const anything = scaleOf([{ all: [] }]);
    const orders = scaleOf([{ fact: "orders", is: 0 }]);
    expect(pictureOf(allowedPairs(scaleOf(criteria), orders))).toEqual(["s0 ·x", "s1 xx", "null x·"]);
    expect(pictureOf(allowedPairs(scaleOf(criteria, { climb: "stepwise" }), orders))).toEqual([
      "s0 ·x",
      "s1 ·x",
      "null x·",
    ]);
    expect(pictureOf(allowedPairs(scaleOf(criteria), anything))).toEqual(["s0 x·", "s1 x·", "null x·"]);
  });

  test("steps that nobody can reach rule out their whole row or column", () => {
    const closed = scaleOf([{ any: [] }, { fact: "orders", atLeast: 1 }, { fact: "orders", atLeast: 1 }]);
    expect(pictureOf(allowedPairs(closed, closed))).toEqual(["s0 ····", "s1 ····", "s2 ··x·", "null ···x"]);
    const shut = scaleOf([{ any: [] }, { all: [] }], { climb: "stepwise" });
    expect(pictureOf(allowedPairs(shut, shut))).toEqual(["s0 ···", "s1 ···", "null ··x"]);
  });

  test("a criterion beside its contrary", () => {
    const contrary = scaleOf([{ fact: "orders", atLeast: 1 }, { not: { fact: "orders", atLeast: 1 } }]);
    expect(pictureOf(allowedPairs(contrary, contrary))).toEqual(["s0 x··", "s1 ·x·", "null ···"]);
  });
});

describe("where the search gives up", () => {
  const ownFacts = { x: "number", y: "number", z: "number" } as const;
  const high = scaleOf([{ sum: ["x", "y"], atLeast: 6 }], { ownFacts });
  const low = scaleOf(
    [
      {
        all: [
          { sum: ["x", "y", "z"], atMost: 3 },
          { fact: "z", atLeast: 0 },
        ],
      },
    ],
    { ownFacts },
  );

  test("the pair counts as allowed, is listed, and has no witness", () => {
    const { allowed, undecided, witnesses } = allowedPairs(high, low, { searchLimit: 5_000 });
    expect(undecided).toEqual([{ row: "s0", column: "s0" }]);
    expect(allowed).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(witnesses.map((row) => row.map((one) => one !== null))).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  test("with hardly any work nothing is ruled out", () => {
    const { allowed, undecided } = allowedPairs(ladderOfLoyalty(), LEVELS, { searchLimit: 1 });
    expect(allowed.flat()).not.toContain(false);
    expect(undecided.length).toBeGreaterThan(40);
  });

  test("all pairs together have a limit as well", () => {
    const orders = (count: number) =>
      scaleOf(Array.from({ length: count }, (_, index) => ({ fact: "orders", is: index })));
    const few = allowedPairs(orders(3), orders(3), { searchLimit: 2_000 });
    const many = allowedPairs(orders(80), orders(80), { searchLimit: 2_000 });
    expect(few.undecided).toEqual([]);
    expect(many.undecided.length).toBeGreaterThan(0);
  });
});

describe("what is refused", () => {
  test("scales that no table fits both, all at once", () => {
    const one = scaleOf([{ fact: "vip", is: true }], {
      currency: "USD",
      windowDays: 30,
      ownFacts: { vip: "flag" },
    });
    const other = scaleOf([{ fact: "vip", is: 1 }], {
      currency: "VND",
      windowDays: 90,
      ownFacts: { vip: "number" },
    });
    expect(issuesOf(() => allowedPairs(one, other))).toMatchObject([
      { code: "currency_mismatch", path: ["currency"], expected: "a scale in USD", received: '"VND"' },
      {
        code: "window_mismatch",
        path: ["windowDays"],
        expected: "a scale with a window of 30 days",
        received: "90",
      },
      { code: "unknown_fact", path: ["ownFacts", "vip"], expected: "a flag vip", received: '"a number"' },
    ]);
  });

  test("one currency or window beside none is fine", () => {
    const stated = scaleOf([{ fact: "orders", is: 1 }], { currency: "USD", windowDays: 30 });
    expect(allowedPairs(stated, ladderOfLoyalty()).witnesses[0]?.[2]?.windowDays).toBe(30);
    expect(allowedPairs(ladderOfLoyalty(), stated).witnesses[2]?.[0]?.windowDays).toBe(30);
    expect(allowedPairs(stated, stated).allowed).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("a scale whose calibration is open", () => {
    const open = customerLevels() as unknown as Scale;
    expect(issuesOf(() => allowedPairs(open, ladderOfLoyalty()))).toMatchObject([{ code: "not_calibrated" }]);
    expect(issuesOf(() => allowedPairs(ladderOfLoyalty(), open))).toMatchObject([{ code: "not_calibrated" }]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a search limit of %d", (searchLimit) => {
    const limited = () => allowedPairs(ladderOfLoyalty(), ladderOfLoyalty(), { searchLimit });
    expect(issuesOf(limited)).toMatchObject([{ code: "invalid_option", path: ["searchLimit"] }]);
  });
});
