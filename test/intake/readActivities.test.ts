import { describe, expect, test } from "vitest";
import type { LoyaltyIssue } from "../../src/base/issue.ts";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import type { Activity } from "../../src/customers/activity.ts";
import { eachActivity } from "../../src/customers/activityAt.ts";
import {
  type ActivityReading,
  type ReadOptions,
  readActivities,
  readOrders,
} from "../../src/intake/index.ts";
import { parseDay } from "../../src/units/day.ts";

const DAY = parseDay("2026-01-05")!;
const AT = "2026-01-05T10:20:30Z";
const AT_MS = Date.parse(AT);
const who = { customerId: "ann", at: AT };
const read = { customerId: "ann", atMs: AT_MS, day: DAY };

function collect(rows: Iterable<unknown>, options: Partial<ReadOptions> = {}): ActivityReading {
  return readActivities(rows, { currency: "USD", onInvalid: "collect", ...options });
}

function accepted(row: unknown, options: Partial<ReadOptions> = {}): Activity {
  const reading = collect([row], options);
  expect(reading.issues).toEqual([]);
  return [...eachActivity(reading.activities)][0]!;
}

function refused(row: unknown, options: Partial<ReadOptions> = {}): Partial<LoyaltyIssue>[] {
  const reading = collect([row], options);
  expect(reading).toMatchObject({ rowCount: 1, acceptedCount: 0, rejectedCount: 1 });
  return reading.issues.map(({ code, path, expected, received }) => ({ code, path, expected, received }));
}

function thrown(run: () => unknown): { code: string; issues: readonly LoyaltyIssue[] } {
  try {
    run();
  } catch (error) {
    if (isLoyaltyError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("every kind of row becomes its activity", () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ kind: "interest" }, {}],
    [{ kind: "interest", channel: "call" }, { channel: "call" }],
    [{ kind: "interest", id: "" }, {}],
    [{ kind: "interest", id: " \t" }, {}],
    [
      { kind: "market", targeted: "Y", reachable: " n " },
      { targeted: true, reachable: false },
    ],
    [
      { kind: "market", targeted: "T", reachable: "f" },
      { targeted: true, reachable: false },
    ],
    [{ kind: "order", amount: "12.50" }, { amountMinor: 1250 }],
    [
      { kind: "order", id: "o1", amount: 12.5, cost: "5", currency: "USD", units: 2, lines: [{ sku: "a" }] },
      { id: "o1", amountMinor: 1250, costMinor: 500, units: 2, lines: [{ sku: "a" }] },
    ],
    [{ kind: "order", amount: 0 }, { amountMinor: 0 }],
    [
      { kind: "refund", orderId: "o1", amount: 1 },
      { orderId: "o1", amountMinor: 100 },
    ],
    [
      { kind: "refund", id: "r1", orderId: "o1", amount: 1, cost: "0.50" },
      { id: "r1", orderId: "o1", amountMinor: 100, costMinor: 50 },
    ],
    [{ kind: "cancellation", orderId: "o1" }, { orderId: "o1" }],
    [
      { kind: "membership", status: "joined", plan: "gold" },
      { joined: true, plan: "gold" },
    ],
    [{ kind: "membership", status: "left" }, { joined: false }],
    [{ kind: "referral" }, {}],
    [
      { kind: "referral", prompted: false, referredId: "bob", converted: true },
      { prompted: false, referredId: "bob", converted: true },
    ],
    [{ kind: "testimonial", rating: 4.5 }, { rating: 4.5 }],
    [{ kind: "review", rating: 0 }, { rating: 0 }],
    [{ kind: "social" }, {}],
    [
      { kind: "survey", instrument: "nps", score: 0 },
      { instrument: "nps", score: 0 },
    ],
    [
      { kind: "survey", instrument: "intent", score: 10 },
      { instrument: "intent", score: 10 },
    ],
    [
      { kind: "survey", instrument: "csat", score: 1 },
      { instrument: "csat", score: 1 },
    ],
    [
      { kind: "survey", instrument: "ces", score: 7 },
      { instrument: "ces", score: 7 },
    ],
    [{ kind: "complaint" }, {}],
    [
      { kind: "complaint", resolvedAt: "2026-01-05", contacts: 0 },
      { resolvedDay: DAY, contacts: 0 },
    ],
    [{ kind: "complaint", resolvedAt: "2026-01-07T23:00:00Z" }, { resolvedDay: DAY + 2 }],
    [
      { kind: "resolution", complaintId: "c1", contacts: 2 },
      { complaintId: "c1", contacts: 2 },
    ],
    [
      { kind: "market", targeted: true, reachable: false },
      { targeted: true, reachable: false },
    ],
    [{ kind: "market" }, {}],
    [
      { kind: "profile", birthday: "1990-02-28", contactable: false, facts: { vip: true, tenureYears: 2.5 } },
      { birthday: "1990-02-28", contactable: false, facts: { vip: true, tenureYears: 2.5 } },
    ],
    [{ kind: "profile", birthday: "02-29" }, { birthday: "02-29" }],
    [{ kind: "alias", otherId: "ann@example.com" }, { otherId: "ann@example.com" }],
  ])("%j", (row, carried) => {
    expect(accepted({ ...who, ...row })).toStrictEqual({ kind: row.kind, ...read, ...carried });
  });

  test.each(["refund", "cancellation", "resolution"])("a %s may leave out the customer", (kind) => {
    const row = { kind, at: AT, orderId: "o1", complaintId: "c1", amount: 1 };
    expect(accepted(row)).not.toHaveProperty("customerId");
  });
});

