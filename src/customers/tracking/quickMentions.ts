import type { CancellationActivity, RefundActivity, ResolutionActivity } from "../activity.ts";
import { NOBODY } from "../activityTable.ts";
import { assertActivity } from "../assertActivity.ts";
import {
  addResolution,
  type ComplaintOutcome,
  isFirstContactResolution,
  outcomeStated,
} from "../rules/complaintOutcome.ts";
import { KIND_NUMBERS, kindOf, type LoggedKind, rowOf } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import { findCode } from "./customerCodes.ts";
import { NONE } from "./hashIndex.ts";
import { bearersOf, findId, hashId } from "./idIndex.ts";
import { keepActivity, targetKindOf } from "./keepActivity.ts";
import { returnQuickly } from "./quickReturns.ts";
import { COUNT_WORDS, STALE_FROM } from "./rowLayout.ts";
import { personOf, type TrackerState } from "./trackerState.ts";

/** What names an order or a complaint. */
type MentioningActivity = RefundActivity | CancellationActivity | ResolutionActivity;

/**
 * Adds a refund, a cancellation or a resolution. The quick way is open for what names nothing that is known, and for
 * the first that names the one order or complaint with an id; and only where it says nothing of a customer
 * who has no row yet.
 */
export function addMention(state: TrackerState, activity: MentioningActivity): number {
  assertActivity(activity);
  const { ids, log, rows } = state;
  const kind = KIND_NUMBERS[activity.kind];
  const { id, customerId, day } = activity;
  const customerRow = customerId === undefined ? NO_ROW : rowOfCustomer(state, customerId);
  const isSimple =
    day <= state.asOfDay &&
    (customerId === undefined || customerRow !== NO_ROW) &&
    (id === undefined || findId(ids, log, hashId(ids, kind, id), kind, id) === NONE);
  if (!isSimple) return addSlowly(state, activity);
  const targetKind = targetKindOf(kind);
  const target = activity.kind === "resolution" ? activity.complaintId : activity.orderId;
  const found = findId(ids, log, hashId(ids, targetKind, target), targetKind, target);
  const isUnknown = found === NONE || bearersOf(ids, log, targetKind, target).length === 0;
  let row = customerRow;
  if (!isUnknown) {
    if (kindOf(found) !== targetKind) return addSlowly(state, activity);
    const logged = log.kinds[targetKind] as LoggedKind;
    const at = rowOf(found);
    const owner = logged.customers[at] as number;
    row = owner === NOBODY ? NO_ROW : personOf(state, owner);
    const isFresh = row !== NO_ROW && (rows.days[row * rows.stride + STALE_FROM] as number) > state.asOfDay;
    const isCounted = isFresh && (logged.days[at] as number) <= state.asOfDay;
    const isDone =
      isCounted && (activity.kind === "resolution" || returnQuickly(state, row, activity, logged, at));
    if (!isDone) return addSlowly(state, activity);
    if (activity.kind === "resolution") resolveQuickly(state, row, activity, logged, at);
  }
  keepActivity(state, activity);
  state.changedRow = isUnknown ? NO_ROW : row;
  state.changedRows = [];
  return row;
}

const NO_ROW = -1;

function rowOfCustomer(state: TrackerState, customerId: string): number {
  const code = findCode(state.codes, state.rows, customerId);
  return code === NONE ? NO_ROW : personOf(state, code);
}

/** The first resolution of a complaint that counts. */
function resolveQuickly(
  state: TrackerState,
  row: number,
  resolution: ResolutionActivity,
  { days, fields }: LoggedKind,
  at: number,
): void {
  const outcome = outcomeStated(
    (fields.resolvedDay as Float64Array)[at],
    (fields.contacts as Float64Array)[at],
    state.asOfDay,
  );
  const isRecent = (days[at] as number) >= state.fromDay;
  countOutcome(state, row, outcome, isRecent, -1);
  addResolution(outcome, resolution.contacts);
  countOutcome(state, row, outcome, isRecent, 1);
}

function countOutcome(
  { rows }: TrackerState,
  row: number,
  outcome: ComplaintOutcome,
  isRecent: boolean,
  change: 1 | -1,
): void {
  const { words, stride } = rows;
  const add = (field: keyof typeof COUNT_WORDS, holds: boolean) => {
    const word = row * stride + COUNT_WORDS[field];
    if (holds) words[word] = (words[word] as number) + change;
  };
  const isFirstContact = isFirstContactResolution(outcome);
  add("openComplaints", !outcome.resolved);
  add("recentOpenComplaints", isRecent && !outcome.resolved);
  add("firstContactResolutions", isFirstContact);
  add("recentFirstContactResolutions", isRecent && isFirstContact);
}
