import type { Activity } from "../activity.ts";
import { activityAt } from "../activityAt.ts";
import { type ActivityTable, NOBODY } from "../activityTable.ts";
import { assertActivity } from "../assertActivity.ts";
import { activitiesSayTheSame } from "../columns/sameContent.ts";
import { KIND_NUMBERS, ownerOf, rowOf } from "./activityLog.ts";
import { addConcerned, type Mention, mentionOf } from "./concernedCodes.ts";
import { bearersOf } from "./idIndex.ts";
import { keepActivity, targetKindOf } from "./keepActivity.ts";
import { recomputeFacts } from "./recomputeFacts.ts";
import { personOf, type TrackerState } from "./trackerState.ts";
import { writeRecomputed } from "./writeFacts.ts";

/**
 * Adds any activity the exact way: everybody whom it concerns is recomputed by the rules of the batch. Nothing is
 * changed before that has succeeded.
 *
 * @throws LoyaltyError what `assertActivity` throws; `unsafe_total`
 */
export function addSlowly(state: TrackerState, activity: Activity): number {
  assertActivity(activity);
  state.changedRow = -1;
  if (activity.day > state.asOfDay) {
    keepActivity(state, activity);
    state.changedRows = [];
  } else if (isRepeat(state, activity)) {
    keepActivity(state, activity);
    state.changedRows = [];
  } else {
    const concerned = new Set<number>();
    addConcerned(state, mentionOf(state, activity), concerned);
    const recomputed = recomputeFacts(state, concerned, state.asOfDay, activity);
    keepActivity(state, activity);
    state.changedRows = writeRecomputed(state, recomputed);
  }
  return subjectRow(state, mentionOf(state, activity));
}

/** The row of the person whom an activity is about: whose order or complaint it names, else whom it names. */
function subjectRow(state: TrackerState, { kind, codes, target }: Mention): number {
  for (const bearer of bearersOf(state.ids, state.log, targetKindOf(kind), target)) {
    const owner = ownerOf(state.log, bearer);
    const row = owner === NOBODY ? -1 : personOf(state, owner);
    if (row >= 0) return row;
  }
  const [code] = codes;
  return code === undefined ? -1 : personOf(state, code);
}

/** Whether the same is kept already under the same id: then it counts for no more, and parts nobody. */
function isRepeat({ ids, log, codes }: TrackerState, activity: Activity): boolean {
  // The log has what `activityAt` reads of a table.
  const source = { customerIds: codes.ids, kinds: log.kindsByName } as unknown as ActivityTable;
  return bearersOf(ids, log, KIND_NUMBERS[activity.kind], activity.id).some((bearer) =>
    activitiesSayTheSame(activityAt(source, activity.kind, rowOf(bearer)), activity),
  );
}