describe("what exports write is understood", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a numeric id", { kind: "interest", customerId: 7, id: 12 }, { customerId: "7", id: "12" }],
    ["an id with spaces stays as it is", { kind: "interest", customerId: " 7 " }, { customerId: " 7 " }],
    [
      "flags as text",
      { kind: "market", targeted: "Yes", reachable: "0" },
      { targeted: true, reachable: false },
    ],
    [
      "flags as text",
      { kind: "market", targeted: " TRUE ", reachable: "no" },
      { targeted: true, reachable: false },
    ],
    ["flags as numbers", { kind: "market", targeted: 1, reachable: 0 }, { targeted: true, reachable: false }],
    [
      "flags as text",
      { kind: "market", targeted: "1", reachable: "false" },
      { targeted: true, reachable: false },
    ],
    ["numbers as text", { kind: "review", rating: " 4.50 " }, { rating: 4.5 }],
    ["numbers as text", { kind: "review", rating: "5e-1" }, { rating: 0.5 }],
    ["scores as text", { kind: "survey", instrument: "NPS", score: "9" }, { instrument: "nps", score: 9 }],
    ["words in capitals", { kind: "membership", status: " Joined" }, { joined: true }],
    ["empty optional fields", { kind: "interest", channel: "", id: null }, {}],
    [
      "empty optional fields",
      { kind: "order", amount: 1, cost: "", currency: null, units: undefined },
      { amountMinor: 100 },
    ],
    ["currencies in small letters", { kind: "order", amount: 1, currency: " usd " }, { amountMinor: 100 }],
    ["minus zero in a measure", { kind: "review", rating: -0 }, { rating: 0 }],
    ["unknown properties", { kind: "interest", mood: "good", atMs: 5 }, {}],
    ["a currency where there is no money", { kind: "interest", currency: "EUR" }, {}],
  ])("%s: %j", (_, row, carried) => {
    expect(accepted({ ...who, ...row })).toStrictEqual({ kind: row.kind, ...read, ...carried });
  });

  test("bigint ids, as databases answer them", () => {
    expect(accepted({ ...who, kind: "interest", customerId: 12n }).customerId).toBe("12");
  });

  test("own facts: null and empty text say nothing, minus zero is zero, and no facts are none", () => {
    const facts = { vip: null, tenure: "", score: -0 };
    expect(accepted({ ...who, kind: "profile", facts })).toStrictEqual({
      kind: "profile",
      ...read,
      facts: { score: 0 },
    });
    expect(accepted({ ...who, kind: "profile", facts: { vip: null } })).toStrictEqual({
      kind: "profile",
      ...read,
    });
  });

  test("amounts in minor units, where that is stated", () => {
    const row = { ...who, kind: "order", amount: "1250", cost: 5 };
    expect(accepted(row, { amounts: "minor" })).toMatchObject({ amountMinor: 1250, costMinor: 5 });
    expect(accepted(row, { currency: "VND" })).toMatchObject({ amountMinor: 1250, costMinor: 5 });
    expect(accepted(row, { currency: "KWD" })).toMatchObject({ amountMinor: 1_250_000, costMinor: 5000 });
  });

  test("days in the stated zone, and clock times on its clocks", () => {
    const row = { ...who, kind: "interest", at: "2026-01-05T17:30:00Z" };
    expect(accepted(row).day).toBe(DAY);
    expect(accepted(row, { timeZone: "Asia/Ho_Chi_Minh" }).day).toBe(DAY + 1);
    const local = accepted({ ...row, at: "2026-01-06 00:30" }, { timeZone: "Asia/Ho_Chi_Minh" });
    expect(local).toMatchObject({ atMs: Date.parse("2026-01-05T17:30:00Z"), day: DAY + 1 });
    expect(accepted({ ...row, at: "2026-01-06" }).atMs).toBe(Date.parse("2026-01-06T00:00:00Z"));
    expect(accepted({ ...row, at: new Date(AT) }).atMs).toBe(AT_MS);
    expect(accepted({ ...row, at: AT_MS }).atMs).toBe(AT_MS);
  });

  test("the table bears the currency and the zone", () => {
    expect(collect([]).activities).toMatchObject({ currency: "USD", timeZone: "UTC", rowCount: 0 });
    expect(collect([], { timeZone: "Asia/Tokyo" }).activities.timeZone).toBe("Asia/Tokyo");
  });
});

