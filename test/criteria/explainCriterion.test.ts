import { describe, expect, test } from "vitest";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { explainCriterion } from "../../src/criteria/explainCriterion.ts";
import type { ExplainedPart, Explanation } from "../../src/criteria/explainedPart.ts";
import type { FactGrowth } from "../../src/criteria/factGrowth.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

function explain(criterion: Criterion, facts: Record<string, unknown>): Explanation {
  return explainCriterion(criterion, facts, { schema: TEST_SCHEMA, currency: "USD" });
}

/** Parts in short: "orders atLeast 2 (1, +1)", "[a | b, c]", "impossible". */
function brief(parts: readonly ExplainedPart[]): string {
  return parts.map(briefPart).join(", ");
}

function briefPart(part: ExplainedPart): string {
  if (part.kind === "impossible") return "impossible";
  if (part.kind === "oneOf") return `[${part.options.map(brief).join(" | ")}]`;
  const { facts, comparison, required, actual, gap, orUnknown } = part;
  const unknown = orUnknown ? " or unknown" : "";
  return `${facts.join("+")} ${comparison} ${required}${unknown} (${actual}, ${gap})`;
}

function missing(criterion: Criterion, facts: Record<string, unknown>): string {
  return brief(explain(criterion, facts).missing);
}

function met(criterion: Criterion, facts: Record<string, unknown>): string {
  return brief(explain(criterion, facts).met);
}

