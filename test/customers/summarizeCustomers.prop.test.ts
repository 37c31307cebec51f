import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { addActivity } from "../../src/customers/addActivity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { disputeActivity } from "../../src/customers/disputeActivity.ts";
import { historyOf } from "../../src/customers/historyOf.ts";
import { mergeActivities } from "../../src/customers/mergeActivities.ts";
import { mergeHistories } from "../../src/customers/mergeHistories.ts";
import { startHistory } from "../../src/customers/startHistory.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { summarizeHistory } from "../../src/customers/summarizeHistory.ts";
import { LAWS } from "../support/laws.ts";
import { activityLists, asOfDays, shuffledLists, splitLists } from "./support/arbitraryActivities.ts";
import { factsById, optionsAt, sortedIssues, tableOf, USD } from "./support/factsOf.ts";

const RUNS = { numRuns: 300 };

describe("facts of generated crowds", () => {
  test.prop([shuffledLists, asOfDays], RUNS)(LAWS.rowOrder, ([list, shuffled], day) => {
    const table = tableOf(list, optionsAt(day));
    const other = tableOf(shuffled, optionsAt(day));
    expect(factsById(other)).toEqual(factsById(table));
    expect(sortedIssues(other.issues)).toEqual(sortedIssues(table.issues));
    expect(other.issueCount).toBe(table.issueCount);
  });

  test.prop([activityLists, asOfDays], RUNS)(LAWS.rowIsColumn, (list, day) => {
    const activities = createActivityTable(list, USD);
    const table = summarizeCustomers(activities, optionsAt(day));
    for (const [id, { birthday: _, ...facts }] of factsById(table)) {
      const asked = summarizeHistory(historyOf(activities, id), optionsAt(day));
      expect(asked.facts).toEqual(facts);
      expect(asked.customerId).toBe(id);
    }
  });

  test.prop([shuffledLists, asOfDays], RUNS)(LAWS.incremental, ([list, shuffled], day) => {
    const table = tableOf(list, optionsAt(day));
    for (const [id, { birthday: _, ...facts }] of factsById(table)) {
      const { activities, disputes = [] } = historyOf(createActivityTable(shuffled, USD), id);
      let history = startHistory({ customerId: id, currency: "USD" });
      for (const activity of inOrderOfAliases(activities, id)) history = addActivity(history, activity);
      history = disputes.reduce(disputeActivity, history);
      expect(summarizeHistory(history, optionsAt(day)).facts).toEqual(facts);
      const stored = JSON.parse(JSON.stringify(history)) as typeof history;
      expect(summarizeHistory(stored, optionsAt(day)).facts).toEqual(facts);
    }
  });

  test.prop([splitLists, asOfDays], RUNS)(LAWS.merged, ([list, parts], day) => {
    const [a, b, c] = parts.map((part) => createActivityTable(part, USD)) as [Whole, Whole, Whole];
    const whole = tableOf(list, optionsAt(day));
    for (const merged of [
      mergeActivities(mergeActivities(a, b), c),
      mergeActivities(a, mergeActivities(b, c)),
      mergeActivities(c, mergeActivities(b, a)),
    ]) {
      const table = summarizeCustomers(merged, optionsAt(day));
      expect(factsById(table)).toEqual(factsById(whole));
      expect(sortedIssues(table.issues)).toEqual(sortedIssues(whole.issues));
    }
  });

  test.prop([activityLists, asOfDays], RUNS)(LAWS.idempotent, (list, day) => {
    const named = list.filter((activity) => activity.id !== undefined);
    const part = createActivityTable(named, USD);
    expect(part.mayDoubleCount).toBe(false);
    const once = mergeActivities(part, part);
    expect(mergeActivities(once, part).rowCount).toBe(once.rowCount);
    expect(factsById(summarizeCustomers(once, optionsAt(day)))).toEqual(
      factsById(tableOf(named, optionsAt(day))),
    );
    expect(factsById(tableOf([...named, ...named], optionsAt(day)))).toEqual(
      factsById(tableOf(named, optionsAt(day))),
    );
  });

  test.prop([activityLists, asOfDays], RUNS)(LAWS.untilAsOf, (list, day) => {
    const before = list.filter((activity) => activity.day <= day);
    const table = tableOf(list, optionsAt(day));
    const cut = tableOf(before, optionsAt(day));
    expect(factsById(table)).toEqual(factsById(cut));
    expect(sortedIssues(table.issues)).toEqual(sortedIssues(cut.issues));
  });

  test.prop([activityLists], RUNS)(
    "law: a window as long as life makes every twin equal its fact",
    (list) => {
      const table = tableOf(list, optionsAt(120, { windowDays: 1000 }));
      for (const [recent, total] of [
        ["recentOrders", "orders"],
        ["recentOrderDays", "orderDays"],
        ["recentRevenueMinor", "revenueMinor"],
        ["recentProfitMinor", "profitMinor"],
        ["recentComplaints", "complaints"],
        ["recentOpenComplaints", "openComplaints"],
        ["recentUnpromptedReferrals", "unpromptedReferrals"],
        ["recentMentions", "mentions"],
      ] as const) {
        expect(table.columns[recent], recent).toEqual(table.columns[total]);
      }
    },
  );

  test.prop([splitLists, asOfDays], RUNS)(
    "law: merged histories of one person = the whole",
    ([, parts], day) => {
      const own = parts.map((part) => part.filter((one) => one.kind !== "alias" && one.customerId === "ann"));
      const histories = own.map((part) =>
        part.reduce(addActivity, startHistory({ customerId: "ann", currency: "USD" })),
      );
      const merged = histories.reduce(mergeHistories);
      const whole = own.flat().reduce(addActivity, startHistory({ customerId: "ann", currency: "USD" }));
      expect(summarizeHistory(merged, optionsAt(day)).facts).toEqual(
        summarizeHistory(whole, optionsAt(day)).facts,
      );
      const sets = [merged, histories.reduceRight(mergeHistories)].map((one) =>
        summarizeHistory(one, optionsAt(day)),
      );
      expect(sets[0]?.facts).toEqual(sets[1]?.facts);
    },
  );
});

type Whole = ReturnType<typeof createActivityTable>;

/** A backend knows that two ids are one person before it files the other's activities: aliases first, as they join. */
function inOrderOfAliases(activities: readonly Activity[], id: string): readonly Activity[] {
  const open = activities.filter((activity) => activity.kind === "alias");
  const known = new Set([id]);
  const ordered: Activity[] = [];
  while (open.length > 0) {
    const next = open.findIndex((alias) => known.has(alias.customerId) || known.has(alias.otherId));
    const [alias] = open.splice(next, 1);
    if (alias === undefined || next < 0) break;
    known.add(alias.customerId).add(alias.otherId);
    ordered.push(alias);
  }
  return [...ordered, ...activities.filter((activity) => activity.kind !== "alias")];
}