describe("what is wrong has a code, a path, what was expected and what came", () => {
  const order = { ...who, kind: "order", amount: 1 };
  const instants =
    "a day (2026-01-31), an instant with offset (2026-01-31T10:20:30Z), a Date or milliseconds since 1970 (not seconds)";
  const decimal = "a decimal such as 12.50, as text or number";
  const names = "a name of a letter, then letters, digits or _, at most 64 characters";

  test.each<[string, unknown, LoyaltyIssue["code"], LoyaltyIssue["path"], string | RegExp, string]>([
    ["no object", 5, "invalid_row", [], "an object", "5"],
    ["null", null, "invalid_row", [], "an object", "null"],
    ["a list", [order], "invalid_row", [], "an object", "array of 1"],
    ["no kind", { ...who }, "missing_field", ["kind"], /^one of interest, order/, "undefined"],
    ["an empty kind", { ...who, kind: "" }, "missing_field", ["kind"], /^one of/, '""'],
    ["an unknown kind", { ...who, kind: "ordr" }, "unknown_kind", ["kind"], /^one of/, '"ordr"'],
    [
      "an inherited kind",
      { ...who, kind: "constructor" },
      "unknown_kind",
      ["kind"],
      /^one of/,
      '"constructor"',
    ],
    [
      "no customer",
      { ...order, customerId: undefined },
      "missing_field",
      ["customerId"],
      "a non-empty text",
      "undefined",
    ],
    ["an empty customer", { ...order, customerId: "" }, "empty_id", ["customerId"], "a non-empty text", '""'],
    [
      "a blank customer",
      { ...order, customerId: " \t" },
      "empty_id",
      ["customerId"],
      "a non-empty text",
      '" \\t"',
    ],
    ["a fractional id", { ...order, id: 1.5 }, "invalid_text", ["id"], "a non-empty text", "1.5"],
    [
      "an unsafe id",
      { ...order, id: 2 ** 53 },
      "invalid_text",
      ["id"],
      "a non-empty text",
      "9007199254740992",
    ],
    ["an object as id", { ...order, id: {} }, "invalid_text", ["id"], "a non-empty text", "object"],
    ["no time", { ...order, at: null }, "missing_field", ["at"], instants, "null"],
    ["an empty time", { ...order, at: "" }, "invalid_instant", ["at"], instants, '""'],
    [
      "a day that is not",
      { ...order, at: "2026-02-30" },
      "invalid_instant",
      ["at"],
      instants,
      '"2026-02-30"',
    ],
    [
      "an invalid Date",
      { ...order, at: new Date(Number.NaN) },
      "invalid_instant",
      ["at"],
      instants,
      "invalid Date",
    ],
    ["NaN as time", { ...order, at: Number.NaN }, "invalid_instant", ["at"], instants, "NaN"],
    [
      "a clock time without a zone",
      { ...order, at: "2026-01-05T10:20" },
      "zone_required",
      ["at"],
      "an offset, or the option timeZone",
      '"2026-01-05T10:20"',
    ],
    ["no amount", { ...order, amount: undefined }, "missing_field", ["amount"], decimal, "undefined"],
    ["an empty amount", { ...order, amount: "" }, "invalid_amount", ["amount"], decimal, '""'],
    ["a grouped amount", { ...order, amount: "1,000" }, "invalid_amount", ["amount"], decimal, '"1,000"'],
    ["NaN", { ...order, amount: Number.NaN }, "invalid_amount", ["amount"], decimal, "NaN"],
    [
      "Infinity",
      { ...order, amount: Number.POSITIVE_INFINITY },
      "invalid_amount",
      ["amount"],
      decimal,
      "Infinity",
    ],
    ["minus zero", { ...order, amount: -0 }, "negative_zero", ["amount"], "0", "-0"],
    ["minus zero as text", { ...order, amount: "-0.00" }, "negative_zero", ["amount"], "0", '"-0.00"'],
    ["a negative amount", { ...order, amount: -5 }, "negative_amount", ["amount"], "0 or more", "-5"],
    ["a negative cost", { ...order, cost: "-5" }, "negative_amount", ["cost"], "0 or more", '"-5"'],
    [
      "too many decimals",
      { ...order, amount: "1.005" },
      "too_many_decimals",
      ["amount"],
      "at most 2 decimals",
      '"1.005"',
    ],
    [
      "an amount beyond safe integers",
      { ...order, amount: "90071992547409.92" },
      "unsafe_amount",
      ["amount"],
      "at most 2^53 - 1 minor units, and more than 15 digits as text",
      '"90071992547409.92"',
    ],
    [
      "a currency that is none",
      { ...order, currency: "XXX" },
      "unknown_currency",
      ["currency"],
      /ISO 4217/,
      '"XXX"',
    ],
    [
      "a number as currency",
      { ...order, currency: 840 },
      "unknown_currency",
      ["currency"],
      /ISO 4217/,
      "840",
    ],
    [
      "another currency",
      { ...order, currency: "EUR" },
      "mixed_currencies",
      ["currency"],
      "USD, or the option convert",
      '"EUR"',
    ],
    ["negative units", { ...order, units: -1 }, "invalid_number", ["units"], "a number of at least 0", "-1"],
    [
      "units in words",
      { ...order, units: "two" },
      "invalid_number",
      ["units"],
      "a number of at least 0",
      '"two"',
    ],
    [
      "endless units",
      { ...order, units: "1e999" },
      "invalid_number",
      ["units"],
      "a number of at least 0",
      '"1e999"',
    ],
    [
      "lines that are no list",
      { ...order, lines: {} },
      "invalid_lines",
      ["lines"],
      "a list of plain JSON objects",
      "object",
    ],
    [
      "no order",
      { ...who, kind: "refund", amount: 1 },
      "missing_field",
      ["orderId"],
      "a non-empty text",
      "undefined",
    ],
    [
      "an empty order",
      { ...who, kind: "cancellation", orderId: "" },
      "empty_id",
      ["orderId"],
      "a non-empty text",
      '""',
    ],
    [
      "no complaint",
      { ...who, kind: "resolution" },
      "missing_field",
      ["complaintId"],
      "a non-empty text",
      "undefined",
    ],
    ["no other id", { ...who, kind: "alias" }, "missing_field", ["otherId"], "a non-empty text", "undefined"],
    [
      "an unknown status",
      { ...who, kind: "membership", status: "active" },
      "invalid_choice",
      ["status"],
      "one of joined, left",
      '"active"',
    ],
    [
      "a status that is no word",
      { ...who, kind: "membership", status: 1 },
      "invalid_choice",
      ["status"],
      "one of joined, left",
      "1",
    ],
    [
      "a plan that is no text",
      { ...who, kind: "membership", status: "left", plan: 5 },
      "invalid_text",
      ["plan"],
      "text",
      "5",
    ],
    [
      "a flag that is none",
      { ...who, kind: "market", targeted: "maybe" },
      "invalid_flag",
      ["targeted"],
      "true or false (also yes, no, 1, 0)",
      '"maybe"',
    ],
    [
      "a number as flag",
      { ...who, kind: "referral", prompted: 2 },
      "invalid_flag",
      ["prompted"],
      /^true or false/,
      "2",
    ],
    [
      "a negative rating",
      { ...who, kind: "review", rating: -1 },
      "invalid_number",
      ["rating"],
      "a number of at least 0",
      "-1",
    ],
    [
      "an unknown instrument",
      { ...who, kind: "survey", instrument: "mood", score: 1 },
      "invalid_choice",
      ["instrument"],
      "one of nps, intent, csat, ces",
      '"mood"',
    ],
    [
      "a fractional score",
      { ...who, kind: "survey", instrument: "nps", score: 8.5 },
      "invalid_score",
      ["score"],
      "a whole number",
      "8.5",
    ],
    [
      "a score above",
      { ...who, kind: "survey", instrument: "nps", score: 11 },
      "invalid_score",
      ["score"],
      "0 to 10 for nps",
      "11",
    ],
    [
      "a score below",
      { ...who, kind: "survey", instrument: "csat", score: 0 },
      "invalid_score",
      ["score"],
      "1 to 5 for csat",
      "0",
    ],
    [
      "a score above",
      { ...who, kind: "survey", instrument: "ces", score: "8" },
      "invalid_score",
      ["score"],
      "1 to 7 for ces",
      "8",
    ],
    [
      "a score below",
      { ...who, kind: "survey", instrument: "intent", score: -1 },
      "invalid_score",
      ["score"],
      "0 to 10 for intent",
      "-1",
    ],
    [
      "half a contact",
      { ...who, kind: "complaint", contacts: 0.5 },
      "invalid_number",
      ["contacts"],
      "a whole number of at least 0",
      "0.5",
    ],
    [
      "negative contacts",
      { ...who, kind: "complaint", contacts: -1 },
      "invalid_number",
      ["contacts"],
      "a whole number of at least 0",
      "-1",
    ],
    [
      "resolved before it was opened",
      { ...who, kind: "complaint", resolvedAt: "2026-01-04T23:59:59Z" },
      "invalid_instant",
      ["resolvedAt"],
      "2026-01-05, on which it was opened, or later",
      '"2026-01-04"',
    ],
    [
      "a birthday that is not",
      { ...who, kind: "profile", birthday: "02-30" },
      "invalid_birthday",
      ["birthday"],
      "YYYY-MM-DD or MM-DD",
      '"02-30"',
    ],
    [
      "a birthday that was not",
      { ...who, kind: "profile", birthday: "2025-02-29" },
      "invalid_birthday",
      ["birthday"],
      "YYYY-MM-DD or MM-DD",
      '"2025-02-29"',
    ],
    [
      "a birthday by month",
      { ...who, kind: "profile", birthday: "1990-02" },
      "invalid_birthday",
      ["birthday"],
      "YYYY-MM-DD or MM-DD",
      '"1990-02"',
    ],
    [
      "a birthday as number",
      { ...who, kind: "profile", birthday: 229 },
      "invalid_birthday",
      ["birthday"],
      "YYYY-MM-DD or MM-DD",
      "229",
    ],
    [
      "facts that are no object",
      { ...who, kind: "profile", facts: 5 },
      "invalid_fact",
      ["facts"],
      "an object of numbers and booleans",
      "5",
    ],
    [
      "a list of facts",
      { ...who, kind: "profile", facts: [1] },
      "invalid_fact",
      ["facts"],
      "an object of numbers and booleans",
      "array of 1",
    ],
    [
      "a fact as text",
      { ...who, kind: "profile", facts: { vip: "1" } },
      "invalid_fact",
      ["facts", "vip"],
      "a finite number or a boolean",
      '"1"',
    ],
    [
      "a fact that is NaN",
      { ...who, kind: "profile", facts: { vip: Number.NaN } },
      "invalid_fact",
      ["facts", "vip"],
      "a finite number or a boolean",
      "NaN",
    ],
    [
      "an odd name of a fact",
      { ...who, kind: "profile", facts: { "a b": 1 } },
      "invalid_fact",
      ["facts", "a b"],
      names,
      '"a b"',
    ],
    [
      "the name of a built-in fact",
      { ...who, kind: "profile", facts: { orders: 1 } },
      "reserved_fact",
      ["facts", "orders"],
      "a name of your own",
      '"orders"',
    ],
    [
      "the field of a built-in fact",
      { ...who, kind: "profile", facts: { revenueMinor: 1 } },
      "reserved_fact",
      ["facts", "revenueMinor"],
      "a name of your own",
      '"revenueMinor"',
    ],
  ])("%s: %#", (_, row, code, path, expected, received) => {
    expect(refused(row)).toEqual([
      {
        code,
        path,
        expected: typeof expected === "string" ? expected : expect.stringMatching(expected),
        received,
      },
    ]);
  });

  test("decimals follow the currency and the form", () => {
    const tooMany = { code: "too_many_decimals", path: ["amount"] };
    expect(refused({ ...order, amount: "0.5" }, { currency: "VND" })).toMatchObject([
      { ...tooMany, expected: "no decimals" },
    ]);
    expect(refused({ ...order, amount: 1.5 }, { amounts: "minor" })).toMatchObject([
      { ...tooMany, expected: "no decimals" },
    ]);
    expect(refused({ ...order, amount: "x" }, { amounts: "minor" })).toMatchObject([
      { expected: "whole minor units" },
    ]);
    expect(refused({ ...order, amount: "1.2345" }, { currency: "KWD" })).toMatchObject([
      { expected: "at most 3 decimals" },
    ]);
  });

  test("all mistakes of a row are listed", () => {
    const row = {
      kind: "order",
      id: 1.5,
      at: "x",
      amount: "x",
      cost: -1,
      currency: "EUR",
      units: "x",
      lines: 5,
    };
    expect(refused(row).map(({ code }) => code)).toEqual([
      "invalid_text",
      "missing_field",
      "invalid_instant",
      "invalid_amount",
      "negative_amount",
      "mixed_currencies",
      "invalid_number",
      "invalid_lines",
    ]);
  });
});

