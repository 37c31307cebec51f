import type { Activity } from "../../src/customers/activity.ts";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { addActivity } from "../../src/customers/addActivity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import type { CustomerHistory } from "../../src/customers/history.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { type CustomerTracker, trackCustomers } from "../../src/customers/trackCustomers.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { classifyTracked } from "../../src/scales/classifyTracked.ts";
import { classifyHistory } from "../../src/scales/overTime/classifyHistory.ts";
import { transitionOf } from "../../src/scales/overTime/transitionOf.ts";
import { OFF_SCALE } from "../../src/scales/placement.ts";
import { type BenchCase, type BenchRow, noGoal, SIZES } from "../measure/benchCase.ts";
import { type Contest, createContest, type Wanted } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { createHistories, createSteps, type Histories } from "../population/createHistories.ts";
import { AS_OF, CURRENCY } from "../population/setting.ts";
import { type ArrivalSide, createArrivalSide } from "./arrivalSide.ts";
import { LADDER } from "./scales.ts";

const OURS = "ours";

/** How many activities come in at each run. */
const ARRIVALS = 20_000;

/** A tracker that knows everybody: the activity in, by the text of its customer, and the new placement. */
export const trackOneActivity: BenchCase = {
  ...aloneCase("one activity to a new placement", (size) =>
    size === 1_000_000 ? { least: 1_000, aim: 500 } : null,
  ),
  async prepare(size, wanted) {
    const known = createActivityTable(createSteps(size, 4), { currency: CURRENCY });
    const tracker = trackCustomers(known, { asOf: AS_OF });
    const rows = new Int32Array(ARRIVALS);
    const side = createArrivalSide(size, ARRIVALS, (arrivals) => ranksAfterTracking(tracker, arrivals, rows));
    return aloneContest(side, wanted, () => {
      const activities = tracker.activities();
      const expectedCount = known.rowCount + side.last().runs * side.unitsPerRun;
      if (activities.rowCount !== expectedCount)
        return `${activities.rowCount} of ${expectedCount} were taken`;
      // A resolution concerns whose complaint it names, so a row may come twice: what was said last stands.
      const lastRanks = new Map(Array.from(side.last().ranks, (rank, index) => [rows[index]!, rank]));
      const people = Array.from(lastRanks.keys(), (row) => tracker.idAt(row));
      return differentValues([...lastRanks.values()], ranksOfBatch(activities, people));
    });
  },
};

/** Histories that never change, one object each: what events on a queue, or one person's page, work with. */
export const placeByHistory: BenchCase = historyCase(
  "one activity into a history, its placement",
  2_000,
  (history, activity) => classifyHistory(addActivity(history, activity), LADDER, { asOf: AS_OF }).rank,
);

/** The same with the placement before and the day on which the new one changes by itself. */
export const moveByHistory: BenchCase = historyCase(
  "one activity into a history, the transition",
  200,
  (history, activity) => transitionOf(history, activity, LADDER, { asOf: AS_OF }).to.rank,
);

function aloneCase(name: string, goalAt: BenchRow["goalAt"]): Omit<BenchCase, "prepare"> {
  return { name, unit: "operation", sizes: SIZES, rows: [{ name, ours: OURS, peer: null, goalAt }] };
}

/** One side, whose last outcome is held against the same customers summarised and classified as a table. */
function aloneContest(side: ArrivalSide, wanted: Wanted, check: () => string | undefined): Promise<Contest> {
  return createContest({ [OURS]: () => side }, wanted, { difference: differentValues, check });
}

function historyCase(
  name: string,
  arrivalCount: number,
  place: (history: CustomerHistory, activity: Activity) => number | null,
): BenchCase {
  return {
    ...aloneCase(name, noGoal),
    async prepare(size, wanted) {
      const histories = createHistories(size, 4);
      const side = createArrivalSide(size, arrivalCount, (arrivals) =>
        Uint8Array.from(
          arrivals,
          (activity) => place(histories.get(activity.customerId as string)!, activity) ?? 0,
        ),
      );
      return aloneContest(side, wanted, () => {
        const { arrivals, ranks } = side.last();
        const people = arrivals.map(({ customerId }) => customerId as string);
        return differentValues(ranks, ranksOfBatch(tableOf(histories, arrivals), people));
      });
    },
  };
}

/** The ranks of the people whom the activities are about, whose rows are noted for the check. */
function ranksAfterTracking(
  tracker: CustomerTracker,
  arrivals: readonly Activity[],
  rows: Int32Array,
): Uint8Array {
  const ranks = new Uint8Array(arrivals.length);
  for (let index = 0; index < arrivals.length; index += 1) {
    const row = tracker.add(arrivals[index]!);
    rows[index] = row;
    ranks[index] = classifyTracked(tracker, row, LADDER).rank ?? 0;
  }
  return ranks;
}

/** What the customers of some activities did, and these activities. */
function tableOf(histories: Histories, arrivals: readonly Activity[]): ActivityTable {
  const activities = arrivals.flatMap((activity) => [
    ...histories.get(activity.customerId as string)!.activities,
    activity,
  ]);
  return createActivityTable(activities, { currency: CURRENCY });
}

/** The right answer for people, by their ids. */
function ranksOfBatch(activities: ActivityTable, people: readonly string[]): Uint8Array {
  const table = summarizeCustomers(activities, { asOf: AS_OF });
  const { step } = classifyTable(table, LADDER);
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));
  return Uint8Array.from(people, (id) => {
    const index = step[rowOf.get(id)!]!;
    return index === OFF_SCALE ? 0 : index + 1;
  });
}
