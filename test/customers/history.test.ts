import { describe, expect, it } from "vitest";
import { addActivity } from "../../src/customers/addActivity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import { disputeActivity } from "../../src/customers/disputeActivity.ts";
import { historyOf } from "../../src/customers/historyOf.ts";
import { mergeHistories } from "../../src/customers/mergeHistories.ts";
import { startHistory } from "../../src/customers/startHistory.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { summarizeHistory } from "../../src/customers/summarizeHistory.ts";
import { did, order } from "./support/activities.ts";

const ON = { asOf: "2026-06-30" };
const ann = startHistory({ customerId: "ann", currency: "USD" });

function codeOf(work: () => unknown): string {
  try {
    work();
    return "accepted";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("addActivity", () => {
  it("leaves the given history as it is, and takes the same activity once", () => {
    const bought = order("2026-01-01", 100, { id: "o1" });
    const once = addActivity(ann, bought);
    expect(ann.activities).toEqual([]);
    expect(addActivity(once, { ...bought })).toBe(once);
    expect(
      addActivity(addActivity(ann, order("2026-01-01", 100)), order("2026-01-01", 100)).activities,
    ).toHaveLength(2);
  });

  it("counts one object that is added twice without an id twice, as the batch does", () => {
    const visit = did("interest", "2026-01-01");
    const bought = order("2026-01-01", 100);
    const twice = [visit, visit, bought, bought].reduce(addActivity, ann);
    const table = summarizeCustomers(createActivityTable(twice.activities, { currency: "USD" }), ON);
    expect(summarizeHistory(twice, ON).facts).toMatchObject({ interests: 2, orders: 2, revenueMinor: 200 });
    expect(summarizeHistory(twice, ON).facts).toEqual(customerAt(table, 0));
  });

  it("keeps two contents under one id, and lets neither count", () => {
    const both = addActivity(
      addActivity(ann, order("2026-01-01", 100, { id: "o1" })),
      order("2026-01-01", 99, { id: "o1" }),
    );
    const { facts, issues } = summarizeHistory(both, ON);
    expect(facts.orders).toBe(0);
    expect(issues.map(({ code }) => code)).toEqual(["conflicting_activity"]);
  });

  it("takes an explicit undefined for absent", () => {
    const bought = order("2026-01-01", 100, { id: "o1" });
    const once = addActivity(ann, bought);
    expect(addActivity(once, { ...bought, costMinor: undefined } as never)).toBe(once);
  });

  it("refuses someone else's activity, until an alias makes them one", () => {
    const others = order("2026-01-01", 100, { customerId: "abe" });
    expect(codeOf(() => addActivity(ann, others))).toBe("customer_mismatch");
    expect(
      codeOf(() => addActivity(ann, did("alias", "2026-01-01", { customerId: "x", otherId: "y" }))),
    ).toBe("customer_mismatch");
    const joined = addActivity(ann, did("alias", "2026-01-01", { customerId: "abe", otherId: "ann" }));
    expect(joined.customerId).toBe("ann"); // it stays about whom it was started for; facts go by the smallest id
    expect(summarizeHistory(addActivity(joined, others), ON)).toMatchObject({
      customerId: "abe",
      facts: { orders: 1 },
    });
  });

  it("takes a refund by anybody, for the order says whose it is", () => {
    const bought = addActivity(ann, order("2026-01-01", 100, { id: "o1" }));
    const back = did("refund", "2026-01-02", { customerId: "the bank", orderId: "o1", amountMinor: 30 });
    expect(summarizeHistory(addActivity(bought, back), ON).facts.revenueMinor).toBe(70);
  });

  it("checks what it is given", () => {
    expect(codeOf(() => addActivity(ann, order("2026-01-01", -1)))).toBe("invalid_amount");
    expect(codeOf(() => startHistory({ customerId: "", currency: "USD" }))).toBe("empty_id");
    expect(codeOf(() => startHistory({ customerId: "a", currency: "ABC" }))).toBe("unknown_currency");
    expect(codeOf(() => startHistory({ customerId: "a", currency: "USD", timeZone: "Nowhere" }))).toBe(
      "invalid_time_zone",
    );
  });
});

describe("mergeHistories", () => {
  it("joins two ids that an alias makes one, in either order", () => {
    const bob = addActivity(
      startHistory({ customerId: "bob", currency: "USD" }),
      order("2026-01-01", 100, { customerId: "bob" }),
    );
    expect(codeOf(() => mergeHistories(ann, bob))).toBe("customer_mismatch");
    const aware = addActivity(ann, did("alias", "2026-01-02", { otherId: "bob" }));
    for (const merged of [mergeHistories(aware, bob), mergeHistories(bob, aware)]) {
      expect(merged.customerId).toBe("ann");
      expect(summarizeHistory(merged, ON).facts.orders).toBe(1);
    }
  });

  it("refuses another currency or zone", () => {
    const euros = startHistory({ customerId: "ann", currency: "EUR" });
    expect(codeOf(() => mergeHistories(ann, euros))).toBe("currency_mismatch");
    const tokyo = startHistory({ customerId: "ann", currency: "USD", timeZone: "Asia/Tokyo" });
    expect(codeOf(() => mergeHistories(ann, tokyo))).toBe("time_zone_mismatch");
  });
});

describe("disputes", () => {
  const bought = addActivity(ann, order("2026-01-01", 100, { id: "o1" }));

  it("let an id that another person bears count for neither, from that day on", () => {
    const disputed = disputeActivity(bought, { kind: "order", id: "o1", day: 20_600 }); // 2026-05-27
    expect(summarizeHistory(disputed, { asOf: "2026-05-26" }).facts.orders).toBe(1);
    const later = summarizeHistory(disputed, { asOf: "2026-05-27" });
    expect(later.facts.orders).toBe(0);
    expect(later.issues.map(({ code, path }) => [code, path])).toEqual([
      ["conflicting_activity", ["order", "o1"]],
    ]);
    expect(disputeActivity(disputed, { kind: "order", id: "o1", day: 20_600 })).toBe(disputed);
  });

  it("come with the history of one person out of a table, and survive a merge", () => {
    const table = createActivityTable(
      [order("2026-01-01", 100, { id: "o1" }), order("2026-01-02", 100, { id: "o1", customerId: "bob" })],
      { currency: "USD" },
    );
    const history = historyOf(table, "ann");
    expect(history.activities).toHaveLength(1);
    expect(history.disputes).toEqual([{ kind: "order", id: "o1", day: 20_455 }]);
    expect(summarizeHistory(mergeHistories(ann, history), ON).facts.orders).toBe(0);
  });
});

describe("historyOf", () => {
  it("answers for the person who was asked for, whatever aliases say that do not count", () => {
    const table = createActivityTable(
      [
        order("2026-01-01", 1, { customerId: "zoe" }),
        order("2026-01-02", 1, { customerId: "zoe" }),
        did("interest", "2026-01-01"),
        did("alias", "2026-01-03", { id: "a1", customerId: "zoe", otherId: "ann" }),
        did("alias", "2026-01-03", { id: "a1", customerId: "zoe", otherId: "bob" }),
        did("alias", "2026-09-01", { customerId: "zoe", otherId: "amy" }), // after the day that is asked about
      ],
      { currency: "USD" },
    );
    const history = historyOf(table, "zoe");
    expect(summarizeHistory(history, ON)).toMatchObject({ customerId: "zoe", facts: { orders: 2 } });
    expect(summarizeHistory(history, { asOf: "2026-09-01" })).toMatchObject({
      customerId: "amy",
      facts: { orders: 2 },
    });
  });

  it("walks a web of forty thousand aliases in one go", () => {
    const chain = Array.from({ length: 40_000 }, (_, index) =>
      did("alias", "2026-01-01", { customerId: `c${index}`, otherId: `c${index + 1}` }),
    );
    const table = createActivityTable([...chain, order("2026-01-01", 5, { customerId: "c40000" })], {
      currency: "USD",
    });
    expect(summarizeHistory(historyOf(table, "c20000"), ON)).toMatchObject({
      customerId: "c0",
      facts: { orders: 1 },
    });
  });

  it("gathers a person's ids and what others wrote about their orders and complaints", () => {
    const theirs = [
      did("alias", "2026-01-01", { customerId: "mail", otherId: "ann" }),
      order("2026-01-01", 100, { id: "o1", customerId: "mail" }),
      did("refund", "2026-01-02", { customerId: "bank", orderId: "o1", amountMinor: 1 }),
      did("complaint", "2026-01-03", { id: "c1" }),
      did("resolution", "2026-01-03", { customerId: "desk", complaintId: "c1" }),
    ];
    const table = createActivityTable(
      [
        ...theirs,
        order("2026-01-01", 1, { customerId: "zoe" }),
        did("refund", "2026-01-02", { customerId: "zoe", orderId: "?", amountMinor: 1 }),
      ],
      { currency: "USD" },
    );
    const history = historyOf(table, "mail");
    expect(history.customerId).toBe("mail");
    expect(summarizeHistory(history, ON).customerId).toBe("ann");
    expect(history.activities).toEqual(expect.arrayContaining(theirs));
    expect(history.activities).toHaveLength(theirs.length);
    expect(codeOf(() => historyOf(table, "nobody"))).toBe("unknown_customer");
  });
});