describe("order lines", () => {
  const withLines = (lines: unknown) => ({ ...who, kind: "order", amount: 1, lines });

  test("are copied, without what is undefined", () => {
    const lines = [{ sku: "a", tags: ["x", { deep: null }], gone: undefined, zero: -0, ok: true }];
    const activity = accepted(withLines(lines));
    const copied = [{ sku: "a", tags: ["x", { deep: null }], zero: 0, ok: true }];
    expect(activity).toHaveProperty("lines", copied);
    lines[0]!.sku = "changed";
    expect(activity).toHaveProperty("lines", copied);
  });

  test("keep __proto__ as a mere name", () => {
    const activity = accepted(withLines(JSON.parse('[{ "__proto__": { "polluted": true } }]')));
    const line = (activity as { lines?: readonly object[] }).lines![0]!;
    expect(Object.hasOwn(line, "__proto__")).toBe(true);
    expect("polluted" in line).toBe(false);
    expect({}).not.toHaveProperty("polluted");
  });

  test("of objects without a prototype are fine", () => {
    expect(accepted(withLines([Object.assign(Object.create(null), { sku: "a" })]))).toMatchObject({
      lines: [{ sku: "a" }],
    });
  });

  const throwGone = (): never => {
    throw new RangeError("gone");
  };
  const circular: unknown[] = [{}];
  (circular[0] as Record<string, unknown>).self = circular;
  const shared = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ a: inner, b: inner }), {});
  test.each<[string, unknown]>([
    ["text", "[]"],
    ["numbers", [1]],
    ["null", [null]],
    ["lists", [[]]],
    ["functions", [{ run: () => 1 }]],
    ["dates", [{ at: new Date(0) }]],
    ["maps", [new Map()]],
    ["NaN", [{ price: Number.NaN }]],
    ["undefined in a list", [{ prices: [undefined] }]],
    ["circles", circular],
    ["parts shared a billion times", [shared]],
    ["more values than an order has", [{ all: Array.from({ length: 10_000 }, () => 1) }]],
    ["a getter that throws", [Object.defineProperty({}, "x", { enumerable: true, get: throwGone })]],
  ])("are not %s", (_, lines) => {
    expect(refused(withLines(lines))).toMatchObject([{ code: "invalid_lines", path: ["lines"] }]);
  });
});

