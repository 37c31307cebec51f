import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createIssueList } from "../../../src/base/issueList.ts";
import type { Activity } from "../../../src/customers/activity.ts";
import type { CustomerHistory } from "../../../src/customers/history.ts";
import { type Person, personOf } from "../../../src/customers/person/personOn.ts";
import { summarizePerson } from "../../../src/customers/person/summarizePerson.ts";
import { startHistory } from "../../../src/customers/startHistory.ts";
import { did, order } from "../support/activities.ts";
import { activityLists, asOfDays } from "../support/arbitraryActivities.ts";

const RULES = {
  minimumGapDays: 7,
  countFreeOrders: true,
  ownFacts: { vip: "flag", score: "number" },
} as const;

function summaryOn(person: Person, asOfDay: number) {
  const issues = createIssueList();
  const window = { asOfDay, windowDays: 30, fromDay: asOfDay - 29 };
  return { ...summarizePerson(person, { ...RULES, window }, issues), issues: issues.issues };
}

function historyWith(activities: readonly Activity[]): CustomerHistory {
  return { ...startHistory({ customerId: "ann", currency: "USD" }), activities };
}

/** Everything of ann's and what others did, with each id once and nobody joined. */
const plainLists = activityLists.map((list) => {
  const ids = new Set<string | undefined>();
  return list.filter(({ kind, id }) => {
    if (kind === "alias" || (id !== undefined && ids.has(id))) return false;
    ids.add(id);
    return true;
  });
});

describe("a person looked at on several days", () => {
  test.prop([plainLists, fc.array(asOfDays, { minLength: 1, maxLength: 4 })], { numRuns: 500 })(
    "law: sorted once = judged anew for each day, where nothing is repeated, disputed or joined",
    (activities, days) => {
      const person = personOf(historyWith(activities), "ann");
      expect(person.plain).toBeDefined();
      for (const day of days) {
        expect(summaryOn(person, day)).toEqual(summaryOn({ ...person, plain: undefined }, day));
      }
    },
  );

  test("is judged anew where an id stands twice, of whatever kinds, where somebody is joined and where an id is disputed", () => {
    const repeated = [order("2026-01-01", 1, { id: "1" }), did("interest", "2026-01-01", { id: "1" })];
    const joined = [did("alias", "2026-01-01", { otherId: "bob" })];
    expect(personOf(historyWith(repeated), "ann").plain).toBeUndefined();
    expect(personOf(historyWith(joined), "ann").plain).toBeUndefined();
    const disputed = { ...historyWith([]), disputes: [] };
    expect(personOf(disputed, "ann").plain).toBeUndefined();
  });

  test("gets objects of its own: the next look does not change them", () => {
    const person = personOf(historyWith([order("2026-01-01", 100), order("2026-03-01", 100)]), "ann");
    const first = summaryOn(person, 20_500);
    const copy = structuredClone(first);
    const second = summaryOn(person, 20_600);
    expect(first).toEqual(copy);
    expect([first.facts.orders, second.facts.orders]).toEqual([1, 2]);
  });
});

test("one refund that came twice is one, whichever id of the person it says, and two where it is somebody else's", () => {
  const refund = (customerId: string | undefined) =>
    did("refund", "2026-01-02", {
      id: "r1",
      orderId: "o1",
      amountMinor: 30,
      customerId: customerId as string,
    });
  const bought = order("2026-01-01", 100, { id: "o1" });
  const alias = did("alias", "2026-01-01", { otherId: "bob" });
  const revenueWith = (...activities: Activity[]) =>
    summaryOn(personOf(historyWith([bought, ...activities]), "ann"), 20_500).facts.revenueMinor;
  expect(revenueWith(alias, refund("ann"), refund("bob"))).toBe(70);
  expect(revenueWith(refund("ann"), refund("bob"))).toBe(100); // two contents: neither counts
  expect(revenueWith(refund("ann"), refund(undefined))).toBe(100);
  expect(revenueWith(refund(undefined), refund("ann"))).toBe(100);
});

test("free orders count unless they are excluded", () => {
  const person = personOf(historyWith([order("2026-01-01", 0), order("2026-01-02", 5)]), "ann");
  const window = { asOfDay: 20_500, windowDays: 365, fromDay: 20_136 };
  const ordersWith = (countFreeOrders: boolean) =>
    summarizePerson(person, { ...RULES, countFreeOrders, window }, createIssueList()).facts.orders;
  expect([ordersWith(true), ordersWith(false)]).toEqual([2, 1]);
});
