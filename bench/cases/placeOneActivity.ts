import type { Activity } from "../../src/customers/activity.ts";
import { addActivity } from "../../src/customers/addActivity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import type { CustomerHistory } from "../../src/customers/history.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { classifyHistory } from "../../src/scales/overTime/classifyHistory.ts";
import { transitionOf } from "../../src/scales/overTime/transitionOf.ts";
import { OFF_SCALE } from "../../src/scales/placement.ts";
import { type BenchCase, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { createArrivals, createHistories, type Histories } from "../population/createHistories.ts";
import { AS_OF, CURRENCY } from "../population/setting.ts";
import { LADDER } from "./scales.ts";

/** The rank after one activity; 0 off the scale. */
type Place = (history: CustomerHistory, activity: Activity) => number | null;

/** The history by its text id, the activity into it, the new placement on the ladder. */
export const placeOneActivity: BenchCase = {
  name: "one activity to a new placement",
  ...placeCase(20_000, (history, activity) => {
    const longer = addActivity(history, activity);
    return classifyHistory(longer, LADDER, { asOf: AS_OF }).rank;
  }),
  goalAt: (size) => (size === 1_000_000 ? 1_000 : null),
};

/** The same with the placement before and the day on which the new one changes by itself. */
export const moveByOneActivity: BenchCase = {
  name: "one activity to a transition",
  ...placeCase(
    1_000,
    (history, activity) => transitionOf(history, activity, LADDER, { asOf: AS_OF }).to.rank,
  ),
};

/** `arrivalCount` activities come in; each is one operation on the history of another customer. */
function placeCase(arrivalCount: number, place: Place): Omit<BenchCase, "name"> {
  return {
    unit: "operation",
    sizes: SIZES,
    peerName: null,
    unitsPerSample: arrivalCount,
    goalAt: noGoal,
    prepare(size) {
      const histories = createHistories(size, 4);
      const arrivals = createArrivals(size, arrivalCount, 5);
      return createContest({
        unitsPerRun: arrivals.length,
        ours: () => ranksAfter(histories, arrivals, place),
        peer: () => ranksOfBatch(histories, arrivals),
        difference: differentValues,
      });
    },
  };
}

function ranksAfter(histories: Histories, arrivals: readonly Activity[], place: Place): Uint8Array {
  const ranks = new Uint8Array(arrivals.length);
  for (const [index, activity] of arrivals.entries()) {
    ranks[index] = place(histories.get(activity.customerId as string)!, activity) ?? 0;
  }
  return ranks;
}

/** The right answer: the same customers summarised and classified as a table. */
function ranksOfBatch(histories: Histories, arrivals: readonly Activity[]): Uint8Array {
  const activities = arrivals.flatMap((activity) => [
    ...histories.get(activity.customerId as string)!.activities,
    activity,
  ]);
  const table = summarizeCustomers(createActivityTable(activities, { currency: CURRENCY }), { asOf: AS_OF });
  const { step } = classifyTable(table, LADDER);
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));
  return Uint8Array.from(arrivals, ({ customerId }) => {
    const index = step[rowOf.get(customerId as string)!]!;
    return index === OFF_SCALE ? 0 : index + 1;
  });
}
