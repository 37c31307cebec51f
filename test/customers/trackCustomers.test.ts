import { describe, expect, test } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { forgetCustomer } from "../../src/customers/forgetCustomer.ts";
import type { SummarizeOptions } from "../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { type CustomerTracker, trackCustomers } from "../../src/customers/trackCustomers.ts";
import { did, order } from "./support/activities.ts";
import { USD } from "./support/factsOf.ts";

const LARGEST = Number.MAX_SAFE_INTEGER;

function tracking(activities: Activity[] = [], more: Partial<SummarizeOptions> = {}): CustomerTracker {
  return trackCustomers(createActivityTable(activities, USD), { asOf: "2026-06-30", ...more });
}

function factsOf(tracker: CustomerTracker, id = "ann") {
  return tracker.factsAt(tracker.rowOf(id) as number);
}

/** Everything that a tracker answers, to see that nothing has changed. */
function everythingOf(tracker: CustomerTracker) {
  return { table: tracker.table(), activities: tracker.activities(), asOfDay: tracker.asOfDay() };
}

/** The facts of the batch over what the tracker says it has taken. */
function expectBatch(tracker: CustomerTracker, options: SummarizeOptions): void {
  const table = summarizeCustomers(tracker.activities(), options);
  expect(tracker.table()).toEqual({ ...table, issues: [], issueCount: 0 });
}

describe("what a tracker says of itself", () => {
  test("it knows what it was asked for", () => {
    const tracker = tracking([], { windowDays: 90, ownFacts: { vip: "flag" } });
    expect(tracker).toMatchObject({
      currency: "USD",
      timeZone: "UTC",
      windowDays: 90,
      ownFacts: { vip: "flag" },
    });
    expect(tracker.asOfDay()).toBe(did("interest", "2026-06-30").day);
  });

  test("nothing gives an empty table", () => {
    const tracker = tracking();
    expect(tracker.table().rowCount).toBe(0);
    expect(tracker.rowOf("ann")).toBeUndefined();
    expect(tracker.activities()).toEqual(createActivityTable([], USD));
    expect(tracker.changedRows()).toEqual([]);
  });

  test.each([
    [{ asOf: "June" }, "invalid_option"],
    [{ currency: "EUR" }, "currency_mismatch"],
    [{ timeZone: "Asia/Tokyo" }, "time_zone_mismatch"],
    [{ ownFacts: { orders: "number" } }, "reserved_fact"],
    [{ windowDay: 3 }, "invalid_option"],
  ] as [Partial<SummarizeOptions>, string][])("%j is refused", (more, code) => {
    expect(() => tracking([], more)).toThrow(expect.objectContaining({ code }));
  });

  test("what it gave does not change when more comes", () => {
    const tracker = tracking([order("2026-06-01", 100)]);
    const table = tracker.table();
    const activities = tracker.activities();
    tracker.add(order("2026-06-02", 100, { units: 2, lines: [{ sku: "wash" }] }));
    tracker.add(did("interest", "2026-06-02", { channel: "call" }));
    expect(table.columns.orders[0]).toBe(1);
    expect(activities.rowCount).toBe(1);
    expect(activities.kinds.order.count).toBe(1);
    expect(tracker.activities().kinds.order.fields.lines).toEqual([undefined, [{ sku: "wash" }]]);
  });
});

