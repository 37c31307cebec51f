import { describe, expect, it } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerFacts, OwnFactKinds } from "../../src/customers/facts.ts";
import type { SummarizeOptions } from "../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { parseDay } from "../../src/units/day.ts";
import { type Activity, did, order } from "./support/activities.ts";

const ON = { asOf: "2026-06-30" };
const OWN: OwnFactKinds = Object.fromEntries([
  ["vip", "flag"],
  ["tenure", "number"],
  ["toString", "flag"],
]);

function summarize(activities: readonly Activity[], options: SummarizeOptions = ON) {
  return summarizeCustomers(createActivityTable(activities, { currency: "USD" }), options);
}

function factsOf(activities: readonly Activity[], options: SummarizeOptions = ON): CustomerFacts {
  return customerAt(summarize(activities, options), 0);
}

function codesOf(activities: readonly Activity[], options: SummarizeOptions = ON): string[] {
  return summarize(activities, options).issues.map((issue) => `${issue.code} ${issue.path.join("/")}`);
}

describe("orders", () => {
  it("counts orders, distinct days, revenue and profit, and the first and last day", () => {
    const facts = factsOf([
      order("2026-01-10", 1000, { costMinor: 400 }),
      order("2026-01-10", 500, { costMinor: 100 }),
      order("2026-03-01", 2500, { costMinor: 2600 }),
    ]);
    expect(facts).toMatchObject({
      orders: 3,
      orderDays: 2,
      revenueMinor: 4000,
      profitMinor: 900,
      firstOrderDay: parseDay("2026-01-10"),
      lastOrderDay: parseDay("2026-03-01"),
    });
  });

  it("misses profit while any counted order lacks a cost, lifetime and window apart", () => {
    const facts = factsOf([order("2024-01-10", 1000), order("2026-03-01", 2500, { costMinor: 500 })]);
    expect(facts).not.toHaveProperty("profitMinor");
    expect(facts.recentProfitMinor).toBe(2000);
  });

  it("takes free orders as orders unless they are excluded", () => {
    const free = [order("2026-01-10", 0)];
    expect(factsOf(free).orders).toBe(1);
    expect(factsOf(free, { ...ON, countFreeOrders: false }).orders).toBe(0);
  });

  it("has both ends of the window in: asOf and the 364 days before", () => {
    const facts = factsOf([
      order("2025-06-30", 1), // the 365th day before: out
      order("2025-07-01", 10),
      order("2026-06-30", 100),
      order("2026-07-01", 1000), // after asOf: not even in the lifetime facts
    ]);
    expect(facts).toMatchObject({ orders: 3, recentOrders: 2, revenueMinor: 111, recentRevenueMinor: 110 });
  });

  it("finds first, last and distinct days among many orders in any order", () => {
    const days = Array.from({ length: 50 }, (_, index) => (index * 37) % 50); // a permutation of 0 to 49
    const orders = [...days, ...days].map((day) => ({ ...order("2026-06-30", 1), atMs: 0, day }));
    const facts = factsOf(orders, { asOf: "1970-02-28", windowDays: 30 });
    expect(facts).toMatchObject({
      orders: 100,
      orderDays: 50,
      recentOrderDays: 21,
      firstOrderDay: 0,
      lastOrderDay: 49,
    });
  });

  it("refuses a sum that is no longer exact", () => {
    const huge = order("2026-01-10", Number.MAX_SAFE_INTEGER);
    expect(() => summarize([huge, order("2026-01-11", 1)])).toThrow(
      expect.objectContaining({ code: "unsafe_total" }),
    );
    expect(factsOf([huge]).revenueMinor).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("rhythm", () => {
  it("is recency over the mean gap between order days, with a floor of minimumGapDays", () => {
    const facts = factsOf([order("2026-06-01", 1), order("2026-06-11", 1), order("2026-06-21", 1)]);
    expect(facts).toMatchObject({ recencyDays: 9, meanGapDays: 10, rhythm: 0.9 });
    const dense = [order("2026-06-20", 1), order("2026-06-21", 1)];
    expect(factsOf(dense)).toMatchObject({ recencyDays: 9, meanGapDays: 1, rhythm: 9 / 7 });
    expect(factsOf(dense, { ...ON, minimumGapDays: 3 }).rhythm).toBe(3);
  });

  it("has no gap and no rhythm with one order day, and no recency without an order", () => {
    const once = factsOf([order("2026-06-20", 1), order("2026-06-20", 1)]);
    expect(once.recencyDays).toBe(10);
    expect(once).not.toHaveProperty("meanGapDays");
    expect(once).not.toHaveProperty("rhythm");
    expect(factsOf([did("interest", "2026-06-20")])).not.toHaveProperty("recencyDays");
  });
});

describe("refunds and cancellations", () => {
  const bought = order("2026-01-10", 1000, { id: "o1", costMinor: 600 });

  it("lower revenue and profit by a part refund at the order's date; the cost stays unless one is given", () => {
    const old = order("2024-01-10", 1000, { id: "o1", costMinor: 600 });
    const late = did("refund", "2026-06-01", { orderId: "o1", amountMinor: 300 });
    expect(factsOf([old, late])).toMatchObject({
      orders: 1,
      revenueMinor: 700,
      profitMinor: 100,
      recentRevenueMinor: 0,
    });
    const withGoods = did("refund", "2026-06-01", { orderId: "o1", amountMinor: 300, costMinor: 200 });
    expect(factsOf([bought, withGoods])).toMatchObject({ revenueMinor: 700, profitMinor: 300 });
  });

  it("take a fully refunded order away with its cost, also in parts", () => {
    const parts = [400, 600].map((amountMinor) =>
      did("refund", "2026-02-01", { orderId: "o1", amountMinor }),
    );
    const facts = factsOf([...parts, bought]);
    expect(facts).toMatchObject({ orders: 0, orderDays: 0, revenueMinor: 0, profitMinor: 0 });
    expect(facts).not.toHaveProperty("lastOrderDay");
  });

  it("take a cancelled order away, even when its money came back too", () => {
    const cancelled = did("cancellation", "2026-02-01", { orderId: "o1" });
    const refunded = did("refund", "2026-02-01", { orderId: "o1", amountMinor: 1000 });
    expect(factsOf([cancelled, bought]).orders).toBe(0);
    expect(factsOf([cancelled, refunded, bought]).orders).toBe(0);
    expect(codesOf([cancelled, refunded, bought])).toEqual([]);
  });

  it("are cut to the order, and listed, when they exceed it", () => {
    const parts = [700, 700].map((amountMinor) =>
      did("refund", "2026-02-01", { orderId: "o1", amountMinor }),
    );
    expect(factsOf([bought, ...parts])).toMatchObject({ orders: 0, revenueMinor: 0 });
    expect(summarize([bought, ...parts]).issues).toEqual([
      expect.objectContaining({
        code: "refund_above_order",
        path: ["order", "o1", "amountMinor"],
        expected: "refunds of at most 1000 minor units",
        received: "1400",
      }),
    ]);
  });

  it("cut a saved cost to the order's cost and list it, and a cost without one changes nothing", () => {
    const saved = did("refund", "2026-02-01", { orderId: "o1", amountMinor: 1, costMinor: 9999 });
    expect(factsOf([bought, saved]).profitMinor).toBe(999);
    expect(codesOf([bought, saved])).toEqual(["refund_above_order order/o1/costMinor"]);
    const costless = order("2026-01-10", 1000, { id: "o1" });
    expect(factsOf([costless, saved])).not.toHaveProperty("profitMinor");
  });

  it("of an unknown order change no fact and are listed, yet the customer is there", () => {
    const stray = did("refund", "2026-02-01", { orderId: "nowhere", amountMinor: 5 });
    const table = summarize([stray, did("cancellation", "2026-02-01", { id: "c1", orderId: "nowhere" })]);
    expect(table.rowCount).toBe(1);
    expect(customerAt(table, 0)).toMatchObject({ orders: 0, revenueMinor: 0 });
    expect(table.issues.map(({ code, path, received }) => [code, path, received])).toEqual([
      ["refund_of_unknown_order", ["refund", "orderId"], '"nowhere"'],
      ["refund_of_unknown_order", ["cancellation", "c1", "orderId"], '"nowhere"'],
    ]);
  });

  it("net nothing before their own day, and find no order that lies ahead", () => {
    const late = did("refund", "2026-08-01", { orderId: "o1", amountMinor: 300 });
    expect(factsOf([bought, late]).revenueMinor).toBe(1000);
    const ahead = order("2026-08-01", 1000, { id: "o9" });
    const early = did("refund", "2026-02-01", { orderId: "o9", amountMinor: 300 });
    expect(codesOf([ahead, early])).toEqual(["refund_of_unknown_order refund/orderId"]);
  });

  it("need no customer of their own, and net whoever's order it is", () => {
    const { customerId: _, ...nobodys } = did("refund", "2026-02-01", { orderId: "o1", amountMinor: 300 });
    const table = summarize([nobodys, bought]);
    expect(table.rowCount).toBe(1);
    expect(customerAt(table, 0).revenueMinor).toBe(700);
  });

  it("take a free order away too", () => {
    const free = order("2026-01-10", 0, { id: "o1" });
    expect(factsOf([free, did("refund", "2026-02-01", { orderId: "o1", amountMinor: 0 })]).orders).toBe(0);
  });
});

describe("duplicates and conflicts", () => {
  it("count the same id once", () => {
    const bought = order("2026-01-10", 1000, { id: "o1", lines: [{ sku: "wash", extras: ["wax"] }] });
    expect(factsOf([bought, structuredClone(bought)]).orders).toBe(1);
  });

  it("count every row without an id", () => {
    const table = createActivityTable([order("2026-01-10", 1000), order("2026-01-10", 1000)], {
      currency: "USD",
    });
    expect(table.mayDoubleCount).toBe(true);
    expect(customerAt(summarizeCustomers(table, ON), 0).orders).toBe(2);
  });

  it("count none of two contents under one id, and list the id once", () => {
    const one = order("2026-01-10", 1000, { id: "o1" });
    const other = order("2026-01-10", 1001, { id: "o1" });
    expect(factsOf([one, other, one]).orders).toBe(0);
    expect(codesOf([one, other, one, other])).toEqual(["conflicting_activity order/o1"]);
  });

  it("see a conflict in any field, nested lines and foreign customers included", () => {
    const one = order("2026-01-10", 1000, { id: "o1", lines: [{ sku: "wash" }] });
    for (const other of [
      { ...one, lines: [{ sku: "wax" }] },
      { ...one, lines: [{ sku: "wash" }, { sku: "wash" }] },
      { ...one, customerId: "bob" },
      { ...one, atMs: one.atMs + 1 },
      { ...one, units: 1 },
    ]) {
      expect(codesOf([one, other])).toEqual(["conflicting_activity order/o1"]);
    }
  });

  it("take one order that stands under both ids of one person for one order", () => {
    const alias = did("alias", "2026-02-01", { otherId: "guest" });
    const both = [
      order("2026-01-10", 5, { id: "o1" }),
      order("2026-01-10", 5, { id: "o1", customerId: "guest" }),
    ];
    expect(factsOf([...both, alias]).orders).toBe(1);
    expect(codesOf([...both, alias])).toEqual([]);
    expect(codesOf([...both, alias], { asOf: "2026-01-31" })).toEqual(["conflicting_activity order/o1"]);
  });

  it("hold ids apart by kind", () => {
    expect(codesOf([order("2026-01-10", 1, { id: "1" }), did("review", "2026-01-10", { id: "1" })])).toEqual(
      [],
    );
  });

  it("do not see a conflict that lies ahead", () => {
    const one = order("2026-01-10", 1000, { id: "o1" });
    const later = order("2026-08-10", 1000, { id: "o1" });
    expect(factsOf([one, later]).orders).toBe(1);
    expect(factsOf([one, later], { asOf: "2026-08-10" }).orders).toBe(0);
  });
});

describe("counts", () => {
  it("count each kind with its twin for the window", () => {
    const facts = factsOf([
      did("interest", "2024-01-01"),
      did("interest", "2026-05-01", { channel: "call" }),
      did("referral", "2026-05-01", { prompted: false, converted: true }),
      did("referral", "2024-05-01", { prompted: false }),
      did("referral", "2026-05-01", { prompted: true }),
      did("referral", "2026-05-01"), // unsaid counts as prompted
      did("testimonial", "2026-05-01"),
      did("review", "2026-05-01", { rating: 4 }),
      did("social", "2026-05-01"),
      did("social", "2024-05-01"),
    ]);
    expect(facts).toMatchObject({
      interests: 2,
      recentInterests: 1,
      lastInterestDay: parseDay("2026-05-01"),
      referrals: 4,
      recentReferrals: 3,
      unpromptedReferrals: 2,
      recentUnpromptedReferrals: 1,
      convertedReferrals: 1,
      recentConvertedReferrals: 1,
      testimonials: 1,
      reviews: 1,
      mentions: 2,
      recentMentions: 1,
    });
  });

  it("hold a complaint open until it is resolved by asOf", () => {
    const opened = did("complaint", "2026-05-01", { id: "c1" });
    expect(factsOf([opened])).toMatchObject({ complaints: 1, openComplaints: 1, recentOpenComplaints: 1 });
    const resolvedDay = parseDay("2026-05-03") as number;
    expect(factsOf([{ ...opened, resolvedDay }]).openComplaints).toBe(0);
    const ahead = { ...opened, resolvedDay: parseDay("2026-07-03") as number };
    expect(factsOf([ahead]).openComplaints).toBe(1);
    const resolution = did("resolution", "2026-05-03", { complaintId: "c1" });
    expect(factsOf([resolution, opened]).openComplaints).toBe(0);
  });

  it("count a resolution in the first contact only when one contact is stated and none states more", () => {
    const resolvedDay = parseDay("2026-05-03") as number;
    const opened = did("complaint", "2026-05-01", { id: "c1" });
    const resolved = (contacts?: number) =>
      did("resolution", "2026-05-03", { complaintId: "c1", ...(contacts === undefined ? {} : { contacts }) });
    const firsts = (activities: Activity[]) => factsOf(activities).firstContactResolutions;
    expect(firsts([{ ...opened, resolvedDay, contacts: 1 }])).toBe(1);
    expect(firsts([{ ...opened, resolvedDay }])).toBe(0);
    expect(firsts([{ ...opened, contacts: 1 }])).toBe(0);
    expect(firsts([opened, resolved(1)])).toBe(1);
    expect(firsts([opened, resolved()])).toBe(0);
    expect(firsts([{ ...opened, contacts: 2 }, resolved(1)])).toBe(0);
  });

  it("list a resolution of an unknown complaint", () => {
    expect(codesOf([did("resolution", "2026-05-03", { complaintId: "c9" })])).toEqual([
      "resolution_of_unknown_complaint resolution/complaintId",
    ]);
    expect(codesOf([did("resolution", "2026-05-03", { id: "r1", complaintId: "c9" })])).toEqual([
      "resolution_of_unknown_complaint resolution/r1/complaintId",
    ]);
  });
});

describe("states and latest values", () => {
  it("take the latest score of each instrument, and miss the others", () => {
    const facts = factsOf([
      did("survey", "2026-05-01", { instrument: "nps", score: 9 }),
      did("survey", "2026-05-02", { instrument: "nps", score: 0 }),
      did("survey", "2026-05-02", { instrument: "csat", score: 5 }),
    ]);
    expect(facts).toMatchObject({ nps: 0, csat: 5 });
    expect(facts).not.toHaveProperty("ces");
  });

  it("at one instant let the larger id win, then the less favourable value", () => {
    const at = (id: string | undefined, score: number) =>
      did("survey", "2026-05-01", { instrument: "nps", score, ...(id === undefined ? {} : { id }) });
    expect(factsOf([at("b", 9), at("a", 1)]).nps).toBe(9);
    expect(factsOf([at("10", 1), at("9", 2)]).nps).toBe(2); // code-unit order, not numeric
    expect(factsOf([at("a", 9), at(undefined, 1)]).nps).toBe(9);
    expect(factsOf([at(undefined, 9), at(undefined, 3)]).nps).toBe(3);
  });

  it("know members since they joined without a break", () => {
    const joined = did("membership", "2025-01-01", { joined: true, plan: "silver" });
    const again = did("membership", "2026-01-01", { joined: true, plan: "gold" });
    const left = did("membership", "2025-06-01", { joined: false });
    expect(factsOf([again, joined])).toMatchObject({ member: true, memberSinceDay: parseDay("2025-01-01") });
    expect(factsOf([again, left, joined]).memberSinceDay).toBe(parseDay("2026-01-01"));
    const gone = factsOf([joined, left]);
    expect(gone.member).toBe(false);
    expect(gone).not.toHaveProperty("memberSinceDay");
    expect(factsOf([order("2026-01-01", 1)]).member).toBe(false);
    const both = [did("membership", "2026-01-01", { joined: false }), again]; // one instant, no ids: left wins
    expect(factsOf(both).member).toBe(false);
  });

  it("keep what one market activity says when a later one is silent about it", () => {
    const facts = factsOf([
      did("market", "2026-05-01", { targeted: true, reachable: true }),
      did("market", "2026-05-02", { reachable: false }),
    ]);
    expect(facts).toMatchObject({ targeted: true, reachable: false });
    expect(factsOf([order("2026-01-01", 1)])).not.toHaveProperty("targeted");
  });

  it("tell a no to contact from never having said anything", () => {
    expect(factsOf([did("profile", "2026-05-01", { contactable: false })]).contactable).toBe(false);
    expect(factsOf([did("profile", "2026-05-01")])).not.toHaveProperty("contactable");
  });

  it("take declared facts of one's own, list others, and never mistake the prototype for one", () => {
    const profile = (on: string, facts: Record<string, number | boolean>) =>
      did("profile", on, { id: on, facts });
    const activities = [
      profile("2026-05-01", { vip: true, tenure: 3, shoeSize: 42 }),
      profile("2026-05-02", { tenure: 0, vip: 1, shoeSize: 43 }),
    ];
    const table = summarize(activities, { ...ON, ownFacts: OWN });
    expect(customerAt(table, 0)).toMatchObject({ vip: true, tenure: 0 });
    expect(customerAt(table, 0)).not.toHaveProperty("shoeSize");
    expect(Object.hasOwn(customerAt(table, 0), "toString")).toBe(false);
    expect(table.issues.map(({ code, path }) => [code, path])).toEqual([
      ["undeclared_fact", ["profile", "shoeSize"]],
      ["fact_type_mismatch", ["profile", "2026-05-02", "vip"]],
    ]);
  });
});

describe("aliases", () => {
  it("join ids transitively, in any order, under the smallest id", () => {
    const table = summarize([
      did("alias", "2026-01-03", { customerId: "mail", otherId: "phone" }),
      order("2026-01-01", 100, { customerId: "phone" }),
      order("2026-01-02", 10, { customerId: "guest" }),
      order("2026-01-02", 1, { customerId: "other" }),
      did("alias", "2026-01-04", { customerId: "guest", otherId: "mail" }),
    ]);
    expect(table.ids).toEqual(["guest", "other"]);
    expect(Array.from(table.columns.revenueMinor)).toEqual([110, 1]);
  });

  it("join nobody before their day", () => {
    const activities = [
      order("2026-01-01", 1, { customerId: "a" }),
      order("2026-01-01", 1, { customerId: "b" }),
      did("alias", "2026-08-01", { customerId: "a", otherId: "b" }),
    ];
    expect(summarize(activities).rowCount).toBe(2);
    expect(summarize(activities, { asOf: "2026-08-01" }).ids).toEqual(["a"]);
  });

  it("bear an id that nobody else used", () => {
    expect(summarize([did("alias", "2026-01-01", { customerId: "b", otherId: "a" })]).ids).toEqual(["a"]);
  });

  it("survive a circle and an alias with oneself", () => {
    const circle = [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["a", "a"],
    ].map(([customerId, otherId]) =>
      did("alias", "2026-01-01", { customerId: customerId as string, otherId: otherId as string }),
    );
    expect(summarize(circle).ids).toEqual(["a"]);
  });

  it("join a hundred thousand ids in a chain without running out of stack", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      did("alias", "2026-01-01", { customerId: `c${index}`, otherId: `c${index + 1}` }),
    );
    expect(summarize(chain).ids).toEqual(["c0"]);
  });
});

describe("odd ids", () => {
  it("keeps customers called __proto__, constructor and toString", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const table = summarize(
      names.map((customerId) => order("2026-01-01", 1, { customerId, id: customerId })),
    );
    expect(table.ids).toEqual(names);
    expect(Array.from(table.columns.orders)).toEqual([1, 1, 1, 1]);
  });
});

describe("options", () => {
  const code = (options: Partial<SummarizeOptions> & Record<string, unknown>) => {
    try {
      summarize([], { ...ON, ...options } as SummarizeOptions);
      return "accepted";
    } catch (error) {
      const { code: thrown, path } = error as { code: string; path: readonly string[] };
      return `${thrown} ${path.join("/")}`;
    }
  };

  it("gives an empty table for no activities", () => {
    expect(summarize([])).toMatchObject({ rowCount: 0, ids: [], issueCount: 0, windowDays: 365 });
  });

  it("refuses what cannot be meant", () => {
    expect(code({ asOf: "2026-02-30" })).toBe("invalid_option asOf");
    expect(code({ asOf: 20000 as never })).toBe("invalid_option asOf");
    for (const windowDays of [0, -1, 1.5, Number.NaN, 100_001]) {
      expect(code({ windowDays })).toBe("invalid_option windowDays");
    }
    expect(code({ minimumGapDays: 0 })).toBe("invalid_option minimumGapDays");
    expect(code({ minimumGapDays: Number.POSITIVE_INFINITY })).toBe("invalid_option minimumGapDays");
    expect(code({ windowDay: 30 })).toBe("invalid_option windowDay");
    expect(code({ issueLimit: -1 })).toBe("invalid_option issueLimit");
    expect(code({ currency: "EUR" })).toBe("currency_mismatch currency");
    expect(code({ timeZone: "Asia/Tokyo" })).toBe("time_zone_mismatch timeZone");
    expect(code({ ownFacts: { orders: "number" } })).toBe("reserved_fact ownFacts/orders");
    expect(code({ ownFacts: { revenueMinor: "number" } })).toBe("reserved_fact ownFacts/revenueMinor");
    expect(code({ ownFacts: { "no spaces": "number" } })).toBe("invalid_fact ownFacts/no spaces");
    expect(code({ ownFacts: { vip: "text" as never } })).toBe("invalid_fact ownFacts/vip");
    expect(code({ currency: "USD", timeZone: "UTC" })).toBe("accepted");
  });

  it("says what to do with rows that were not read", () => {
    for (const rows of [[], null, [{ kind: "order" }], { activities: {} }]) {
      expect(() => summarizeCustomers(rows as never, ON)).toThrow(
        expect.objectContaining({ code: "invalid_option", path: ["activities"] }),
      );
    }
  });

  it("keeps at most issueLimit issues and counts all", () => {
    const strays = Array.from({ length: 500 }, () =>
      did("refund", "2026-02-01", { orderId: "x", amountMinor: 5 }),
    );
    const table = summarize(strays, { ...ON, issueLimit: 3 });
    expect(table.issues).toHaveLength(3);
    expect(table.issueCount).toBe(500);
  });
});
