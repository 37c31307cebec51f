import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { forgetCustomer } from "../../src/customers/forgetCustomer.ts";
import type { SummarizeOptions } from "../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { type CustomerTracker, trackCustomers } from "../../src/customers/trackCustomers.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { activityLists } from "./support/arbitraryActivities.ts";
import { factsById, optionsAt, USD } from "./support/factsOf.ts";
import { calmLists } from "./tracking/support/calmActivities.ts";
import { tangledLists } from "./tracking/support/tangledActivities.ts";

const RUNS = { numRuns: 300 };

/** How far the day moves after an activity; mostly not at all. */
const steps = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2, 9, 40), { minLength: 70, maxLength: 70 });
const firstDays = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 8 }));
/** What shops send, and what nobody should. */
const lists = fc.oneof(activityLists, tangledLists, calmLists);
const cuts = fc.nat({ max: 40 });
const choices = fc.record({ countFreeOrders: fc.boolean(), windowDays: fc.constantFrom(1, 4, 30, 365) });

describe("a tracker", () => {
  test.prop([lists, firstDays, steps, choices], RUNS)(
    "law: tracked = batch after every activity",
    (list, firstDay, moves, more) => {
      let day = firstDay;
      const tracker = trackCustomers(createActivityTable([], USD), optionsAt(day, more));
      for (const [index, activity] of list.entries()) {
        const before = rowsByFacts(tracker, list);
        const row = tracker.add(activity);
        const taken = createActivityTable(list.slice(0, index + 1), USD);
        expectBatch(tracker, taken, optionsAt(day, more));
        expect(row).toBe(subjectOf(tracker, activity, list.slice(0, index + 1)));
        expectListed(tracker, before, rowsByFacts(tracker, list));
        const move = moves[index] as number;
        if (move === 0) continue;
        day += move;
        tracker.moveTo(isoDayOf(day));
        expectBatch(tracker, taken, optionsAt(day, more));
      }
    },
  );

  test.prop([lists, firstDays, steps, cuts, choices], RUNS)(
    "law: a tracker that starts with a table = one that was given everything",
    (list, firstDay, moves, cut, more) => {
      const start = createActivityTable(list.slice(0, cut), USD);
      const tracker = trackCustomers(start, optionsAt(firstDay, more));
      expectBatch(tracker, start, optionsAt(firstDay, more));
      const day = addWhileTimePasses(tracker, list.slice(cut), firstDay, moves);
      const everything = createActivityTable(list, USD);
      expectBatch(tracker, everything, optionsAt(day, more));
      expect(tracker.table()).toEqual(batchWithoutIssues(everything, optionsAt(day, more)));
      expect(tracker.activities()).toEqual(everything);
    },
  );

  test.prop([lists, firstDays, steps, cuts, choices], RUNS)(
    "law: whoever was forgotten stays forgotten, and their orders in the sums",
    (list, firstDay, moves, cut, more) => {
      const start = createActivityTable(list.slice(0, cut), USD);
      const [gone] = start.customerIds;
      const left = gone === undefined ? start : forgetCustomer(start, gone, { mode: "remove" });
      const tracker = trackCustomers(left, optionsAt(firstDay, more));
      const day = addWhileTimePasses(tracker, list.slice(cut), firstDay, moves);
      const table = batchWithoutIssues(tracker.activities(), optionsAt(day, more));
      expect(tracker.table()).toEqual(table);
    },
  );

  test.prop([activityLists, firstDays], RUNS)(
    "law: ids of any length and letters are told apart",
    (list, day) => {
      const renamed = list.map(renameCustomers);
      const tracker = trackCustomers(createActivityTable([], USD), optionsAt(day));
      for (const activity of renamed) tracker.add(activity);
      expectBatch(tracker, createActivityTable(renamed, USD), optionsAt(day));
    },
  );
});

/** Adds each activity after time has passed; gives the last day. */
function addWhileTimePasses(
  tracker: CustomerTracker,
  list: readonly Activity[],
  firstDay: number,
  moves: readonly number[],
): number {
  let day = firstDay;
  for (const [index, activity] of list.entries()) {
    day += moves[index] as number;
    tracker.moveTo(isoDayOf(day));
    tracker.add(activity);
  }
  return day;
}

/** Every row, one by one; the table would freshen them all. */
function expectBatch(tracker: CustomerTracker, activities: ActivityTable, options: SummarizeOptions): void {
  const table = summarizeCustomers(activities, options);
  for (const [id, { birthday: _, ...facts }] of factsById(table)) {
    const row = tracker.rowOf(id) as number;
    expect(tracker.idAt(row)).toBe(id);
    expect(tracker.factsAt(row), id).toEqual(facts);
  }
  const people = new Set(activities.customerIds.map((id) => tracker.rowOf(id)));
  people.delete(undefined);
  expect(people.size).toBe(table.rowCount);
}

function batchWithoutIssues(activities: ActivityTable, options: SummarizeOptions) {
  return { ...summarizeCustomers(activities, options), issues: [], issueCount: 0 };
}

/** Whose facts an activity is about, by its words: the owner of what it names, else whom it names. */
function subjectOf(tracker: CustomerTracker, activity: Activity, taken: readonly Activity[]): number {
  const { orderId, complaintId } = activity as { orderId?: string; complaintId?: string };
  const kind = orderId === undefined ? "complaint" : "order";
  for (const other of taken) {
    if (other.kind !== kind || other.id === undefined || other.id !== (orderId ?? complaintId)) continue;
    const row = tracker.rowOf(other.customerId as string);
    if (row !== undefined) return row;
  }
  return activity.customerId === undefined ? -1 : (tracker.rowOf(activity.customerId) ?? -1);
}

function rowsByFacts(tracker: CustomerTracker, list: readonly Activity[]): ReadonlyMap<number, string> {
  const ids = list.flatMap((activity) => activity.customerId ?? []);
  const rows = ids.map((id) => tracker.rowOf(id)).filter((row) => row !== undefined);
  return new Map(rows.map((row) => [row, JSON.stringify([tracker.idAt(row), tracker.factsAt(row)])]));
}

/** Whoever has other facts than before is among the changed rows. */
function expectListed(
  tracker: CustomerTracker,
  before: ReadonlyMap<number, string>,
  after: ReadonlyMap<number, string>,
): void {
  const changed = tracker.changedRows();
  for (const [row, facts] of after) if (before.get(row) !== facts) expect(changed).toContain(row);
}

/** Ids that fit a row just so and just not, that no byte can hold, that begin or end like others. */
const ODD_IDS: Readonly<Record<string, string>> = {
  ann: "a".repeat(36),
  bob: "a".repeat(37),
  carl: `${"a".repeat(36)}\u0000`,
  dan: "日本",
  eve: "e\u0000",
  constructor: "\ud800",
};

function renameCustomers(activity: Activity): Activity {
  const named = (id: string) => (Object.hasOwn(ODD_IDS, id) ? (ODD_IDS[id] as string) : id);
  const entries = Object.entries(activity).map(([name, value]) =>
    name === "customerId" || name === "otherId" ? [name, named(value as string)] : [name, value],
  );
  return Object.fromEntries(entries) as Activity;
}