describe("what an explanation is made of", () => {
  test("a key account that is not quite there", () => {
    const keyAccount: Criterion = {
      all: [
        { fact: "orders", atLeast: 4 },
        { fact: "revenue", atLeast: "500.00" },
        { fact: "member", is: true },
        { not: { fact: "reviews", atLeast: 1 } },
      ],
    };
    const explanation = explain(keyAccount, { orders: 3, revenueMinor: 32_000, member: true, reviews: 0 });
    expect(explanation).toEqual({
      holds: false,
      met: [
        {
          kind: "comparison",
          facts: ["member"],
          unit: "flag",
          comparison: "equals",
          required: true,
          actual: true,
          gap: null,
          holds: true,
        },
        {
          kind: "comparison",
          facts: ["reviews"],
          unit: "count",
          comparison: "lessThan",
          required: 1,
          actual: 0,
          gap: null,
          holds: true,
          orUnknown: true,
        },
      ],
      missing: [
        {
          kind: "comparison",
          facts: ["orders"],
          unit: "count",
          comparison: "atLeast",
          required: 4,
          actual: 3,
          gap: 1,
          holds: false,
        },
        {
          kind: "comparison",
          facts: ["revenue"],
          unit: "money",
          currency: "USD",
          comparison: "atLeast",
          required: "500.00",
          actual: "320.00",
          gap: "180.00",
          holds: false,
        },
      ],
    });
  });

  test.each<[Criterion, Record<string, unknown>, string]>([
    [
      { fact: "lastOrderAt", atLeast: "2026-01-31" },
      { lastOrderAtDay: 20_454 },
      "lastOrderAt atLeast 2026-01-31 (2026-01-01, 30)",
    ],
    [
      { fact: "lastOrderAt", lessThan: "2026-01-01" },
      { lastOrderAtDay: 20_454 },
      "lastOrderAt lessThan 2026-01-01 (2026-01-01, -1)",
    ],
    [{ fact: "revenue", moreThan: "10" }, { revenueMinor: 1000 }, "revenue moreThan 10.00 (10.00, 0.01)"],
    [{ fact: "profit", atMost: "-1" }, { profitMinor: 5 }, "profit atMost -1.00 (0.05, -1.05)"],
    [{ fact: "revenue", is: "10" }, { revenueMinor: 1200 }, "revenue equals 10.00 (12.00, -2.00)"],
    [{ fact: "revenue", atLeast: 10.005 }, { revenueMinor: 1000 }, "revenue atLeast 10.01 (10.00, 0.01)"],
    [{ fact: "orders", moreThan: 2 }, { orders: 2 }, "orders moreThan 2 (2, 1)"],
    [{ fact: "orders", atLeast: 2.5 }, { orders: 1 }, "orders atLeast 2.5 (1, 2)"],
    [{ fact: "orders", lessThan: 2.5 }, { orders: 4 }, "orders lessThan 2.5 (4, -2)"],
    [{ fact: "orders", is: 3 }, { orders: 1 }, "orders equals 3 (1, 2)"],
    [{ fact: "nps", moreThan: 8 }, { nps: 3 }, "nps moreThan 8 (3, 6)"],
    [{ fact: "nps", atLeast: 9 }, {}, "nps atLeast 9 (null, null)"],
    [{ fact: "rhythm", atMost: 0.1 }, { rhythm: 0.3 }, "rhythm atMost 0.1 (0.3, -0.2)"],
    [{ fact: "rhythm", is: 0.1 }, { rhythm: 0 }, "rhythm equals 0.1 (0, 0.1)"],
    [{ fact: "rhythm", lessThan: 1 }, { rhythm: 3 }, "rhythm lessThan 1 (3, null)"],
    [{ fact: "rhythm", moreThan: 1 }, { rhythm: 1 }, "rhythm moreThan 1 (1, null)"],
    [{ fact: "rhythm", atLeast: 1e308 }, { rhythm: -1e308 }, "rhythm atLeast 1e+308 (-1e+308, null)"],
    [{ fact: "member", is: true }, { member: false }, "member equals true (false, null)"],
    [{ fact: "member", is: false }, {}, "member equals false (null, null)"],
    [
      { sum: ["orders", "reviews"], atLeast: 5 },
      { orders: 1, reviews: 2 },
      "orders+reviews atLeast 5 (3, 2)",
    ],
    [
      { sum: ["orders", "rhythm"], atLeast: 5 },
      { orders: 1, rhythm: 0.5 },
      "orders+rhythm atLeast 5 (1.5, 3.5)",
    ],
    [
      { sum: ["revenue", "profit"], atLeast: 5 },
      { revenueMinor: 100 },
      "revenue+profit atLeast 5.00 (null, null)",
    ],
    [{ fact: "orders", between: [2, 3] }, { orders: 5 }, "orders atMost 3 (5, -2)"],
    [{ fact: "nps", between: [2, 3] }, {}, "nps atLeast 2 (null, null), nps atMost 3 (null, null)"],
  ])("%j of %j", (criterion, facts, expected) => {
    expect(missing(criterion, facts)).toBe(expected);
    expect(met(criterion, facts)).toBe(
      "orders" in facts && "between" in criterion ? "orders atLeast 2 (5, null)" : "",
    );
  });

  test("units of sums: counts stay counts, money stays money, all else are numbers", () => {
    const unitOf = (sum: string[]): unknown =>
      explain({ sum, atLeast: 1 }, {}).missing.map((part) => "unit" in part && part.unit);
    expect(
      [["orders", "visits"], ["orders", "nps"], ["nps"], ["rhythm", "tenure"], ["revenue", "profit"]].map(
        unitOf,
      ),
    ).toEqual([["count"], ["number"], ["score"], ["number"], ["money"]]);
  });

  test("a threshold on a sum may lie beyond every single amount", () => {
    const criterion: Criterion = { sum: ["revenue", "profit"], atLeast: "120000000000000" };
    expect(missing(criterion, { revenueMinor: Number.MAX_SAFE_INTEGER, profitMinor: -1 })).toBe(
      "revenue+profit atLeast 120000000000000.00 (90071992547409.90, 29928007452590.10)",
    );
    const dong = explainCriterion(criterion, {}, { schema: TEST_SCHEMA, currency: "VND" });
    expect(brief(dong.missing)).toBe("revenue+profit atLeast 120000000000000 (null, null)");
    const farAway = { sum: ["revenue", "profit"], atLeast: "12000000000000000" };
    const farDong = explainCriterion(farAway, {}, { schema: TEST_SCHEMA, currency: "VND" });
    expect(brief(farDong.missing)).toBe("revenue+profit atLeast 12000000000000000 (null, null)");
  });

  test("a sum beyond all doubles is said as the largest double", () => {
    const criterion: Criterion = { sum: ["rhythm", "tenure"], atLeast: 1 };
    expect(met(criterion, { rhythm: Number.MAX_VALUE, tenure: Number.MAX_VALUE })).toBe(
      `rhythm+tenure atLeast 1 (${Number.MAX_VALUE}, null)`,
    );
  });
});