describe("rows", () => {
  test.each([-1, 0.5, 1, Number.NaN])("%d is no row of one customer", (row) => {
    const tracker = tracking([order("2026-06-01", 100)]);
    const code = "unknown_customer";
    expect(() => tracker.factsAt(row)).toThrow(expect.objectContaining({ code }));
    expect(() => tracker.idAt(row)).toThrow(expect.objectContaining({ code }));
  });

  test("whoever is known only from later days has none yet", () => {
    const tracker = tracking();
    expect(tracker.add(order("2026-07-02", 100))).toBe(-1);
    expect(tracker.rowOf("ann")).toBeUndefined();
    expect(() => tracker.factsAt(0)).toThrow(expect.objectContaining({ code: "unknown_customer" }));
    tracker.moveTo("2026-07-02");
    expect(factsOf(tracker).orders).toBe(1);
    expect(tracker.changedRows()).toEqual([0]);
  });

  test("after an alias the rows of both give the joined person", () => {
    const tracker = tracking([order("2026-06-01", 100, { customerId: "bob" }), order("2026-06-02", 50)]);
    const [bob, ann] = [tracker.rowOf("bob") as number, tracker.rowOf("ann") as number];
    const row = tracker.add(did("alias", "2026-06-03", { otherId: "bob" }));
    expect(row).toBe(bob);
    expect(tracker.changedRows()).toEqual([bob]);
    expect(tracker.idAt(ann)).toBe("ann");
    expect(tracker.idAt(bob)).toBe("ann");
    expect(tracker.factsAt(ann)).toEqual(tracker.factsAt(bob));
    expect(tracker.factsAt(bob).revenueMinor).toBe(150);
    expect(tracker.table().ids).toEqual(["ann"]);
  });

  test("an alias whose id comes again with another content parts them", () => {
    const tracker = tracking([order("2026-06-01", 100, { customerId: "bob" }), order("2026-06-02", 50)]);
    tracker.add(did("alias", "2026-06-03", { id: "x", otherId: "bob" }));
    tracker.add(did("alias", "2026-06-03", { id: "x", otherId: "carl" }));
    expect(tracker.changedRows()).toEqual([1, 0]);
    expect(factsOf(tracker, "bob").revenueMinor).toBe(100);
    expect(factsOf(tracker, "ann").revenueMinor).toBe(50);
    expect(tracker.rowOf("carl")).toBeUndefined();
    expectBatch(tracker, { asOf: "2026-06-30" });
  });

  test("an activity that concerns two people lists both", () => {
    const tracker = tracking([order("2026-06-01", 100, { id: "o1" })]);
    const row = tracker.add(order("2026-06-01", 100, { id: "o1", customerId: "bob" }));
    expect(tracker.idAt(row)).toBe("bob");
    expect(tracker.changedRows().map((one) => tracker.idAt(one))).toEqual(["bob", "ann"]);
    expect(factsOf(tracker).orders).toBe(0);
  });

  test("a refund is about the owner of the order, whoever sent it", () => {
    const tracker = tracking([
      order("2026-06-01", 100, { id: "o1" }),
      did("interest", "2026-06-01", { customerId: "bob" }),
    ]);
    const refund = did("refund", "2026-06-05", { customerId: "bob", orderId: "o1", amountMinor: 40 });
    expect(tracker.idAt(tracker.add(refund))).toBe("ann");
    expect(factsOf(tracker).revenueMinor).toBe(60);
  });

  test("a refund of an unknown order is about whom it names, or nobody", () => {
    const tracker = tracking();
    const { customerId: _, ...refund } = did("refund", "2026-06-05", { orderId: "o1", amountMinor: 40 });
    expect(tracker.add(refund as Activity)).toBe(-1);
    expect(tracker.changedRows()).toEqual([]);
    const row = tracker.add({ ...refund, customerId: "ann" } as Activity);
    expect(tracker.changedRows()).toEqual([row]);
    expect(tracker.add(order("2026-06-01", 100, { id: "o1" }))).toBe(row);
    expect(tracker.factsAt(row).revenueMinor).toBe(20);
  });
});

