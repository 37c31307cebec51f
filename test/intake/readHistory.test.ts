import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { addActivity } from "../../src/customers/addActivity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import type { CustomerHistory } from "../../src/customers/history.ts";
import { historyOf } from "../../src/customers/historyOf.ts";
import { startHistory } from "../../src/customers/startHistory.ts";
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

/** Someone else's activities are left out. */
function added(history: CustomerHistory, activity: Activity): CustomerHistory {
  try {
    return addActivity(history, activity);
  } catch (error) {
    expect(error).toMatchObject({ code: "customer_mismatch" });
    return history;
  }
}

const withActivities = (...activities: unknown[]) => problems({ ...EMPTY, activities });

describe("readHistory", () => {
  property.prop([activityLists])("law: reads back what JSON.stringify wrote", (list) => {
    const table = createActivityTable(list, { currency: "USD" });
    for (const id of table.customerIds) {
      const history = historyOf(table, id);
      expect(readHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
    }
  });

  property.prop([activityLists, fc.constantFrom("UTC", "Pacific/Apia")])(
    "law: reads back every history that addActivity made",
    (list, timeZone) => {
      const history = list.reduce<CustomerHistory>(
        (grown, activity) => added(grown, activity),
        startHistory({ customerId: "carl", currency: "USD", timeZone }),
      );
      expect(readHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
    },
  );

  it.each<[string, Activity]>([
    ["a day far from its instant", { ...did("interest", "1970-01-01"), day: 10 }],
    ["the farthest day", { ...did("interest", "1970-01-01"), atMs: 0.5, day: -100_000_000 }],
    ["a blank id", { ...did("interest", "1970-01-01", { id: " ", channel: "" }) }],
    ["a complaint resolved before it was opened", did("complaint", "2026-01-05", { resolvedDay: 3 })],
    ["a profile that states no facts", did("profile", "2026-01-05", { facts: {} })],
    ["a fact called __proto__", did("profile", "2026-01-05", { facts: JSON.parse('{"__proto__":true}') })],
    // a day that Apia never had, between its two sides of the date line
    ["a complaint of the lost day of Apia", did("complaint", "2011-12-30", { resolvedDay: 15_338 })],
  ])("reads back %s", (_, activity) => {
    const empty = startHistory({ customerId: "ann", currency: "USD", timeZone: "Pacific/Apia" });
    const history = addActivity(empty, activity);
    expect(readHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });

  it("keeps the id that a history goes by, whatever ids were joined to it", () => {
    const empty = startHistory({ customerId: "bob", currency: "USD" });
    const history = addActivity(empty, did("alias", "2026-01-05", { otherId: "bob" }));
    expect(readHistory(JSON.parse(JSON.stringify(history))).customerId).toBe("bob");
  });

  it("finds everything that is wrong at once, with its place", () => {
    expect(
      withActivities(
        { ...order("2026-01-05", 100), amountMinor: 1.5 },
        { ...did("membership", "2026-01-05"), joined: "maybe" },
        { ...did("complaint", "2026-01-05"), resolvedDay: "soon" },
        { ...did("interest", "2026-01-05"), kind: "dance" },
        { ...did("interest", "2026-01-05"), customerId: "bob" },
        { ...did("interest", "2026-01-05"), day: 100_000_001 },
        { ...did("interest", "2026-01-05"), day: 0.5 },
        { ...did("survey", "2026-01-05", { instrument: "nps" }), score: 11 },
        { kind: "survey", customerId: "ann", atMs: 0, day: 0 },
        "nothing",
      ),
    ).toEqual([
      "invalid_amount activities.0.amountMinor",
      "invalid_flag activities.1.joined",
      "invalid_number activities.2.resolvedDay",
      "unknown_kind activities.3.kind",
      "invalid_instant activities.5.day",
      "invalid_instant activities.6.day",
      "invalid_score activities.7.score",
      "missing_field activities.8.instrument",
      "invalid_row activities.9",
      "customer_mismatch activities.0.customerId",
    ]);
  });

  it("takes what names its target from anybody, and what an alias joins", () => {
    const refund = did("refund", "2026-01-05", { customerId: "bank", orderId: "o1", amountMinor: 1 });
    const alias = did("alias", "2026-01-05", { customerId: "abe", otherId: "ann" });
    const stored = { ...EMPTY, activities: [refund, order("2026-01-05", 1, { customerId: "abe" }), alias] };
    expect(readHistory(stored)).toEqual(stored);
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