describe("hostile rows", () => {
  test("are read by their own properties only", () => {
    const inherited = Object.create({ ...who, kind: "interest" }) as unknown;
    expect(refused(inherited)).toMatchObject([{ code: "missing_field", path: ["kind"] }]);
    const row: unknown = JSON.parse('{ "kind": "interest", "at": 0, "__proto__": { "customerId": "eve" } }');
    expect(refused(row)).toMatchObject([{ code: "missing_field", path: ["customerId"] }]);
    expect(refused({ __proto__: { customerId: "eve" }, kind: "interest", at: 0 })).toMatchObject([
      { code: "missing_field", path: ["customerId"] },
    ]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%s is a customer like any other",
    (id) => {
      const reading = collect([
        { ...who, kind: "interest", customerId: id },
        { ...who, kind: "alias", otherId: id },
      ]);
      expect(reading.activities.customerIds).toEqual([id, "ann"]);
      expect(reading.issueCount).toBe(0);
    },
  );

  test("with getters are read, and a getter that throws makes the row invalid", () => {
    const good = {
      kind: "interest",
      at: AT,
      get customerId() {
        return "ann";
      },
    };
    expect(accepted(good).customerId).toBe("ann");
    const bad = {
      kind: "interest",
      at: AT,
      get customerId(): string {
        throw new RangeError("gone");
      },
    };
    expect(refused(bad)).toEqual([
      {
        code: "invalid_row",
        path: [],
        expected: "an object whose properties can be read",
        received: "object",
      },
    ]);
  });

  test("and revoked proxies, as a row or inside one, are refused", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refused(proxy)).toMatchObject([{ code: "invalid_row", path: [] }]);
    expect(refused({ ...who, kind: proxy })).toMatchObject([
      { code: "unknown_kind", path: ["kind"], received: "object" },
    ]);
    const inside = { kind: "profile", customerId: proxy, at: proxy, contactable: proxy, facts: proxy };
    expect(refused(inside)).toMatchObject([
      { code: "invalid_text", path: ["customerId"], received: "object" },
      { code: "invalid_instant", path: ["at"], received: "object" },
      { code: "invalid_flag", path: ["contactable"], received: "object" },
      { code: "invalid_fact", path: ["facts"], received: "object" },
    ]);
    expect(refused({ ...who, kind: "order", amount: proxy, lines: proxy })).toMatchObject([
      { code: "invalid_amount", path: ["amount"] },
      { code: "invalid_lines", path: ["lines"] },
    ]);
  });
});