describe("not is pushed down to the comparisons", () => {
  test.each<[Criterion, Record<string, unknown>, string]>([
    [{ fact: "nps", atLeast: 6 }, { nps: 7 }, "nps lessThan 6 or unknown (7, -2)"],
    [{ fact: "nps", moreThan: 6 }, { nps: 7 }, "nps atMost 6 or unknown (7, -1)"],
    [{ fact: "nps", atMost: 6 }, { nps: 5 }, "nps moreThan 6 or unknown (5, 2)"],
    [{ fact: "nps", lessThan: 6 }, { nps: 5 }, "nps atLeast 6 or unknown (5, 1)"],
    [{ fact: "nps", is: 5 }, { nps: 5 }, "nps differsFrom 5 or unknown (5, null)"],
    [
      { fact: "nps", between: [4, 6] },
      { nps: 5 },
      "[nps lessThan 4 or unknown (5, -2) | nps moreThan 6 or unknown (5, 2)]",
    ],
    [{ fact: "member", is: true }, { member: true }, "member equals false or unknown (true, null)"],
    [{ fact: "nps", atLeast: 0 }, { nps: 5 }, "nps lessThan 0 or unknown (5, null)"],
    [{ fact: "orders", atLeast: 0 }, { orders: 5 }, "impossible"],
    [{ not: { fact: "orders", atLeast: 6 } }, { orders: 5 }, "orders atLeast 6 (5, 1)"],
    [
      {
        any: [
          { fact: "orders", atLeast: 1 },
          { fact: "reviews", atLeast: 1 },
        ],
      },
      { orders: 1, reviews: 2 },
      "orders lessThan 1 or unknown (1, -1), reviews lessThan 1 or unknown (2, -2)",
    ],
    [
      {
        all: [
          { fact: "orders", atLeast: 1 },
          { fact: "reviews", atLeast: 1 },
        ],
      },
      { orders: 1, reviews: 2 },
      "[orders lessThan 1 or unknown (1, -1) | reviews lessThan 1 or unknown (2, -2)]",
    ],
    [{ all: [] }, {}, "impossible"],
  ])("not %j of %j", (criterion, facts, expected) => {
    expect(missing({ not: criterion }, facts)).toBe(expected);
  });

  test("an unknown value speaks for it", () => {
    expect(met({ not: { fact: "nps", atMost: 6 } }, {})).toBe("nps moreThan 6 or unknown (null, null)");
    expect(explain({ not: { any: [] } }, {})).toEqual({ holds: true, met: [], missing: [] });
  });
});

