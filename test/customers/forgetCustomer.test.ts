import { test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { eachActivity } from "../../src/customers/activityAt.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import { type ForgetOptions, forgetCustomer } from "../../src/customers/forgetCustomer.ts";
import type { SummarizeOptions } from "../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { LAWS } from "../support/laws.ts";
import { did, order } from "./support/activities.ts";
import { activityLists, asOfDays, LAST_DAY } from "./support/arbitraryActivities.ts";
import { factsById, optionsAt, USD } from "./support/factsOf.ts";

const REMOVE = { mode: "remove" } as const;
const AS_X = { mode: "pseudonymise", pseudonym: "x-1" } as const;

const story = createActivityTable(
  [
    did("alias", "2026-01-01", { otherId: "ann@mail" }),
    order("2026-01-02", 1000, {
      id: "o1",
      costMinor: 400,
      customerId: "ann@mail",
      lines: [{ gift: "for mum" }],
    }),
    did("refund", "2026-01-03", { id: "r1", orderId: "o1", amountMinor: 100 }),
    did("profile", "2026-01-02", { birthday: "1990-05-05", facts: { vip: true } }),
    did("complaint", "2026-01-04", { id: "c1" }),
    { kind: "resolution", complaintId: "c1", atMs: 0, day: 20_000 },
    did("referral", "2026-01-05", { customerId: "bob", referredId: "ann@mail" }),
    order("2026-01-06", 50, { id: "o2", costMinor: 10, customerId: "bob" }),
  ],
  USD,
);

describe("forgetCustomer", () => {
  it("removes a person and every id of theirs, and keeps the money as nameless totals", () => {
    const left = forgetCustomer(story, "ann", REMOVE);
    expect(left.customerIds).toEqual(["bob"]);
    expect(JSON.stringify([...eachActivity(left)])).not.toMatch(/ann|1990|gift|vip|c1/);
    const table = summarizeCustomers(left, { asOf: "2026-06-30" });
    expect(table.ids).toEqual(["bob"]);
    expect(table.nameless).toEqual({ orders: 1, revenueMinor: 900, profitMinor: 500 });
    expect(table.issueCount).toBe(0);
  });

  it("pseudonymises a person: facts stay, names and birthday go", () => {
    const options: SummarizeOptions = { asOf: "2026-06-30", ownFacts: { vip: "flag" } };
    const before = factsById(summarizeCustomers(story, options));
    const left = forgetCustomer(story, "ann@mail", AS_X);
    const after = summarizeCustomers(left, options);
    expect(JSON.stringify([...eachActivity(left)])).not.toMatch(/ann|1990/);
    expect(factsById(after).get("x-1")).toEqual({ ...before.get("ann"), birthday: 0 });
    expect(factsById(after).get("bob")).toEqual(before.get("bob"));
    expect([...eachActivity(left)].find((one) => one.kind === "referral")).toMatchObject({
      referredId: "x-1",
    });
  });

  it("joins nobody by an alias that does not count", () => {
    const conflicting = createActivityTable(
      [
        did("alias", "2026-01-01", { id: "a1", otherId: "bob" }),
        did("alias", "2026-01-01", { id: "a1", otherId: "carl" }),
        order("2026-01-02", 1, { customerId: "bob" }),
      ],
      USD,
    );
    expect(forgetCustomer(conflicting, "ann", REMOVE).customerIds).toEqual(["bob"]);
  });

  it("refuses a stranger, and a pseudonym that is empty or taken", () => {
    const codeOf = (id: string, options: ForgetOptions) => {
      try {
        return String(forgetCustomer(story, id, options).rowCount);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codeOf("nobody", REMOVE)).toBe("unknown_customer");
    expect(codeOf("ann", { mode: "pseudonymise", pseudonym: "bob" })).toBe("duplicate_customer");
    expect(codeOf("ann", { mode: "pseudonymise", pseudonym: "" })).toBe("empty_id");
  });

  property.prop([activityLists.filter((list) => list.some((one) => one.customerId === "ann"))])(
    `${LAWS.wholeIsParts}: totals are kept in both modes`,
    (list) => {
      const activities = createActivityTable(list, USD);
      const totals = (options?: ForgetOptions) => {
        const kept = options === undefined ? activities : forgetCustomer(activities, "ann", options);
        const { columns, nameless } = summarizeCustomers(kept, optionsAt(LAST_DAY));
        const sum = (values: ArrayLike<number>) =>
          Array.from(values).reduce((total, value) => total + value, 0);
        return {
          orders: sum(columns.orders) + nameless.orders,
          revenueMinor: sum(columns.revenueMinor) + nameless.revenueMinor,
          profitMinor: sum(columns.profitMinor) + nameless.profitMinor,
        };
      };
      expect(totals(REMOVE)).toEqual(totals());
      expect(totals(AS_X)).toEqual(totals());
    },
  );

  property.prop([activityLists.filter((list) => list.some((one) => one.customerId === "ann")), asOfDays], {
    numRuns: 300,
  })("law: nobody else's facts change", (list, day) => {
    const activities = createActivityTable(list, USD);
    const before = factsById(summarizeCustomers(activities, optionsAt(day)));
    const left = new Set(forgetCustomer(activities, "ann", REMOVE).customerIds);
    for (const options of [REMOVE, AS_X]) {
      const after = factsById(summarizeCustomers(forgetCustomer(activities, "ann", options), optionsAt(day)));
      for (const [id, facts] of before) if (left.has(id)) expect(after.get(id), id).toEqual(facts);
    }
  });

  it("keeps a conflict with someone else, and what was written about someone else's complaint", () => {
    const activities = createActivityTable(
      [
        did("interest", "2026-01-01", { id: "i1" }),
        did("interest", "2026-01-01", { id: "i1", customerId: "bob" }),
        did("complaint", "2026-01-02", { id: "c1", customerId: "bob" }),
        did("resolution", "2026-01-03", { complaintId: "c1" }),
        did("complaint", "2026-01-02", { id: "c2" }),
        did("resolution", "2026-01-03", { customerId: "desk", complaintId: "c2" }),
      ],
      USD,
    );
    const table = summarizeCustomers(forgetCustomer(activities, "ann", REMOVE), { asOf: "2026-06-30" });
    expect(table.ids).toEqual(["bob", "desk"]); // whoever wrote about the complaint was seen, and stays
    expect(customerAt(table, 0)).toMatchObject({ interests: 0, complaints: 1, openComplaints: 0 });
  });
});
