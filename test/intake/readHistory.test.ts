import { test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { historyOf } from "../../src/customers/historyOf.ts";
import { readHistory } from "../../src/intake/readHistory.ts";
import { did, order } from "../customers/support/activities.ts";
import { activityLists } from "../customers/support/arbitraryActivities.ts";

const EMPTY = {
  format: "loyalty-ladder/history@1",
  customerId: "ann",
  currency: "USD",
  timeZone: "UTC",
  activities: [],
};

function problems(json: unknown): string[] {
  try {
    readHistory(json);
    return [];
  } catch (error) {
    const { issues } = error as { issues: readonly { code: string; path: readonly (string | number)[] }[] };
    return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
}

const withActivities = (...activities: unknown[]) => problems({ ...EMPTY, activities });

describe("readHistory", () => {
  property.prop([activityLists])("law: reads back what JSON.stringify wrote", (list) => {
    const table = createActivityTable(list, { currency: "USD" });
    for (const id of table.customerIds) {
      const history = historyOf(table, id);
      // profiles without any fact say nothing there, and complaints resolved before they were opened are no rows
      const activities = history.activities.filter(
        (one) =>
          !(one.kind === "complaint" && one.resolvedDay !== undefined && one.resolvedDay < one.day) &&
          !(one.kind === "profile" && one.facts !== undefined && Object.keys(one.facts).length === 0),
      );
      const stored = { ...history, activities };
      expect(readHistory(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    }
  });

  it("keeps a calendar day whose instant falls on the day before in UTC", () => {
    const bought = { ...order("2026-01-05", 100), atMs: Date.parse("2026-01-04T17:00:00Z") };
    const stored = { ...EMPTY, timeZone: "Asia/Ho_Chi_Minh", activities: [bought] };
    expect(readHistory(stored).activities).toEqual([bought]);
  });

  it("finds everything that is wrong at once, with its place", () => {
    expect(
      withActivities(
        { ...order("2026-01-05", 100), amountMinor: 1.5 },
        { ...did("membership", "2026-01-05"), joined: "maybe" },
        { ...did("complaint", "2026-01-05"), resolvedDay: "soon" },
        { ...did("interest", "2026-01-05"), kind: "dance" },
        { ...did("interest", "2026-01-05"), customerId: "bob" },
        { ...did("interest", "2026-01-05"), day: 3 },
        "nothing",
      ),
    ).toEqual([
      "too_many_decimals activities.0.amountMinor",
      "invalid_choice activities.1.joined",
      "invalid_instant activities.2.resolvedDay",
      "unknown_kind activities.3.kind",
      "invalid_instant activities.5.day",
      "invalid_row activities.6",
      "customer_mismatch activities.0.customerId",
    ]);
  });

  it("takes what names its target from anybody, and what an alias joins", () => {
    const refund = did("refund", "2026-01-05", { customerId: "bank", orderId: "o1", amountMinor: 1 });
    const alias = did("alias", "2026-01-05", { customerId: "abe", otherId: "ann" });
    const stored = { ...EMPTY, activities: [refund, order("2026-01-05", 1, { customerId: "abe" }), alias] };
    expect(readHistory(stored).customerId).toBe("abe");
  });

  it("refuses other JSON", () => {
    expect(problems(null)).toEqual(["invalid_definition "]);
    expect(problems([])).toEqual(["invalid_definition "]);
    expect(problems({ ...EMPTY, format: "history" })).toEqual(["unknown_format format"]);
    expect(problems({ ...EMPTY, customerId: 7 })).toEqual(["empty_id customerId"]);
    expect(problems({ ...EMPTY, currency: "XXZ" })).toEqual(["unknown_currency currency"]);
    expect(problems({ ...EMPTY, timeZone: "Mars" })).toEqual(["invalid_time_zone timeZone"]);
    expect(problems({ ...EMPTY, activities: {}, disputes: "none" })).toEqual([
      "invalid_definition activities",
      "invalid_definition disputes",
    ]);
    const disputes = [{ kind: "dance" }, { kind: "order", id: "" }, { kind: "order", id: "1", day: 0.5 }, 5];
    expect(problems({ ...EMPTY, disputes })).toEqual([
      "unknown_kind disputes.0.kind",
      "empty_id disputes.1.id",
      "invalid_instant disputes.2.day",
      "invalid_definition disputes.3",
    ]);
  });
});
