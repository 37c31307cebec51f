import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addActivity } from "../../../src/customers/addActivity.ts";
import type { CustomerHistory } from "../../../src/customers/history.ts";
import { startHistory } from "../../../src/customers/startHistory.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import { classifyHistory } from "../../../src/scales/overTime/classifyHistory.ts";
import { explainHistory } from "../../../src/scales/overTime/explainHistory.ts";
import { nextChangeOn } from "../../../src/scales/overTime/nextChangeOn.ts";
import { transitionOf } from "../../../src/scales/overTime/transitionOf.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { isoDayOf } from "../../../src/units/day.ts";
import { activityLists } from "../../customers/support/arbitraryActivities.ts";

/** Running facts in sums, in every operator, beside windowed ones. */
const odd = defineScale({
  name: "odd",
  steps: [
    { id: "a", when: { fact: "recencyDays", is: 40 } },
    { id: "b", when: { sum: ["recencyDays", "recentOrders"], between: [20.5, 33] } },
    {
      id: "c",
      when: { all: [{ not: { fact: "rhythm", atMost: 3.3 } }, { fact: "recencyDays", lessThan: 90 }] },
    },
    { id: "d", when: { fact: "rhythm", between: [0.5, 0.9] } },
    { id: "e", when: { sum: ["rhythm", "recencyDays"], moreThan: 150.25 } },
  ],
});

/** Windowed facts that turn more than once, and profit, which falls and rises. */
const windowed = defineScale({
  name: "windowed",
  currency: "USD",
  steps: [
    { id: "a", when: { fact: "recentOrders", is: 2 } },
    { id: "b", when: { sum: ["recentInterests", "recentReviews"], between: [1, 2] } },
    { id: "c", when: { fact: "recentProfit", atLeast: "7.50" } },
    { id: "d", when: { fact: "recentRevenue", lessThan: "40.00" } },
    {
      id: "e",
      when: {
        all: [
          { fact: "recentOpenComplaints", is: 1 },
          { fact: "recencyDays", atMost: 60 },
        ],
      },
    },
    { id: "f", when: { not: { sum: ["recentProfit", "profit"], lessThan: "25.00" } } },
  ],
});

const SCALES: readonly Scale<string>[] = [
  ladderOfLoyalty(),
  ladderOfLoyalty({ climb: "stepwise" }),
  customerLevels({ keyAccountRevenue: "2000.00", currency: "USD" }),
  activityStatus(),
  odd,
  windowed,
];

/** By then every generated activity has left every window, and every threshold above has been crossed. */
const HORIZON_DAYS = 1500;

const histories: fc.Arbitrary<CustomerHistory> = activityLists.map((list) =>
  list
    .filter((activity) => activity.kind !== "alias" && (activity.customerId ?? "ann") === "ann")
    .reduce(addActivity, startHistory({ customerId: "ann", currency: "USD" })),
);

describe("nextChangeOn", () => {
  test.prop(
    [histories, fc.constantFrom(...SCALES), fc.integer({ min: 20, max: 140 }), fc.constantFrom(7, 30, 365)],
    {
      numRuns: 60,
    },
  )(
    "law: is the first day on which a day-by-day look finds another step",
    (history, scale, asOfDay, windowDays) => {
      const stepOn = (day: number) =>
        classifyHistory(history, scale, { asOf: isoDayOf(day), windowDays }).step;
      let day = asOfDay + 1;
      while (day < asOfDay + HORIZON_DAYS && stepOn(day) === stepOn(asOfDay)) day += 1;
      const expected = day < asOfDay + HORIZON_DAYS ? isoDayOf(day) : null;
      expect(nextChangeOn(history, scale, { asOf: isoDayOf(asOfDay), windowDays })).toBe(expected);
    },
  );
});

describe("explainHistory", () => {
  const asked = defineScale({
    name: "asked",
    currency: "USD",
    steps: [
      {
        id: "all",
        when: {
          all: [
            { fact: "recentOrders", atLeast: 999 },
            { sum: ["recentReviews", "interests"], moreThan: 999 },
            { fact: "recentRevenue", atLeast: 999_999 },
            { sum: ["recentProfit"], moreThan: 999_999 },
          ],
        },
      },
    ],
  });

  test.prop([histories, fc.integer({ min: 20, max: 140 }), fc.constantFrom(7, 30, 365)], { numRuns: 40 })(
    "law: before is the first day on which a day-by-day look finds less than today",
    (history, asOfDay, windowDays) => {
      const actualsOn = (day: number): (string | null)[] => {
        const asOf = isoDayOf(day);
        const { next } = explainHistory(history, asked, { asOf, windowDays });
        return (next?.missing ?? []).map((part) => (part.kind === "comparison" ? String(part.actual) : null));
      };
      const { next } = explainHistory(history, asked, { asOf: isoDayOf(asOfDay), windowDays });
      const today = actualsOn(asOfDay).map(Number);
      const firsts: (string | undefined)[] = today.map(() => undefined);
      for (let day = asOfDay + 1; day < asOfDay + 600; day += 1) {
        for (const [index, actual] of actualsOn(day).entries()) {
          if (Number(actual) < (today[index] as number)) firsts[index] ??= isoDayOf(day);
        }
      }
      expect(next?.missing.map((part) => (part.kind === "comparison" ? part.before : null))).toEqual(firsts);
    },
  );
});

describe("transitionOf", () => {
  test.prop([histories, activityLists, fc.constantFrom(...SCALES)], { numRuns: 100 })(
    "law: goes from the placement without the activity to the placement with it",
    (history, list, scale) => {
      const activity = list.find((one) => one.kind !== "alias" && one.customerId === "ann");
      fc.pre(activity !== undefined);
      const options = { asOf: isoDayOf(120) };
      const transition = transitionOf(history, activity, scale, options);
      expect(transition.from).toEqual(classifyHistory(history, scale, options));
      expect(transition.to).toEqual(classifyHistory(addActivity(history, activity), scale, options));
      expect(transition.nextChangeOn).toBe(nextChangeOn(transition.history, scale, options));
    },
  );
});