describe("time", () => {
  test("what leaves the window is gone when it is asked for", () => {
    const tracker = tracking([order("2026-06-01", 100), order("2026-06-20", 30)], { windowDays: 30 });
    expect(factsOf(tracker)).toMatchObject({ recentOrders: 2, recencyDays: 10 });
    tracker.moveTo("2026-07-01");
    expect(tracker.changedRows()).toEqual([]);
    expect(factsOf(tracker)).toMatchObject({ recentOrders: 1, recentRevenueMinor: 30, recencyDays: 11 });
    tracker.add(order("2026-07-01", 7));
    tracker.moveTo("2026-07-20");
    expect(factsOf(tracker)).toMatchObject({ orders: 3, recentOrders: 1, recencyDays: 19 });
    expectBatch(tracker, { asOf: "2026-07-20", windowDays: 30 });
  });

  test("a complaint resolved on a later day is open until then", () => {
    const tracker = tracking();
    tracker.add(
      did("complaint", "2026-06-29", { resolvedDay: did("interest", "2026-07-03").day, contacts: 1 }),
    );
    expect(factsOf(tracker)).toMatchObject({ openComplaints: 1, firstContactResolutions: 0 });
    tracker.moveTo("2026-07-02");
    expect(factsOf(tracker).openComplaints).toBe(1);
    tracker.moveTo("2026-07-03");
    expect(factsOf(tracker)).toMatchObject({ openComplaints: 0, firstContactResolutions: 1 });
  });

  test("what comes due may part what was settled", () => {
    const tracker = tracking([order("2026-06-01", 100, { id: "o1" })]);
    tracker.add(order("2026-07-01", 9, { id: "o1", customerId: "bob" }));
    expect(tracker.changedRows()).toEqual([]);
    expect(factsOf(tracker).orders).toBe(1);
    tracker.moveTo("2026-07-01");
    expect(tracker.changedRows()).toHaveLength(2);
    expect(factsOf(tracker).orders).toBe(0);
    expect(factsOf(tracker, "bob").orders).toBe(0);
  });

  test("the same day is allowed, an earlier one or none is not", () => {
    const tracker = tracking([order("2026-06-01", 100)]);
    const before = everythingOf(tracker);
    tracker.moveTo("2026-06-30");
    for (const asOf of ["2026-06-29", "2026-02-30"]) {
      expect(() => tracker.moveTo(asOf)).toThrow(expect.objectContaining({ code: "invalid_option" }));
    }
    expect(everythingOf(tracker)).toEqual(before);
  });

  test("a day on which a sum is too large is refused, and nothing has changed", () => {
    const tracker = tracking([order("2026-06-01", LARGEST), order("2026-07-01", 1)]);
    const before = everythingOf(tracker);
    expect(() => tracker.moveTo("2026-07-01")).toThrow(expect.objectContaining({ code: "unsafe_total" }));
    expect(everythingOf(tracker)).toEqual(before);
  });
});

describe("money", () => {
  const full = order("2026-06-01", LARGEST, { costMinor: LARGEST });

  test.each([
    ["revenue", full, order("2026-06-02", 1, { costMinor: 0 }), "revenueMinor"],
    [
      "cost",
      order("2026-06-01", 5, { costMinor: LARGEST }),
      order("2026-06-02", 1, { costMinor: 1 }),
      "costMinor",
    ],
  ])("a sum of %s above 2^53 is refused, and nothing has changed", (_, first, second, what) => {
    const tracker = tracking([first]);
    const before = everythingOf(tracker);
    const error = expect.objectContaining({ code: "unsafe_total", path: ["ann", what] });
    expect(() => tracker.add(second)).toThrow(error);
    expect(everythingOf(tracker)).toEqual(before);
    expect(() => tracker.add(order("2026-06-02", 0))).not.toThrow();
    expectBatch(tracker, { asOf: "2026-06-30" });
  });

  test("a cost in the window counts although one before it is not known", () => {
    const tracker = tracking([order("2026-01-01", 5), order("2026-06-01", 5, { costMinor: LARGEST })], {
      windowDays: 90,
    });
    const late = order("2026-06-02", 1, { costMinor: 1 });
    expect(() => tracker.add(late)).toThrow(expect.objectContaining({ code: "unsafe_total" }));
    expect(() => tracker.add({ ...late, day: late.day - 100 })).not.toThrow();
    expectBatch(tracker, { asOf: "2026-06-30", windowDays: 90 });
  });

  test.each([
    ["in a life", []],
    ["in the window", [order("2026-01-01", 5)]],
  ])("costs %s that become known are too much", (_, before) => {
    const costly = ["2026-06-02", "2026-06-03"].map((day) => order(day, 1, { costMinor: LARGEST }));
    const tracker = tracking([...before, order("2026-06-01", 5, { id: "o1" }), ...costly], {
      windowDays: 90,
    });
    const known = everythingOf(tracker);
    const cancellation = did("cancellation", "2026-06-04", { orderId: "o1" });
    expect(() => tracker.add(cancellation)).toThrow(expect.objectContaining({ code: "unsafe_total" }));
    expect(everythingOf(tracker)).toEqual(known);
  });

  test("two people whose sums are too large together are not joined", () => {
    const tracker = tracking([full, { ...full, customerId: "bob" }]);
    const before = everythingOf(tracker);
    const alias = did("alias", "2026-06-03", { otherId: "bob" });
    expect(() => tracker.add(alias)).toThrow(expect.objectContaining({ code: "unsafe_total" }));
    expect(everythingOf(tracker)).toEqual(before);
  });

  test("free orders that do not count keep their person, and no more", () => {
    const tracker = tracking([], { countFreeOrders: false });
    const row = tracker.add(order("2026-06-01", 0, { id: "o1" }));
    expect(tracker.factsAt(row).orders).toBe(0);
    tracker.add(order("2026-06-01", 3));
    tracker.add(did("cancellation", "2026-06-02", { orderId: "o1" }));
    expectBatch(tracker, { asOf: "2026-06-30", countFreeOrders: false });
  });
});

