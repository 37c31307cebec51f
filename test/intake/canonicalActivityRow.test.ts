import { describe, expect, test } from "vitest";
import { eachActivity } from "../../src/customers/activityAt.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import { mergeActivities } from "../../src/customers/mergeActivities.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { canonicalActivityRow, readActivities } from "../../src/intake/index.ts";

describe("canonicalActivityRow", () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    // orders
    [
      { customer_id: "ann", date: "d", total: "5" },
      { kind: "order", customerId: "ann", at: "d", amount: "5" },
    ],
    [
      { Email: "a@b", "Created At": "d", "Total Price": 5, Qty: 2 },
      { kind: "order", customerId: "a@b", at: "d", amount: 5, units: 2 },
    ],
    [
      { order_id: "o1", id: 17, amount: 5 },
      { kind: "order", id: "o1", amount: 5 },
    ],
    [
      { id: 17, amount: 5 },
      { kind: "order", id: 17, amount: 5 },
    ],
    [
      { invoice_no: 3, amount: 5 },
      { kind: "order", id: 3, amount: 5 },
    ],
    [
      { Name: "#1", "Financial Status": "paid", Total: 5 },
      { kind: "order", id: "#1", amount: 5 },
    ],
    [
      { name: "Ann", total: 5 },
      { kind: "order", amount: 5 },
    ],
    [
      { kind: "order", orderId: "o1", amount: 5 },
      { kind: "order", id: "o1", amount: 5 },
    ],
    // other kinds
    [
      { type: "Refund", id: "r1", order_id: "o1", customer: "ann", date: "d", amount: 5 },
      { kind: "refund", id: "r1", orderId: "o1", customerId: "ann", at: "d", amount: 5 },
    ],
    [
      { event: "refund", refund_id: "r1", order_id: "o1" },
      { kind: "refund", id: "r1", orderId: "o1" },
    ],
    [
      { event_type: " CANCELLATION ", order_number: "o1" },
      { kind: "cancellation", orderId: "o1" },
    ],
    [
      { kind: "complaint", complaint_id: "c1", opened_at: "d", resolved: "e", contacts: 2 },
      { kind: "complaint", id: "c1", at: "d", resolvedAt: "e", contacts: 2 },
    ],
    [
      { kind: "resolution", complaint_id: "c1" },
      { kind: "resolution", complaintId: "c1" },
    ],
    [
      { kind: "referral", user_id: "ann", referred_id: "bob" },
      { kind: "referral", customerId: "ann", referredId: "bob" },
    ],
    [
      { kind: "alias", customer_id: "ann", other_id: "bob" },
      { kind: "alias", customerId: "ann", otherId: "bob" },
    ],
    [
      { kind: "profile", date_of_birth: "02-29", accepts_marketing: "yes" },
      { kind: "profile", birthday: "02-29", contactable: "yes" },
    ],
    [
      { kind: "membership", joined: "true" },
      { kind: "membership", status: "joined" },
    ],
    [
      { kind: "membership", joined: false },
      { kind: "membership", status: "left" },
    ],
    [
      { kind: "membership", left: 1 },
      { kind: "membership", status: "left" },
    ],
    [
      { kind: "membership", left: "no" },
      { kind: "membership", status: "joined" },
    ],
    [
      { kind: "membership", action: "left", joined: true },
      { kind: "membership", status: "left" },
    ],
    [{ kind: "membership", joined: "last May" }, { kind: "membership" }],
    [{ kind: "interest", joined: true, mood: "good" }, { kind: "interest" }],
    [
      { kind: "profile", facts: { vip: true } },
      { kind: "profile", facts: { vip: true } },
    ],
    // preference
    [
      { kind: "interest", type: "web", created_at: "late", date: "soon" },
      { kind: "interest", at: "soon" },
    ],
    [
      { kind: "interest", date: "", created_at: "late" },
      { kind: "interest", at: "late" },
    ],
    [
      { kind: "interest", at: "exact", occurred_at: "x" },
      { kind: "interest", at: "exact" },
    ],
    [
      { kind: "interest", date: null, Date: "first", DATE: "second" },
      { kind: "interest", at: "first" },
    ],
    // what it cannot name stays for the reader to refuse
    [
      { customer_id: "ann", date: "d" },
      { customerId: "ann", at: "d" },
    ],
    [
      { kind: "", amount: 5 },
      { kind: "order", amount: 5 },
    ],
    [
      { kind: 5, amount: 5 },
      { kind: 5, amount: 5 },
    ],
    [{}, {}],
  ])("%j", (row, canonical) => {
    expect(canonicalActivityRow(row)).toStrictEqual(canonical);
  });

  test.each([null, undefined, 5, "order", true])("leaves %j alone", (row) => {
    expect(canonicalActivityRow(row)).toBe(row);
  });

  test("leaves lists and what cannot be read alone", () => {
    const list = [1];
    const broken = {
      get kind(): string {
        throw new RangeError("gone");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(canonicalActivityRow(list)).toBe(list);
    expect(canonicalActivityRow(broken)).toBe(broken);
    expect(canonicalActivityRow(proxy) === proxy).toBe(true);
  });

  test("takes own properties only", () => {
    expect(canonicalActivityRow(Object.create({ kind: "interest" }))).toStrictEqual({});
    const row: unknown = JSON.parse('{ "kind": "interest", "__proto__": { "customerId": "eve" } }');
    expect(canonicalActivityRow(row)).toStrictEqual({ kind: "interest" });
  });
});

