import type { Activity } from "../../src/customers/activity.ts";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { type BenchCase, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentTotals } from "../measure/differentTotals.ts";
import type { OrderTotals } from "../peers/orderTotals.ts";
import { totalsOfEverything } from "../peers/totalsOfEverything.ts";
import { totalsOfDistinctRows, totalsOfObjects, totalsOfRows } from "../peers/totalsOfOrders.ts";
import { createActivities } from "../population/createActivities.ts";
import { createOrders } from "../population/createOrders.ts";
import { AS_OF, AS_OF_DAY, CURRENCY } from "../population/setting.ts";

const SUMMARY = {
  unit: "activity",
  sizes: SIZES,
  peerName: "Map of objects by hand",
  unitsPerSample: 200_000,
  goalAt: noGoal,
} as const;

/** Orders without ids, so every row counts: nothing but count, sum, first and last day for the peer to do. */
export const summarizeOrders: BenchCase = {
  name: "summarize orders",
  ...tableCase((count) => createOrders(count, false, 2), totalsOfRows),
};

/** Orders with ids: both sides must find what comes twice (here nothing does). */
export const summarizeOrdersWithIds: BenchCase = {
  name: "summarize orders with ids",
  ...tableCase((count) => createOrders(count, true, 2), totalsOfDistinctRows),
};

/** Everything that happens in a shop, in random order: repeats, conflicts, refunds, aliases, fifteen kinds. */
export const summarizeEverything: BenchCase = {
  name: "summarize everything",
  ...tableCase((count) => createActivities(count, 3), totalsOfEverything),
};

/** From objects with texts as customer ids, so building the activity table is in the figure. */
export const summarizeObjects: BenchCase = {
  name: "objects to table to summary",
  ...SUMMARY,
  prepare(size) {
    const orders = createOrders(size, false, 2);
    return createContest({
      unitsPerRun: size,
      ours: () => summarizeCustomers(tableOf(orders), { asOf: AS_OF }),
      peer: () => totalsOfObjects(orders, AS_OF_DAY),
      difference: (table, totals) => differentTotals(table, totals, (id) => id),
    });
  },
};

function tableCase(
  activitiesOf: (count: number) => Iterable<Activity>,
  peer: (table: ActivityTable, asOfDay: number) => Map<number, OrderTotals>,
): Omit<BenchCase, "name"> {
  return {
    ...SUMMARY,
    prepare(size) {
      const activities = tableOf(activitiesOf(size));
      return createContest({
        unitsPerRun: size,
        ours: () => summarizeCustomers(activities, { asOf: AS_OF }),
        peer: () => peer(activities, AS_OF_DAY),
        difference: (table, totals) => differentTotals(table, totals, (code) => activities.customerIds[code]),
      });
    },
  };
}

function tableOf(activities: Iterable<Activity>): ActivityTable {
  return createActivityTable(activities, { currency: CURRENCY });
}
