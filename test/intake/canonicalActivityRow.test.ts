import { describe, expect, test } from "vitest";
import { canonicalActivityRow } from "../../src/intake/index.ts";

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