describe("other currencies", () => {
  const rate = (amountMinor: number): number => Math.round(amountMinor * 1.1);
  const row = { ...who, kind: "order", id: "o1", amount: "10.01", cost: "5", currency: "eur" };

  test("are converted from exact minor units, and the conversion is told what it needs", () => {
    const calls: unknown[] = [];
    const convert: ReadOptions["convert"] = (amountMinor, context) => {
      calls.push([amountMinor, context]);
      return rate(amountMinor);
    };
    const rows = [
      { ...who, kind: "interest" },
      { ...row, currency: "USD" },
      row,
      { ...row, kind: "refund", orderId: "o1" },
    ];
    const reading = collect(rows, { convert });
    expect(reading.issueCount).toBe(0);
    expect([...eachActivity(reading.activities)]).toMatchObject([
      { kind: "interest" },
      { kind: "order", amountMinor: 1001, costMinor: 500 },
      { kind: "order", ...read, id: "o1", amountMinor: 1101, costMinor: 550 },
      { kind: "refund", orderId: "o1", amountMinor: 1101, costMinor: 550 },
    ]);
    const told = { from: "EUR", to: "USD", day: "2026-01-05", row: 2 };
    expect(calls.slice(0, 2)).toEqual([
      [1001, { ...told, field: "amount" }],
      [500, { ...told, field: "cost" }],
    ]);
  });

  test("have their own decimals", () => {
    const convert = (amountMinor: number): number => amountMinor;
    expect(accepted({ ...row, amount: "1.234", cost: "", currency: "KWD" }, { convert })).toMatchObject({
      amountMinor: 1234,
    });
    expect(accepted({ ...row, amount: "1234", cost: "", currency: "VND" }, { convert })).not.toHaveProperty(
      "costMinor",
    );
    expect(refused({ ...row, amount: "1.5", currency: "JPY" }, { convert })).toMatchObject([
      { code: "too_many_decimals", expected: "no decimals" },
    ]);
    expect(refused({ ...row, currency: "XXX" }, { convert })).toMatchObject([{ code: "unknown_currency" }]);
  });

  test.each<[unknown, string, string]>([
    [10.5, "too_many_decimals", "10.5"],
    [Number.NaN, "invalid_amount", "NaN"],
    [-1, "negative_amount", "-1"],
    [-0, "negative_zero", "-0"],
    [2 ** 53, "unsafe_amount", "9007199254740992"],
    ["1000", "invalid_amount", '"1000"'],
    [null, "invalid_amount", "null"],
  ])("are refused when the conversion answers %j", (answer, code, received) => {
    const issues = refused(row, { convert: () => answer as number });
    const expected = "convert to answer whole minor units of USD, at least 0";
    expect(issues).toEqual([
      { code, path: ["amount"], expected, received },
      { code, path: ["cost"], expected, received },
    ]);
  });

  test("without a rate are refused as mixed", () => {
    expect(refused({ ...row, cost: null }, { convert: () => undefined })).toEqual([
      { code: "mixed_currencies", path: ["currency"], expected: "USD, or a rate for EUR", received: '"EUR"' },
    ]);
  });

  test("let through what the conversion throws", () => {
    const convert = (): number => {
      throw new RangeError("no network");
    };
    expect(() => collect([row], { convert })).toThrow(new RangeError("no network"));
  });
});