describe("names that are guessed", () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    // kinds in other words
    [
      { type: "Sale", amount: 5 },
      { kind: "order", amount: 5 },
    ],
    [
      { type: "purchase", amount: 5 },
      { kind: "order", amount: 5 },
    ],
    [
      { type: "return", order: "o1", amount: 5 },
      { kind: "refund", orderId: "o1", amount: 5 },
    ],
    [
      { kind: "Credit Note", order: 7, amount: 5 },
      { kind: "refund", orderId: 7, amount: 5 },
    ],
    ...["cancel", "canceled", "Cancelled", "void"].map(
      (word) =>
        [
          { event: word, order: "o1" },
          { kind: "cancellation", orderId: "o1" },
        ] as [Record<string, unknown>, Record<string, unknown>],
    ),
    [{ activity: "mention" }, { kind: "social" }],
    [
      { transaction_type: "refund", order_id: "o1" },
      { kind: "refund", orderId: "o1" },
    ],
    [
      { type: "web", event: "refund", order_id: "o1" },
      { kind: "refund", orderId: "o1" },
    ],
    // what is no kind is never taken for a sale
    [
      { type: "Web", amount: 5 },
      { kind: "Web", amount: 5 },
    ],
    [
      { kind: "web", type: "order", amount: 5 },
      { kind: "web", amount: 5 },
    ],
    // orders, refunds and what they name
    [
      { order: "o1", amount: 5 },
      { kind: "order", amount: 5, id: "o1" },
    ],
    [
      { order: { id: 1 }, id: 2, amount: 5 },
      { kind: "order", amount: 5, id: 2 },
    ],
    [{ kind: "refund", order: { id: 1 } }, { kind: "refund" }],
    [
      { kind: "resolution", complaint: "c1" },
      { kind: "resolution", complaintId: "c1" },
    ],
    // memberships
    ...(["event", "state", "status", "action", "change", "type"] as const).flatMap((name) =>
      Object.entries({ joined: "joined", JOIN: "joined", left: "left", Leave: "left" }).map(
        ([word, status]) =>
          [
            { kind: "membership", [name]: word },
            { kind: "membership", status },
          ] as [Record<string, unknown>, Record<string, unknown>],
      ),
    ),
    [{ type: "join" }, { kind: "membership", status: "joined" }],
    [{ event: "left" }, { kind: "membership", status: "left" }],
    [{ kind: "leave" }, { kind: "membership", status: "left" }],
    [
      { type: "membership", event: "left", plan: "gold" },
      { kind: "membership", plan: "gold", status: "left" },
    ],
    [
      { kind: "membership", event: "summer party", joined: "y" },
      { kind: "membership", status: "joined" },
    ],
    [
      { kind: "membership", status: "paused", joined: true },
      { kind: "membership", status: "paused" },
    ],
    // surveys
    [
      { kind: "nps", value: 9 },
      { kind: "survey", instrument: "nps", score: 9 },
    ],
    [
      { type: "CSAT", rating: 4 },
      { kind: "survey", instrument: "csat", score: 4 },
    ],
    [
      { kind: "survey", type: "ces", score: 3, value: 4 },
      { kind: "survey", instrument: "ces", score: 3 },
    ],
    [
      { kind: "survey", survey: "intent", rating: 3 },
      { kind: "survey", instrument: "intent", score: 3 },
    ],
    [
      { kind: "survey", survey: "spring", type: "nps", score: 3 },
      { kind: "survey", instrument: "nps", score: 3 },
    ],
    [
      { kind: "survey", survey: "spring", score: 3 },
      { kind: "survey", instrument: "spring", score: 3 },
    ],
    [
      { kind: "survey", score: 3 },
      { kind: "survey", score: 3 },
    ],
    // complaints
    [
      { kind: "complaint", opened: "d", date: "e", resolved: true },
      { kind: "complaint", at: "d", resolvedAt: "d" },
    ],
    [
      { kind: "complaint", date: "e", opened_at: "d" },
      { kind: "complaint", at: "d" },
    ],
    [
      { kind: "complaint", opened_at: "d", at: "exact" },
      { kind: "complaint", at: "exact" },
    ],
    [
      { kind: "complaint", at: "d", resolved: "Yes" },
      { kind: "complaint", at: "d", resolvedAt: "d" },
    ],
    [
      { kind: "complaint", at: "d", resolved: false },
      { kind: "complaint", at: "d" },
    ],
    [
      { kind: "complaint", at: "d", resolved: "n" },
      { kind: "complaint", at: "d" },
    ],
    [
      { kind: "complaint", at: "d", resolved: true, resolved_on: "e" },
      { kind: "complaint", at: "d", resolvedAt: "e" },
    ],
    [{ kind: "complaint", resolved: true }, { kind: "complaint" }],
    [
      { kind: "complaint", ticket_id: 5, id: 6 },
      { kind: "complaint", id: 5 },
    ],
    // referrals
    [
      { kind: "referral", unprompted: true },
      { kind: "referral", prompted: false },
    ],
    [
      { kind: "referral", unprompted: "N" },
      { kind: "referral", prompted: true },
    ],
    [
      { kind: "referral", unprompted: true, prompted: true },
      { kind: "referral", prompted: true },
    ],
    [
      { kind: "referral", unprompted: "maybe" },
      { kind: "referral", prompted: "maybe" },
    ],
    [
      { kind: "referral", referred: "bob" },
      { kind: "referral", referredId: "bob" },
    ],
    [
      { kind: "referral", "Referred Customer": 7 },
      { kind: "referral", referredId: 7 },
    ],
    [{ kind: "referral", referred: true }, { kind: "referral" }],
    // aliases
    ...["other", "other_id", "alias", "alias_of", "alias_id", "same_as", "another_id"].map(
      (name) =>
        [
          { kind: "alias", id: "a1", [name]: "bob" },
          { kind: "alias", id: "a1", otherId: "bob" },
        ] as [Record<string, unknown>, Record<string, unknown>],
    ),
    // instants
    ...["ts", "time", "when", "datetime", "Date Time"].map(
      (name) =>
        [
          { kind: "interest", [name]: "d" },
          { kind: "interest", at: "d" },
        ] as [Record<string, unknown>, Record<string, unknown>],
    ),
  ])("%j", (row, canonical) => {
    expect(canonicalActivityRow(row)).toStrictEqual(canonical);
  });
});