describe("what comes late", () => {
  const on = (day: number) => ({ day, atMs: day });
  const twice = (activity: Activity) => [activity, activity];
  const late: readonly [string, readonly Activity[]][] = [
    [
      "order days of one bit",
      [0, 64, 200, 128, 64, 0, 200, 192, 191].map((day) => ({ ...order("1970-01-01", 1), ...on(day) })),
    ],
    [
      "orders that go, of several on a day and the only one",
      [
        ...[3, 3, 5, 9].map((day, index) => ({ ...order("1970-01-01", 1, { id: `${index}` }), ...on(day) })),
        did("cancellation", "1970-02-01", { orderId: "0" }),
        { ...order("1970-01-01", 8, { id: "x", customerId: "bob" }), ...on(9) },
        did("refund", "1970-02-01", { orderId: "x", amountMinor: 9, costMinor: 2 }),
      ],
    ],
    [
      "scores",
      [5, 1, 3, 5].map((day) => ({
        ...did("survey", "1970-01-01", { instrument: "nps", score: day }),
        ...on(day),
      })),
    ],
    [
      "scores of several instruments",
      (["nps", "intent", "csat", "ces"] as const).flatMap((instrument) =>
        [2, 1, 3].map((day) => ({ ...did("survey", "1970-01-01", { instrument, score: day }), ...on(day) })),
      ),
    ],
    [
      "flags",
      [
        { ...did("market", "1970-01-01", { targeted: true }), ...on(9) },
        { ...did("market", "1970-01-01", { reachable: true }), ...on(5) },
        { ...did("market", "1970-01-01", { targeted: false, reachable: false }), ...on(7) },
        { ...did("market", "1970-01-01", {}), ...on(1) },
        { ...did("market", "1970-01-01", { targeted: false }), ...on(10) },
      ],
    ],
    [
      "what someone told of themselves",
      [
        { ...did("profile", "1970-01-01", { birthday: "1990-01-01" }), ...on(9) },
        { ...did("profile", "1970-01-01", { contactable: true }), ...on(8) },
        { ...did("profile", "1970-01-01", { birthday: "1990-01-02", contactable: false }), ...on(5) },
        { ...did("profile", "1970-01-01", { facts: { vip: true, score: 5, odd: 1 } }), ...on(6) },
        { ...did("profile", "1970-01-01", { facts: { vip: false, score: true } }), ...on(5) },
        { ...did("profile", "1970-01-01", { facts: { score: 7 } }), ...on(7) },
        { ...did("profile", "1970-01-01", { birthday: "1990-01-03" }), ...on(10) },
      ],
    ],
    [
      "joining and leaving",
      [
        { ...did("membership", "1970-01-01", { joined: true, plan: "gold" }), ...on(5) },
        { ...did("membership", "1970-01-01", { joined: true }), ...on(3) },
        { ...did("interest", "1970-01-01"), ...on(3) },
        { ...did("membership", "1970-01-01", { joined: false }), ...on(4) },
        { ...did("membership", "1970-01-01", { joined: true }), ...on(6) },
        { ...did("membership", "1970-01-01", { joined: false }), ...on(9) },
        { ...did("membership", "1970-01-01", { joined: false }), ...on(8) },
        { ...did("membership", "1970-01-01", { joined: true }), ...on(10) },
      ],
    ],
    [
      "joinings at one moment on two days",
      [1, 0, 2, 1].map((day) => ({ ...did("membership", "1970-01-01", { joined: true }), atMs: 5, day })),
    ],
    [
      "words beside one that came twice",
      [
        { ...did("survey", "1970-01-01", { instrument: "nps", score: 1 }), ...on(1) },
        ...twice({ ...did("survey", "1970-01-01", { id: "s", instrument: "nps", score: 9 }), ...on(9) }),
        { ...did("survey", "1970-01-01", { instrument: "nps", score: 5 }), ...on(5) },
        { ...did("market", "1970-01-01", { targeted: true, reachable: true }), ...on(1) },
        ...twice({ ...did("market", "1970-01-01", { id: "m", targeted: false }), ...on(9) }),
        { ...did("market", "1970-01-01", { targeted: true }), ...on(5) },
        { ...did("market", "1970-01-01", { reachable: false }), ...on(5) },
        ...twice({ ...did("market", "1970-01-01", { id: "n", reachable: true }), ...on(9) }),
        { ...did("market", "1970-01-01", { reachable: false }), ...on(6) },
        { ...did("membership", "1970-01-01", { joined: true }), ...on(1) },
        ...twice({ ...did("membership", "1970-01-01", { id: "j", joined: false }), ...on(9) }),
        { ...did("membership", "1970-01-01", { joined: true }), ...on(5) },
        {
          ...did("profile", "1970-01-01", { contactable: true, birthday: "12-31", facts: { vip: true } }),
          ...on(1),
        },
        ...twice({ ...did("profile", "1970-01-01", { id: "p", contactable: false }), ...on(9) }),
        { ...did("profile", "1970-01-01", { contactable: true }), ...on(5) },
        ...twice({ ...did("profile", "1970-01-01", { id: "q", birthday: "12-30" }), ...on(9) }),
        { ...did("profile", "1970-01-01", { birthday: "12-29" }), ...on(5) },
        ...twice({ ...did("profile", "1970-01-01", { id: "r", facts: { vip: false } }), ...on(9) }),
        { ...did("profile", "1970-01-01", { facts: { vip: true } }), ...on(5) },
      ],
    ],
    [
      "orders beside one that was returned in part",
      [
        ...[3, 3, 1, 9, 5, 5].map((day, index) => ({
          ...order("1970-01-01", 4, { id: `${index}` }),
          ...on(day),
        })),
        ...["1", "2", "3"].map((orderId) => did("refund", "1970-02-01", { orderId, amountMinor: 1 })),
        { ...order("1970-01-01", 4), ...on(67) },
        { ...order("1970-01-01", 4), ...on(3) },
        ...["0", "4", "5"].map((orderId) => did("cancellation", "1970-02-01", { orderId })),
      ],
    ],
    ...["first", "last"].map((which): [string, readonly Activity[]] => [
      `the ${which} order, which goes, beside one that was returned in part`,
      [
        ...[1, 2, 5, 8, 9].map((day, index) => ({
          ...order("1970-01-01", 4, { id: `${index}` }),
          ...on(day),
        })),
        ...["1", "3"].map((orderId) => did("refund", "1970-02-01", { orderId, amountMinor: 1 })),
        did("cancellation", "1970-02-01", { orderId: which === "first" ? "0" : "4" }),
      ],
    ]),
    [
      "orders without a cost that go, recent and not",
      [
        ...[1, 2, 190, 191, 192].map((day, index) => ({
          ...order("1970-01-01", 4, { id: `${index}`, ...(index % 2 === 0 ? {} : { costMinor: 1 }) }),
          ...on(day),
        })),
        ...["2", "4", "0", "3", "1"].map((orderId) => did("cancellation", "1970-08-01", { orderId })),
      ],
    ],
    [
      "words of two who are to be joined, and then are",
      [
        { ...did("alias", "1970-08-20", { otherId: "bob" }) },
        ...[5, 3, 9].map((day) => ({
          ...did("survey", "1970-01-01", { instrument: "nps", score: day }),
          ...on(day),
        })),
        { ...did("survey", "1970-01-01", { customerId: "bob", instrument: "nps", score: 1 }), ...on(20) },
        { ...did("survey", "1970-01-01", { instrument: "nps", score: 2 }), ...on(7) },
        { ...did("alias", "1970-07-20", { otherId: "bob" }) },
        { ...did("survey", "1970-01-01", { instrument: "nps", score: 4 }), ...on(18) },
      ],
    ],
    [
      "complaints and what resolves them",
      [
        did("complaint", "1970-01-05", { id: "1", contacts: 1 }),
        did("resolution", "1970-01-06", { complaintId: "1" }),
        did("complaint", "1970-07-05", { id: "2" }),
        did("resolution", "1970-07-06", { complaintId: "2", contacts: 1 }),
        did("complaint", "1970-07-05", { id: "3", contacts: 1, resolvedDay: 3 }),
        did("resolution", "1970-07-06", { complaintId: "3", contacts: 2 }),
        did("resolution", "1970-07-06", { complaintId: "3", contacts: 3 }),
        did("resolution", "1970-07-06", { complaintId: "4", contacts: 1 }),
        did("complaint", "1970-07-05", { id: "4" }),
      ],
    ],
    [
      "profiles of joined people under one id",
      [
        did("profile", "1970-01-03", { id: "p", customerId: "ann", birthday: "12-31" }),
        did("profile", "1970-01-03", { id: "p", customerId: "bob", birthday: "12-31" }),
        did("alias", "1970-01-04", { customerId: "ann", otherId: "bob" }),
        did("profile", "1970-01-03", { id: "p", customerId: "carl", birthday: "12-31" }),
        did("profile", "1970-01-05", { customerId: "bob", birthday: "01-02" }),
        did("profile", "1970-01-02", { customerId: "bob", birthday: "01-03" }),
      ],
    ],
  ];

  test.each(late)("%s are as in the batch after each", (_, stream) => {
    const options = {
      asOf: "1970-08-01",
      windowDays: 100,
      ownFacts: { vip: "flag", score: "number" },
    } as const;
    const tracker = tracking([], options);
    for (const activity of stream) {
      tracker.add(activity);
      expectBatch(tracker, options);
    }
  });
});

