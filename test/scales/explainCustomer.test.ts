import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { type ExplainCustomerOptions, explainCustomer } from "../../src/scales/explainCustomer.ts";
import { factsOf } from "./support/facts.ts";

const OWN_FACTS = { vip: "flag" } as const;

describe("explainCustomer", () => {
  test("says what is met and what is missing", () => {
    const criterion: Criterion = {
      all: [
        { fact: "orders", atLeast: 3 },
        { fact: "vip", is: true },
        { fact: "revenue", atLeast: "100" },
      ],
    };
    const facts = factsOf({ orders: 3, revenueMinor: 9999, vip: false }, OWN_FACTS);
    expect(explainCustomer(facts, criterion, { currency: "USD", ownFacts: OWN_FACTS })).toMatchObject({
      holds: false,
      met: [{ facts: ["orders"], actual: 3, required: 3 }],
      missing: [
        { facts: ["vip"], actual: false, required: true },
        { facts: ["revenue"], actual: "99.99", required: "100.00", gap: "0.01", currency: "USD" },
      ],
    });
  });

  test("has nothing missing when the criterion holds", () => {
    expect(explainCustomer(factsOf({ orders: 1 }), { fact: "orders", is: 1 })).toMatchObject({
      holds: true,
      missing: [],
    });
  });

  test.each<[Criterion, string]>([
    [{ fact: "orders", atMost: 2 }, "impossible"],
    [{ fact: "complaints", is: 0 }, "impossible"],
    [{ fact: "openComplaints", is: 0 }, "comparison"],
    [{ fact: "recentOrders", atMost: 2 }, "comparison"],
    [{ sum: ["orders", "recentOrders"], atMost: 2 }, "comparison"],
    [{ fact: "recencyDays", atMost: 2 }, "comparison"],
    [
      {
        all: [
          { fact: "orders", is: 3 },
          { fact: "recencyDays", atMost: 2 },
        ],
      },
      "impossible",
    ],
    [
      {
        all: [
          { fact: "recentOrders", is: 3 },
          { fact: "recencyDays", atMost: 2 },
        ],
      },
      "comparison",
    ],
  ])("asks nobody to undo what was counted over a life: %j", (criterion, kind) => {
    const counts = { orders: 3, recentOrders: 3, complaints: 1, openComplaints: 1, recencyDays: 9 };
    expect(explainCustomer(factsOf(counts), criterion).missing).toEqual([expect.objectContaining({ kind })]);
  });

  test.each<[string, unknown, ExplainCustomerOptions, string]>([
    ["a fact that was not declared", { fact: "vip", is: true }, {}, "unknown_fact"],
    ["what is no criterion", "vip", {}, "invalid_criterion"],
    ["money without a currency", { fact: "revenue", atLeast: 1 }, {}, "currency_required"],
    ["a currency that is not known", { all: [] }, { currency: "usd" }, "unknown_currency"],
    ["an own fact with a built-in name", { all: [] }, { ownFacts: { orders: "number" } }, "reserved_fact"],
    [
      "a threshold from a population",
      { fact: "orders", atLeast: { top: 0.5, among: { all: [] } } },
      {},
      "not_calibratable",
    ],
  ])("refuses %s", (_, criterion, options, code) => {
    expect(() => explainCustomer(factsOf({}), criterion as Criterion, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
