import { describe, expect, it } from "vitest";
import type { Activity } from "../../../src/customers/activity.ts";
import { eachActivity } from "../../../src/customers/activityAt.ts";
import { activityTableBuilder, createActivityTable } from "../../../src/customers/createActivityTable.ts";

const USD = { currency: "USD" };
const COUNT = 45_000;

/** Enough of two kinds for several parts of each, with customers that come again and some that are nobody. */
function manyActivities(): Activity[] {
  return Array.from({ length: COUNT }, (_, number): Activity => {
    const base = { atMs: number, day: number % 700 };
    const id = `id-${number}`;
    const customerId = `C-${(number * 7_919) % 9_000}`;
    if (number % 3 === 0) return { kind: "order", id, customerId, ...base, amountMinor: number };
    if (number % 3 === 1) return { kind: "refund", ...base, orderId: `id-${number - 1}`, amountMinor: 1 };
    return { kind: "alias", customerId, ...base, otherId: `C-${number % 10_000}` };
  });
}

describe("a table that grows", () => {
  it("keeps what it was given, in any number", () => {
    const activities = manyActivities();
    const table = createActivityTable(activities, USD);
    expect(table.rowCount).toBe(COUNT);
    for (const kind of ["order", "refund", "alias"] as const) {
      const of = (list: Iterable<Activity>) => [...list].filter((activity) => activity.kind === kind);
      expect(of(eachActivity(table))).toEqual(of(activities));
    }
  });

  it("gives codes to customers in order of first appearance, over all kinds", () => {
    const ids = manyActivities().flatMap((activity) => [
      ...(activity.customerId === undefined ? [] : [activity.customerId]),
      ...(activity.kind === "alias" ? [activity.otherId] : []),
    ]);
    expect(createActivityTable(manyActivities(), USD).customerIds).toEqual([...new Set(ids)]);
  });

  it("gives tables between that do not change any more", () => {
    const builder = activityTableBuilder(USD);
    const activities = manyActivities();
    const tables = [100, 20_000, COUNT].map((end, index, ends) => {
      for (const activity of activities.slice(ends[index - 1] ?? 0, end)) builder.add(activity);
      return builder.build();
    });
    for (const table of tables) {
      expect(table).toEqual(createActivityTable(activities.slice(0, table.rowCount), USD));
    }
    expect(tables.map(({ rowCount }) => rowCount)).toEqual([100, 20_000, COUNT]);
  });
});