describe("all, any and what becomes of them", () => {
  const orders = (atLeast: number): Criterion => ({ fact: "orders", atLeast });
  const few = (atMost: number): Criterion => ({ fact: "visits", atMost });
  const reviews: Criterion = { fact: "reviews", atLeast: 1 };
  const member: Criterion = { fact: "member", is: true };
  const vip: Criterion = { fact: "vip", is: true };
  const closed: Criterion = { any: [] };
  const nobody = { orders: 0, visits: 9, reviews: 0, member: false, vip: false };

  const twoOrders = "orders atLeast 2 (0, 2)";
  const oneReview = "reviews atLeast 1 (0, 1)";
  const isMember = "member equals true (false, null)";
  const isVip = "vip equals true (false, null)";

  test.each<[string, Criterion, string]>([
    [
      "all of an all",
      { all: [orders(2), { all: [reviews, member] }] },
      `${twoOrders}, ${oneReview}, ${isMember}`,
    ],
    [
      "one of an any",
      { any: [orders(2), { all: [reviews, member] }] },
      `[${twoOrders} | ${oneReview}, ${isMember}]`,
    ],
    ["a single alternative stands for itself", { any: [{ any: [orders(2)] }] }, twoOrders],
    [
      "a choice among choices is one choice",
      { any: [{ any: [orders(2), reviews] }, member] },
      `[${twoOrders} | ${oneReview} | ${isMember}]`,
    ],
    [
      "a choice inside an option stays",
      { any: [{ all: [{ any: [reviews, vip] }, member] }, orders(2)] },
      `[[${oneReview} | ${isVip}], ${isMember} | ${twoOrders}]`,
    ],
    ["the same is asked for once", { all: [orders(2), member, orders(2)] }, `${twoOrders}, ${isMember}`],
    [
      "the same choice is asked for once",
      { all: [{ any: [reviews, member] }, { any: [reviews, member] }] },
      `[${oneReview} | ${isMember}]`,
    ],
    [
      "the same option is offered once",
      { any: [{ all: [reviews, member] }, orders(2), { all: [reviews, member] }] },
      `[${oneReview}, ${isMember} | ${twoOrders}]`,
    ],
    [
      "of two lower bounds, the higher is required",
      { all: [orders(1), orders(2), { fact: "orders", moreThan: 0 }] },
      twoOrders,
    ],
    [
      "of two upper bounds, the lower is required",
      { all: [few(5), few(3), few(4)] },
      "visits atMost 3 (9, -6)",
    ],
    [
      "of two lower bounds, the lower is enough",
      { any: [orders(3), orders(2), orders(4), member] },
      `[${twoOrders} | ${isMember}]`,
    ],
    ["of two upper bounds, the higher is enough", { any: [few(3), few(5)] }, "visits atMost 5 (9, -4)"],
    [
      "an option that asks for more than another is left out",
      { any: [{ all: [orders(3), member] }, orders(2), reviews] },
      `[${twoOrders} | ${oneReview}]`,
    ],
    [
      "an option that asks for less than another in part stays",
      { any: [{ all: [orders(2), member] }, orders(3)] },
      `[${twoOrders}, ${isMember} | orders atLeast 3 (0, 3)]`,
    ],
    [
      "what is required anyway settles a choice",
      { all: [{ any: [orders(1), member] }, orders(2)] },
      twoOrders,
    ],
    [
      "what is required anyway is taken out of options",
      { all: [{ any: [{ all: [orders(1), vip] }, member] }, orders(2)] },
      `[${isVip} | ${isMember}], ${twoOrders}`,
    ],
    [
      "and the rest may be required in turn",
      {
        all: [
          { any: [{ all: [orders(1), vip] }, { all: [orders(2), vip] }] },
          orders(2),
          { any: [vip, member] },
        ],
      },
      `${isVip}, ${twoOrders}`,
    ],
    ["what cannot be is no option", { any: [closed, orders(2), { all: [reviews, closed] }] }, twoOrders],
    [
      "what cannot be makes all impossible",
      { all: [orders(2), closed, { any: [reviews, vip] }] },
      "impossible",
    ],
    ["no option, no way", { any: [closed, { any: [closed] }] }, "impossible"],
    ["an amount between two cents is never reached", { fact: "revenue", is: "10.005" }, "impossible"],
    ["nor an amount beyond all amounts", { fact: "revenue", atLeast: "1e400" }, "impossible"],
    ["nor a fraction of an order", { fact: "orders", is: 1.5 }, "impossible"],
    ["nor a score beyond its byte", { fact: "nps", moreThan: 254 }, "impossible"],
    ["nor such a sum", { sum: ["nps", "csat"], moreThan: 508 }, "impossible"],
    ["but this sum", { sum: ["nps", "csat"], moreThan: 507 }, "nps+csat moreThan 507 (null, null)"],
    [
      "minus infinity is said as the lowest double",
      { not: { not: { fact: "profit", atLeast: "-1e310" } } },
      `profit moreThan -${BigInt(Number.MAX_VALUE)}`.replace(/(\d\d)$/, ".$1 (null, null)"),
    ],
  ])("%s", (_, criterion, expected) => {
    expect(missing(criterion, nobody)).toBe(expected);
  });

  test("a value that may be unknown is the weaker requirement", () => {
    const strict: Criterion = { fact: "nps", moreThan: 6 };
    const loose: Criterion = { not: { fact: "nps", atMost: 6 } };
    const looser: Criterion = { not: { fact: "nps", atMost: 7 } };
    expect(missing({ all: [strict, loose] }, { nps: 5 })).toBe("nps moreThan 6 (5, 2)");
    expect(missing({ all: [loose, strict] }, { nps: 5 })).toBe("nps moreThan 6 (5, 2)");
    expect(missing({ all: [strict, looser] }, { nps: 5 })).toBe("nps moreThan 7 (5, 3)");
    expect(missing({ any: [strict, loose] }, { nps: 5 })).toBe("nps moreThan 6 or unknown (5, 2)");
    expect(missing({ any: [strict, looser] }, { nps: 5 })).toBe("nps moreThan 6 or unknown (5, 2)");
    expect(missing({ any: [strict, { all: [looser, member] }] }, { nps: 5 })).toBe(
      "[nps moreThan 6 (5, 2) | nps moreThan 7 or unknown (5, 3), member equals true (null, null)]",
    );
    expect(missing({ any: [loose, { all: [{ fact: "nps", moreThan: 7 }, member] }] }, { nps: 5 })).toBe(
      "nps moreThan 6 or unknown (5, 2)",
    );
  });

  test("on fractions, more than is tighter than at least", () => {
    const atLeast: Criterion = { fact: "rhythm", atLeast: 1 };
    const moreThan: Criterion = { fact: "rhythm", moreThan: 1 };
    for (const both of [
      [atLeast, moreThan],
      [moreThan, atLeast],
    ]) {
      expect(missing({ all: both }, { rhythm: 0 })).toBe("rhythm moreThan 1 (0, null)");
      expect(missing({ any: both }, { rhythm: 0 })).toBe("rhythm atLeast 1 (0, 1)");
    }
  });

  test("on whole numbers, the same bound said in two ways is one, said as it came first", () => {
    const atLeast: Criterion = { fact: "orders", atLeast: 1 };
    const moreThan: Criterion = { fact: "orders", moreThan: 0 };
    for (const kind of ["all", "any"] as const) {
      expect(missing({ [kind]: [atLeast, moreThan] } as unknown as Criterion, nobody)).toBe(
        "orders atLeast 1 (0, 1)",
      );
      expect(missing({ [kind]: [moreThan, atLeast] } as unknown as Criterion, nobody)).toBe(
        "orders moreThan 0 (0, 1)",
      );
    }
  });

  test("different values cannot both be had, and are both named", () => {
    const one: Criterion = { fact: "orders", is: 1 };
    const two: Criterion = { fact: "orders", is: 2 };
    expect(missing({ all: [one, two, one] }, nobody)).toBe("orders equals 1 (0, 1), orders equals 2 (0, 2)");
    expect(missing({ any: [one, two, one] }, nobody)).toBe(
      "[orders equals 1 (0, 1) | orders equals 2 (0, 2)]",
    );
  });

  test("met: everything of an all, the options that hold of an any, the tightest of several", () => {
    const facts = { ...nobody, orders: 3, member: true };
    expect(met({ all: [orders(1), orders(2), member, { any: [vip, reviews] }] }, facts)).toBe(
      "orders atLeast 2 (3, null), member equals true (true, null)",
    );
    expect(met({ any: [{ all: [orders(1), vip] }, member] }, facts)).toBe("member equals true (true, null)");
    expect(met({ any: [{ all: [orders(1), vip] }, reviews] }, facts)).toBe("orders atLeast 1 (3, null)");
  });

  test("99 levels of alternating all and any over one comparison come down to it", () => {
    let criterion = orders(2);
    for (let level = 1; level < 100; level += 1)
      criterion = level % 2 ? { all: [criterion] } : { any: [criterion] };
    expect(missing(criterion, nobody)).toBe(twoOrders);
  });
});

