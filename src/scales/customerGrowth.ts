import type { FactGrowth } from "../criteria/factGrowth.ts";
import { BUILTIN_FACTS } from "../customers/facts.ts";

/** What a new order adds to. */
const ORDER_COUNTS = ["orders", "orderDays", "recentOrders", "recentOrderDays"] as const;

/**
 * What no customer can undo: lifetime counts only grow (a refund that takes an order out is the shop's, and no
 * advice), save open complaints, which get resolved; and only a new order shortens the time since the last one.
 * Counts in the window fall as time passes.
 */
export const CUSTOMER_GROWTH: FactGrowth = {
  onlyGrows: /* @__PURE__ */ lifetimeCounts(),
  fallsWith: /* @__PURE__ */ new Map([
    ["recencyDays", ORDER_COUNTS],
    ["rhythm", ORDER_COUNTS],
  ]),
};

function lifetimeCounts(): ReadonlySet<string> {
  const facts = [...BUILTIN_FACTS].filter(
    ([name, { kind }]) => kind === "count" && !name.startsWith("recent") && name !== "openComplaints",
  );
  return new Set(facts.map(([name]) => name));
}