describe("whoever was forgotten", () => {
  test("leaves orders that can be returned, and ids that cannot be used again", () => {
    const bob = { customerId: "bob" };
    const start = createActivityTable(
      [
        order("2026-06-01", 100, { id: "o1" }),
        order("2026-06-02", 50, { id: "o2" }),
        order("2026-06-03", 10, bob),
      ],
      USD,
    );
    const tracker = trackCustomers(forgetCustomer(start, "ann", { mode: "remove" }), { asOf: "2026-06-30" });
    const { customerId: _, ...refund } = did("refund", "2026-06-05", { orderId: "o1", amountMinor: 40 });
    expect(tracker.add(refund as Activity)).toBe(-1);
    expect(tracker.changedRows()).toEqual([]);
    expect(tracker.table().nameless).toMatchObject({ orders: 2, revenueMinor: 110 });
    expect(tracker.add({ ...refund, ...bob } as Activity)).toBe(tracker.rowOf("bob"));
    expect(tracker.table().nameless.revenueMinor).toBe(70);
    tracker.add(order("2026-06-02", 50, { id: "o2", ...bob }));
    expect(tracker.table().nameless).toMatchObject({ orders: 1, revenueMinor: 20 });
    expect(factsOf(tracker, "bob").orders).toBe(1);
    expectBatch(tracker, { asOf: "2026-06-30" });
  });
});