describe("the reading", () => {
  const good = { ...who, kind: "interest" };
  const bad = { kind: "interest" };

  test("counts rows and issues, and numbers rows from 0", () => {
    const reading = collect([good, bad, good, null]);
    expect(reading).toMatchObject({ rowCount: 4, acceptedCount: 2, rejectedCount: 2, issueCount: 3 });
    expect(reading.issues.map(({ row, path }) => [row, path])).toEqual([
      [1, ["customerId"]],
      [1, ["at"]],
      [3, []],
    ]);
    expect(reading.activities.rowCount).toBe(2);
    expect(JSON.parse(JSON.stringify(reading.issues))).toEqual(reading.issues);
  });

  test("of nothing is empty", () => {
    expect(readActivities([], { currency: "USD" })).toMatchObject({
      rowCount: 0,
      acceptedCount: 0,
      rejectedCount: 0,
      issues: [],
      issueCount: 0,
    });
  });

  test("throws once, at the end, with all issues", () => {
    let taken = 0;
    function* rows() {
      for (const row of [bad, good, bad]) {
        taken += 1;
        yield row;
      }
    }
    const error = thrown(() => readActivities(rows(), { currency: "USD" }));
    expect(error.code).toBe("missing_field");
    expect(error.issues.map(({ row }) => row)).toEqual([0, 0, 2, 2]);
    expect(taken).toBe(3);
  });

  test("throws as soon as there are as many issues as are kept, and closes the input", () => {
    let closed = false;
    function* rows() {
      try {
        for (;;) yield bad;
      } finally {
        closed = true;
      }
    }
    const error = thrown(() => readActivities(rows(), { currency: "USD", issueLimit: 3 }));
    expect(error.issues).toHaveLength(3);
    expect(closed).toBe(true);
  });

  test("beyond issueLimit, bad rows are counted and what they hold is not looked at", () => {
    let looks = 0;
    class Watched extends Date {
      override getTime(): number {
        looks += 1;
        return super.getTime();
      }
    }
    const bad = { kind: "interest", customerId: new Watched(0), at: "x" };
    const reading = collect([bad, bad, bad, bad], { issueLimit: 3 });
    expect(reading).toMatchObject({ rejectedCount: 4, issueCount: 8 });
    expect(reading.issues.map(({ row, code }) => [row, code])).toEqual([
      [0, "invalid_text"],
      [0, "invalid_instant"],
      [1, "invalid_text"],
    ]);
    expect(looks).toBe(2);
  });

  test("keeps at most issueLimit issues and counts all", () => {
    const reading = collect(
      Array.from({ length: 500 }, () => bad),
      { issueLimit: 7 },
    );
    expect(reading.issues).toHaveLength(7);
    expect(reading).toMatchObject({ issueCount: 1000, rejectedCount: 500 });
    expect(collect(Array.from({ length: 500 }, () => bad)).issues).toHaveLength(100);
  });

  test("passes on what the input throws", () => {
    function* rows() {
      yield good;
      throw new RangeError("disk");
    }
    expect(() => collect(rows())).toThrow(new RangeError("disk"));
  });

  test("of an async iterable is a promise of the same", async () => {
    async function* rows() {
      for (const row of [good, bad, good]) yield row;
    }
    const options = { currency: "USD", onInvalid: "collect" } as const;
    expect(await readActivities(rows(), options)).toEqual(readActivities([good, bad, good], options));
    await expect(readActivities(rows(), { currency: "USD" })).rejects.toThrow(
      expect.objectContaining({ code: "missing_field" }),
    );
  });

  describe("in batches of an async iterable", () => {
    async function* inBatches(...elements: unknown[]) {
      yield* elements;
    }
    const options = { currency: "USD", onInvalid: "collect" } as const;

    test("counts rows, not batches", async () => {
      const reading = await readActivities(inBatches([good, bad], [], bad, [good, [good], bad]), options);
      expect(reading).toMatchObject({ rowCount: 6, acceptedCount: 2, rejectedCount: 4 });
      expect(reading.issues.map(({ row, code }) => [row, code])).toEqual([
        [1, "missing_field"],
        [1, "missing_field"],
        [2, "missing_field"],
        [2, "missing_field"],
        [4, "invalid_row"],
        [5, "missing_field"],
        [5, "missing_field"],
      ]);
    });

    test("stops within a batch when it throws", async () => {
      const reading = readActivities(inBatches([good, bad, good]), { currency: "USD", issueLimit: 1 });
      await expect(reading).rejects.toThrow(expect.objectContaining({ issues: [expect.anything()] }));
    });

    test("takes what cannot be looked at for a row", async () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      const results = [{ value: proxy }, { value: [good] }, { done: true, value: undefined }];
      const rows = { [Symbol.asyncIterator]: () => ({ next: async () => results.shift() }) };
      const reading = await readActivities(rows as AsyncIterable<unknown>, options);
      expect(reading).toMatchObject({ rowCount: 2, rejectedCount: 1 });
      expect(reading.issues[0]?.code).toBe("invalid_row");
    });

    test("gives orders their own names too", async () => {
      const columns = { customerId: "who", at: "when", amount: "paid" };
      const rows = inBatches(
        [{ who: "ann", when: "2026-01-05", paid: 5 }],
        [{ who: "", when: "x", paid: 5 }],
      );
      const reading = await readOrders(rows, { ...options, columns });
      expect(reading.activities.customerIds).toEqual(["ann"]);
      expect(reading.issues.map(({ row, path }) => [row, ...path])).toEqual([
        [1, "who"],
        [1, "when"],
      ]);
    });

    test("but an array in a sync iterable is no row", () => {
      const reading = readActivities([[good], good], options);
      expect(reading).toMatchObject({ rowCount: 2, acceptedCount: 1, rejectedCount: 1 });
    });
  });

  test("of ten million bad rows stays small", () => {
    const rowCount = 10_000_000;
    function* rows() {
      for (let row = 0; row < rowCount; row += 1) yield row % 2 === 0 ? null : { kind: "ordr" };
    }
    const before = process.memoryUsage().heapUsed;
    const reading = collect(rows());
    expect(reading).toMatchObject({ rowCount, rejectedCount: rowCount, issueCount: rowCount });
    expect(reading.issues).toHaveLength(100);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  }, 120_000);
});

describe("options", () => {
  test("are checked all at once", () => {
    const options = {
      currency: "usd",
      timeZone: "Mars/Olympus",
      amounts: "cents",
      onInvalid: "ignore",
      issueLimit: 0,
      convert: 1.1,
    };
    const { issues } = thrown(() => readActivities([], options as never));
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["unknown_currency", "currency"],
      ["invalid_time_zone", "timeZone"],
      ["invalid_option", "amounts"],
      ["invalid_option", "onInvalid"],
      ["invalid_option", "issueLimit"],
      ["invalid_option", "convert"],
    ]);
  });

  test.each([undefined, null, "USD"])("must be there: %j", (options) => {
    expect(() => readActivities([], options as never)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: [] }),
    );
  });

  test.each([1.5, Number.NaN, -1, "5"])("do not take %j as issueLimit", (issueLimit) => {
    expect(() => collect([], { issueLimit: issueLimit as number })).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["issueLimit"] }),
    );
  });

  test.each([undefined, null, 5, {}, "kind,customerId\n"])("and rows must be iterable: %j", (rows) => {
    expect(() => readActivities(rows as never, { currency: "USD" })).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["rows"] }),
    );
  });
});