const read = (...rows: unknown[]) =>
  readActivities(rows.map(canonicalActivityRow), { currency: "USD", onInvalid: "collect" });

describe("what must not be lost or misread", () => {
  test("two people under one alias_id are both joined to it", () => {
    const rows = ["ann", "bob"].map((customer_id) => {
      return { kind: "alias", customer_id, alias_id: "guest-7", at: "2026-01-05" };
    });
    const { activities, issues } = read(...rows);
    expect(issues).toEqual([]);
    const orders = ["ann", "bob", "guest-7"].map((customerId) => {
      return { kind: "order", customerId, at: "2026-01-05", amount: 1 };
    });
    const all = mergeActivities(activities, read(...orders).activities);
    const table = summarizeCustomers(all, { asOf: "2026-01-31" });
    expect(table.ids).toEqual(["ann"]);
    expect(customerAt(table, 0).orders).toBe(3);
  });

  test.each([1_767_225_600, -1_767_225_600, 100_000_001, 99_999_999_999])("%d is taken for seconds", (at) => {
    const row = { kind: "complaint", customerId: "ann", at, resolved: at };
    const { issues, acceptedCount } = read(row);
    expect(acceptedCount).toBe(0);
    expect(issues).toEqual(
      ["at", "resolvedAt"].map((field) =>
        expect.objectContaining({
          code: "invalid_instant",
          path: [field],
          expected: expect.stringContaining("milliseconds since 1970 (not seconds)"),
          received: `"${at}"`,
        }),
      ),
    );
  });

  test.each([0, 1, 100_000_000, 100_000_000_000, 1_767_225_600_000])("%d is milliseconds", (timestamp) => {
    const row = { kind: "interest", customerId: "ann", timestamp };
    expect([...eachActivity(read(row).activities)]).toMatchObject([{ atMs: timestamp }]);
  });

  test("an order of seconds is refused too, stated or guessed", () => {
    const row = { customer_id: "ann", ts: 1_767_225_600, amount: 5 };
    expect(read(row, { ...row, type: "sale" }).rejectedCount).toBe(2);
  });
});
