import { eachOfChain, KIND_NUMBERS, type LoggedKind } from "./activityLog.ts";
import { newestOf } from "./concernedCodes.ts";
import { isTied } from "./idIndex.ts";
import { personOf, type TrackerState } from "./trackerState.ts";

/*
 * The quick way asks of what is kept only what a walk through one person's activities can tell: some of it counts
 * for sure, and of the rest (what shares its id, was returned, was resolved) only a summary could tell. Most
 * questions are settled by the former.
 */

/** Calls back for everything up to today that is kept under the ids of the person in a row. */
export function eachOfPerson(
  state: TrackerState,
  row: number,
  visit: (kind: LoggedKind, at: number) => void,
): void {
  const { log, asOfDay } = state;
  for (const member of state.clusters.get(row) ?? [row]) {
    if (personOf(state, member) !== row) continue;
    eachOfChain(log, newestOf(state, member), (_, kind, at) => {
      if ((kind.days[at] as number) <= asOfDay) visit(kind, at);
    });
  }
}

/** Whether an activity of today or before counts for sure, and stands as it came: nothing else has to do with its id. */
export function surelyCounts({ ids, log }: TrackerState, kind: LoggedKind, at: number): boolean {
  const id = kind.ids[at];
  return id === undefined || !isTied(ids, log, KIND_NUMBERS[kind.kind], id);
}

/** Whether an order can stand: free ones may be excluded. */
export function mayStand({ countFreeOrders }: TrackerState, { fields }: LoggedKind, at: number): boolean {
  return countFreeOrders || (fields.amountMinor as Float64Array)[at] !== 0;
}
