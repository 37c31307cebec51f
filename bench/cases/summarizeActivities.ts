import type { Activity } from "../../src/customers/activity.ts";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { type BenchCase, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { createSide, type Side } from "../measure/side.ts";
import type { OrderTotals } from "../peers/totalsByHand.ts";
import { totalsOfEverything } from "../peers/totalsOfEverything.ts";
import { totalsOfObjects } from "../peers/totalsOfObjects.ts";
import { createActivities } from "../population/createActivities.ts";
import { createOrders } from "../population/createOrders.ts";
import { AS_OF, AS_OF_DAY, CURRENCY } from "../population/setting.ts";

const OURS = "summarizeCustomers";
const BY_HAND = "Map of objects by hand";

/** What a shop's log says in the end: the orders that stand of each person, as a sorted list of lines. */
type Totals = readonly string[];

/** Everything that happens in a shop, in random order: repeats, conflicts, refunds, aliases, fifteen kinds. */
export const summarizeEverything: BenchCase = {
  ...activitiesCase("summarize everything"),
  async prepare(size, wanted) {
    const activities = tableOf(createActivities(size, 3));
    const makers = {
      [OURS]: () => oursSide(size, () => summarizeCustomers(activities, { asOf: AS_OF })),
      [BY_HAND]: () =>
        handSide(
          size,
          () => totalsOfEverything(activities, AS_OF_DAY),
          (code) => activities.customerIds[code]!,
        ),
    };
    return createContest(makers, wanted, { difference: firstDifference });
  },
};

/** From objects with texts as customer ids, so building the activity table is in the figure. */
export const summarizeObjects: BenchCase = {
  ...activitiesCase("objects to table to summary"),
  async prepare(size, wanted) {
    const orders = createOrders(size, false, 2);
    const makers = {
      [OURS]: () => oursSide(size, () => summarizeCustomers(tableOf(orders), { asOf: AS_OF })),
      [BY_HAND]: () =>
        handSide(
          size,
          () => totalsOfObjects(orders, AS_OF_DAY),
          (id) => id,
        ),
    };
    return createContest(makers, wanted, { difference: firstDifference });
  },
};

function activitiesCase(name: string): Omit<BenchCase, "prepare"> {
  const rows = [{ name, ours: OURS, peer: BY_HAND, goalAt: noGoal }];
  return { name, unit: "activity", sizes: SIZES, rows };
}

function tableOf(activities: Iterable<Activity>): ActivityTable {
  return createActivityTable(activities, { currency: CURRENCY });
}

function oursSide(unitsPerRun: number, work: () => CustomerTable): Side<Totals> {
  return createSide<CustomerTable, Totals>({
    name: OURS,
    unitsPerRun,
    work,
    outcomeOf({ ids, columns }) {
      const { orders, revenueMinor, firstOrderDay, lastOrderDay } = columns;
      const buyers = [...ids.keys()].filter((row) => orders[row]! > 0);
      const lines = buyers.map((row) =>
        [ids[row], orders[row], revenueMinor[row], firstOrderDay[row], lastOrderDay[row]].join(" "),
      );
      return lines.sort();
    },
  });
}

function handSide<Key>(
  unitsPerRun: number,
  work: () => ReadonlyMap<Key, OrderTotals>,
  idOf: (key: Key) => string,
): Side<Totals> {
  return createSide<ReadonlyMap<Key, OrderTotals>, Totals>({
    name: BY_HAND,
    unitsPerRun,
    work,
    outcomeOf: (totals) =>
      Array.from(totals, ([key, { orders, revenueMinor, firstDay, lastDay }]) =>
        [idOf(key), orders, revenueMinor, firstDay, lastDay].join(" "),
      ).sort(),
  });
}

function firstDifference(ours: Totals, others: Totals): string | undefined {
  if (ours.length !== others.length) return `ours has ${ours.length} buyers, the other ${others.length}`;
  const index = ours.findIndex((line, place) => line !== others[place]);
  return index < 0 ? undefined : `ours says "${ours[index]}", the other "${others[index]}"`;
}