describe("with what is known of how facts change", () => {
  const growth: FactGrowth = {
    onlyGrows: new Set(["orders", "visits"]),
    fallsWith: new Map([["rhythm", ["orders"]]]),
  };
  const asks = (criterion: Criterion, facts: Record<string, unknown>): string =>
    brief(explainCriterion(criterion, facts, { schema: TEST_SCHEMA }, growth).missing);
  const both = { sum: ["orders", "visits"] };
  const slow: Criterion = { fact: "rhythm", atMost: 3 };

  test.each<[Criterion, Record<string, unknown>, string]>([
    [{ fact: "orders", atMost: 2 }, { orders: 3 }, "impossible"],
    [{ fact: "orders", lessThan: 3 }, { orders: 3 }, "impossible"],
    [{ fact: "orders", is: 2 }, { orders: 3 }, "impossible"],
    [{ fact: "orders", between: [1, 2] }, { orders: 3 }, "impossible"],
    [{ not: { fact: "orders", atLeast: 3 } }, { orders: 3 }, "impossible"],
    [{ ...both, atMost: 2 }, { orders: 2, visits: 1 }, "impossible"],
    [{ fact: "orders", is: 4 }, { orders: 3 }, "orders equals 4 (3, 1)"],
    [{ not: { fact: "orders", is: 3 } }, { orders: 3 }, "orders differsFrom 3 or unknown (3, null)"],
    [{ fact: "orders", atMost: 2 }, {}, "orders atMost 2 (null, null)"],
    [{ fact: "reviews", atMost: 2 }, { reviews: 3 }, "reviews atMost 2 (3, -1)"],
    [{ sum: ["orders", "reviews"], atMost: 2 }, { orders: 2, reviews: 1 }, "orders+reviews atMost 2 (3, -1)"],
  ])("what only grows never falls: %j of %j", (criterion, facts, brief) => {
    expect(asks(criterion, facts)).toBe(brief);
  });

  test.each<[string, readonly Criterion[], Record<string, unknown>, string]>([
    ["orders", [{ fact: "orders", is: 1 }], { orders: 1 }, "impossible"],
    ["inside an all", [{ all: [{ fact: "orders", atMost: 1 }] }], { orders: 1 }, "impossible"],
    ["a sum with them", [{ ...both, atMost: 2 }], { orders: 1, visits: 1 }, "impossible"],
    ["room for one more", [{ fact: "orders", atMost: 2 }], { orders: 1 }, "rhythm atMost 3 (4, -1)"],
    ["another number", [{ not: { fact: "orders", is: 2 } }], { orders: 1 }, "rhythm atMost 3 (4, -1)"],
    ["other counts", [{ fact: "visits", is: 1 }], { visits: 1 }, "rhythm atMost 3 (4, -1)"],
    [
      "a sum that may fall",
      [{ sum: ["orders", "reviews"], atMost: 2 }],
      { orders: 1, reviews: 1 },
      "rhythm atMost 3 (4, -1)",
    ],
    [
      "one of two alternatives",
      [
        {
          any: [
            { fact: "orders", is: 1 },
            { fact: "member", is: true },
          ],
        },
      ],
      { orders: 1 },
      "rhythm atMost 3 (4, -1)",
    ],
  ])("what falls only with others cannot where they may not grow: %s", (_, held, facts, brief) => {
    expect(asks({ all: [...held, slow] }, { rhythm: 4, ...facts })).toBe(brief);
  });

  test("a part that must fall says what it falls with; one that may rise or has no such facts does not", () => {
    const says = (criterion: Criterion, facts: Record<string, unknown>) => {
      const [part] = explainCriterion(criterion, facts, { schema: TEST_SCHEMA }, growth).missing;
      return part?.kind === "comparison" && part.fallsWith;
    };
    expect(says(slow, { rhythm: 4 })).toEqual(["orders"]);
    expect(says(slow, {})).toEqual(["orders"]);
    expect(says({ fact: "rhythm", lessThan: 4 }, { rhythm: 4 })).toEqual(["orders"]);
    expect(says({ fact: "rhythm", is: 3 }, { rhythm: 4 })).toEqual(["orders"]);
    expect(says({ fact: "rhythm", is: 5 }, { rhythm: 4 })).toBeUndefined();
    expect(says({ fact: "rhythm", atLeast: 5 }, { rhythm: 4 })).toBeUndefined();
    expect(says({ fact: "tenure", atMost: 3 }, { tenure: 4 })).toBeUndefined();
    expect(says({ sum: ["rhythm", "tenure"], atMost: 3 }, { rhythm: 4, tenure: 4 })).toBeUndefined();
    expect(explainCriterion(slow, { rhythm: 2 }, { schema: TEST_SCHEMA }, growth).met[0]).not.toHaveProperty(
      "fallsWith",
    );
  });
});

describe("what it refuses", () => {
  test.each<[Criterion, string]>([
    [{ fact: "orders", atLeast: { top: 0.2, among: { all: [] } } }, "not_calibrated"],
    [{ fact: "revenue", atLeast: 1 }, "unknown_currency"],
  ])("%j", (criterion, code) => {
    let caught: unknown;
    try {
      explainCriterion(criterion, {}, { schema: TEST_SCHEMA });
    } catch (error) {
      caught = error;
    }
    expect(isLoyaltyError(caught) && caught.code).toBe(code);
  });
});