describe("what is refused", () => {
  const day = did("interest", "2026-06-01").day;
  const head = { customerId: "ann", atMs: 0, day };
  test.each([
    [{ kind: "gift", ...head }, "unknown_kind"],
    [{ kind: "interest", ...head, customerId: "" }, "empty_id"],
    [{ kind: "interest", ...head, id: "" }, "empty_id"],
    [{ kind: "interest", ...head, id: 7 }, "empty_id"],
    [{ kind: "interest", ...head, atMs: Number.NaN }, "invalid_instant"],
    [{ kind: "interest", ...head, day: 0.5 }, "invalid_instant"],
    [{ kind: "interest", ...head, day: 100_000_001 }, "invalid_instant"],
    [{ kind: "interest", ...head, channel: 7 }, "invalid_text"],
    [{ kind: "order", ...head }, "missing_field"],
    [{ kind: "order", ...head, amountMinor: -1 }, "invalid_amount"],
    [{ kind: "order", ...head, amountMinor: -0 }, "invalid_amount"],
    [{ kind: "order", ...head, amountMinor: 1, costMinor: 0.5 }, "invalid_amount"],
    [{ kind: "order", ...head, amountMinor: 1, units: Number.NaN }, "invalid_number"],
    [{ kind: "order", ...head, amountMinor: 1, lines: 7 }, "invalid_lines"],
    [{ kind: "refund", ...head, amountMinor: 1 }, "missing_field"],
    [{ kind: "cancellation", ...head }, "missing_field"],
    [{ kind: "resolution", ...head }, "missing_field"],
    [{ kind: "membership", ...head }, "missing_field"],
    [{ kind: "membership", ...head, joined: true, plan: 7 }, "invalid_text"],
    [{ kind: "referral", ...head, prompted: 1 }, "invalid_flag"],
    [{ kind: "referral", ...head, converted: "yes" }, "invalid_flag"],
    [{ kind: "referral", ...head, referredId: 7 }, "invalid_text"],
    [{ kind: "review", ...head, rating: "5" }, "invalid_number"],
    [{ kind: "survey", ...head, instrument: "nps", score: 11 }, "invalid_score"],
    [{ kind: "survey", ...head, instrument: "ces", score: 0 }, "invalid_score"],
    [{ kind: "survey", ...head, instrument: "nps", score: 1.5 }, "invalid_score"],
    [{ kind: "survey", ...head, instrument: "mood", score: 1 }, "invalid_choice"],
    [{ kind: "complaint", ...head, resolvedDay: Number.NaN }, "invalid_number"],
    [{ kind: "complaint", ...head, contacts: "1" }, "invalid_number"],
    [{ kind: "market", ...head, targeted: 1 }, "invalid_flag"],
    [{ kind: "market", ...head, reachable: 0 }, "invalid_flag"],
    [{ kind: "profile", ...head, birthday: "1990" }, "invalid_birthday"],
    [{ kind: "profile", ...head, facts: { vip: "yes" } }, "invalid_fact"],
    [{ kind: "alias", ...head }, "missing_field"],
  ])("%j", (activity, code) => {
    const tracker = tracking([order("2026-06-01", 100)]);
    const before = everythingOf(tracker);
    expect(() => createActivityTable([activity as Activity], USD)).toThrow(expect.objectContaining({ code }));
    expect(() => tracker.add(activity as Activity)).toThrow(expect.objectContaining({ code }));
    expect(everythingOf(tracker)).toEqual(before);
  });
});

describe("readers", () => {
  test("give facts as numbers, in the order asked for", () => {
    const tracker = tracking([order("2026-06-01", 100)], { ownFacts: { vip: "flag" } });
    tracker.add(did("profile", "2026-06-01", { facts: { vip: true } }));
    const values = new Float64Array(5);
    tracker.reader(["vip", "revenueMinor", "nps", "orders", "lastOrderDay"])(0, values);
    expect([...values]).toEqual([1, 100, Number.NaN, 1, did("interest", "2026-06-01").day]);
  });

  test("refuse what is no fact, and what is no row", () => {
    const tracker = tracking();
    const error = expect.objectContaining({ code: "unknown_fact", path: [1] });
    expect(() => tracker.reader(["orders", "revenue"])).toThrow(error);
    const read = tracker.reader(["orders"]);
    expect(() => read(0, new Float64Array(1))).toThrow(expect.objectContaining({ code: "unknown_customer" }));
  });
});
