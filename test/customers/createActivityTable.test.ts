import { test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { activityAt, eachActivity } from "../../src/customers/activityAt.ts";
import { activityTableBuilder, createActivityTable } from "../../src/customers/createActivityTable.ts";
import { did, order } from "./support/activities.ts";
import { activityLists } from "./support/arbitraryActivities.ts";

const USD = { currency: "USD" };

function codeOf(activity: Record<string, unknown>): string {
  try {
    createActivityTable([activity as unknown as Activity], USD);
    return "accepted";
  } catch (error) {
    const { code, path } = error as { code: string; path: readonly string[] };
    return `${code} ${path.join("/")}`;
  }
}

describe("createActivityTable", () => {
  property.prop([activityLists])("law: what goes in comes out, kind by kind", (list) => {
    const out = [...eachActivity(createActivityTable(list, USD))];
    expect(out).toHaveLength(list.length);
    for (const kind of new Set(list.map((activity) => activity.kind))) {
      expect(out.filter((one) => one.kind === kind)).toEqual(list.filter((one) => one.kind === kind));
    }
  });

  it("refuses to show a row that is not there", () => {
    const activities = createActivityTable([order("2026-01-01", 1)], USD);
    for (const row of [-1, 1, 0.5, Number.NaN]) {
      expect(() => activityAt(activities, "order", row)).toThrow(
        expect.objectContaining({ code: "invalid_option" }),
      );
    }
  });

  it("lets a builder go on after a table was taken from it", () => {
    const builder = activityTableBuilder(USD);
    builder.add(order("2026-01-01", 1));
    const before = builder.build();
    builder.add(order("2026-01-02", 2));
    expect(before.rowCount).toBe(1);
    expect(before.kinds.order.count).toBe(1);
    expect(builder.build().rowCount).toBe(2);
  });

  it("refuses what would spoil the columns", () => {
    const good = order("2026-01-01", 1);
    expect(codeOf(good as never)).toBe("accepted");
    expect(codeOf({ ...good, kind: "toString" })).toBe("unknown_kind kind");
    expect(codeOf({ ...good, customerId: "" })).toBe("empty_id customerId");
    expect(codeOf({ ...good, customerId: undefined })).toBe("empty_id customerId");
    expect(codeOf({ ...good, id: "" })).toBe("empty_id id");
    expect(codeOf({ ...did("alias", "2026-01-01"), otherId: "" })).toBe("empty_id otherId");
    expect(codeOf({ ...good, atMs: Number.NaN })).toBe("invalid_instant atMs");
    expect(codeOf({ ...good, day: 1.5 })).toBe("invalid_instant day");
    expect(codeOf({ ...good, day: 2 ** 40 })).toBe("invalid_instant day");
    for (const amountMinor of [-1, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "1"]) {
      expect(codeOf({ ...good, amountMinor })).toBe("invalid_amount amountMinor");
      expect(codeOf({ ...good, costMinor: amountMinor })).toBe("invalid_amount costMinor");
    }
    expect(codeOf({ ...did("refund", "2026-01-01", { orderId: "o" }), amountMinor: -1 })).toBe(
      "invalid_amount amountMinor",
    );
  });

  it("refuses what would read differently from a column than from an object", () => {
    const survey = did("survey", "2026-01-01", { instrument: "nps", score: 9 });
    expect(codeOf(survey as never)).toBe("accepted");
    for (const score of [300, 255, -1, 9.5, 11, "9"])
      expect(codeOf({ ...survey, score })).toMatch(/^invalid_(score|number) score$/);
    expect(codeOf({ ...survey, instrument: "toString" })).toBe("invalid_choice instrument");
    expect(codeOf({ ...did("referral", "2026-01-01"), prompted: "no" })).toBe("invalid_flag prompted");
    expect(codeOf({ ...did("referral", "2026-01-01"), referredId: 7 })).toBe("invalid_text referredId");
    expect(codeOf({ ...did("membership", "2026-01-01"), joined: "joined" })).toBe("invalid_flag joined");
    expect(codeOf({ ...did("market", "2026-01-01"), targeted: null })).toBe("invalid_flag targeted");
    expect(codeOf({ ...did("review", "2026-01-01"), rating: Number.NaN })).toBe("invalid_number rating");
    expect(codeOf({ ...did("profile", "2026-01-01"), birthday: "May" })).toBe("invalid_birthday birthday");
    expect(codeOf({ ...did("profile", "2026-01-01"), facts: 5 })).toBe("invalid_fact facts");
    expect(codeOf({ ...did("profile", "2026-01-01"), facts: { vip: "yes" } })).toBe("invalid_fact facts/vip");
    expect(codeOf({ ...did("profile", "2026-01-01"), facts: { vip: true, tenure: 3 } })).toBe("accepted");
    expect(codeOf({ ...order("2026-01-01", 1), lines: "two" })).toBe("invalid_lines lines");
  });

  it("refuses an activity without what its kind is about", () => {
    expect(codeOf(did("refund", "2026-01-01", { amountMinor: 1 }) as never)).toBe("missing_field orderId");
    expect(codeOf(did("cancellation", "2026-01-01") as never)).toBe("missing_field orderId");
    expect(codeOf(did("resolution", "2026-01-01") as never)).toBe("missing_field complaintId");
    expect(codeOf(did("membership", "2026-01-01") as never)).toBe("missing_field joined");
    expect(codeOf(did("survey", "2026-01-01", { score: 1 }) as never)).toBe("missing_field instrument");
    expect(codeOf(did("order", "2026-01-01") as never)).toBe("missing_field amountMinor");
    expect(codeOf(did("alias", "2026-01-01") as never)).toBe("missing_field otherId");
  });

  it("refuses an unknown currency or zone", () => {
    expect(() => createActivityTable([], { currency: "XXY" })).toThrow(
      expect.objectContaining({ code: "unknown_currency" }),
    );
    expect(() => createActivityTable([], { ...USD, timeZone: "Mars/Base" })).toThrow(
      expect.objectContaining({ code: "invalid_time_zone" }),
    );
  });
});
