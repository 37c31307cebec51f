import type { Activity } from "../activity.ts";
import { NOBODY } from "../activityTable.ts";
import { appendHead, KIND_NUMBERS, keepFields, type LoggedKind, referenceOf } from "./activityLog.ts";
import { addCode, findCode } from "./customerCodes.ts";
import { NONE } from "./hashIndex.ts";
import { addBearer, addTarget } from "./idIndex.ts";
import { NEWEST } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/** The kind of what an activity of a kind names: an order, a complaint; -1 for the kinds that name nothing. */
export function targetKindOf(kind: number): number {
  if (kind === KIND_NUMBERS.refund || kind === KIND_NUMBERS.cancellation) return KIND_NUMBERS.order;
  return kind === KIND_NUMBERS.resolution ? KIND_NUMBERS.complaint : -1;
}

/** The id of what a kept activity names; undefined where its kind names nothing, or nobody may know any more. */
export function targetOf({ fields }: LoggedKind, row: number): string | undefined {
  return (fields.orderId ?? fields.complaintId)?.[row] as string | undefined;
}

/** Keeps an activity that was checked, with its links to others; facts stay as they are. */
export function keepActivity(state: TrackerState, activity: Activity): void {
  const { log } = state;
  const number = KIND_NUMBERS[activity.kind];
  const kind = log.kinds[number] as LoggedKind;
  const { id, customerId, atMs, day } = activity;
  const codeOf = (someone: string) => {
    const known = findCode(state.codes, state.rows, someone);
    return known === NONE ? addCode(state.codes, state.rows, someone) : known;
  };
  const code = customerId === undefined ? NOBODY : codeOf(customerId);
  const row = appendHead(log, kind, id, code, atMs, day, NONE);
  keepFields(kind, row, activity, codeOf);
  linkActivity(state, number, row);
}

/** Chains a kept activity, notes which ids it bears and names and whom it joins, and when it comes due. */
export function linkActivity(state: TrackerState, number: number, row: number): void {
  const { log, ids, rows } = state;
  const kind = log.kinds[number] as LoggedKind;
  const reference = referenceOf(number, row);
  const code = kind.customers[row] as number;
  if (code === NOBODY) {
    kind.next[row] = state.newestOfNobody;
    state.newestOfNobody = reference;
  } else {
    const newest = code * rows.stride + NEWEST;
    kind.next[row] = rows.words[newest] as number;
    rows.words[newest] = reference;
  }
  const id = kind.ids[row];
  if (id !== undefined) addBearer(ids, log, number, id, row);
  const target = targetOf(kind, row);
  if (target !== undefined) addTarget(ids, log, targetKindOf(number), target, reference);
  if (number === KIND_NUMBERS.alias && code !== NOBODY) {
    cluster(state, code, (kind.fields.otherId as Uint32Array)[row] as number);
  }
  const day = kind.days[row] as number;
  if (day <= state.asOfDay) return;
  const due = state.ahead.get(day);
  if (due === undefined) state.ahead.set(day, [reference]);
  else due.push(reference);
}

/** Puts two codes, and whoever is with them, into one cluster. */
function cluster({ clusters }: TrackerState, code: number, other: number): void {
  const members = new Set([...(clusters.get(code) ?? [code]), ...(clusters.get(other) ?? [other])]);
  const list = [...members];
  for (const member of list) clusters.set(member, list);
}
