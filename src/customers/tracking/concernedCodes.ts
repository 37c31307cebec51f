import type { Activity } from "../activity.ts";
import { NOBODY } from "../activityTable.ts";
import { eachOfChain, KIND_NUMBERS, kindOf, type LoggedKind, rowOf } from "./activityLog.ts";
import { findCode } from "./customerCodes.ts";
import { NONE } from "./hashIndex.ts";
import { bearersOf } from "./idIndex.ts";
import { targetKindOf, targetOf } from "./keepActivity.ts";
import { NEWEST } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/** What of an activity says whom it may concern. */
export interface Mention {
  readonly kind: number;
  readonly id: string | undefined;
  /** The codes of whom it names, where they have one. */
  readonly codes: readonly number[];
  /** The id of the order or complaint that it names. */
  readonly target: string | undefined;
}

/** The mention of an activity that may not have been kept yet. */
export function mentionOf({ codes, rows }: TrackerState, activity: Activity): Mention {
  const kind = KIND_NUMBERS[activity.kind];
  const people = [activity.customerId, activity.kind === "alias" ? activity.otherId : undefined];
  const known = people.map((id) => (id === undefined ? NONE : findCode(codes, rows, id)));
  const { orderId, complaintId } = activity as { orderId?: string; complaintId?: string };
  const target = targetKindOf(kind) < 0 ? undefined : (orderId ?? complaintId);
  return { kind, id: activity.id, codes: known.filter((code) => code !== NONE), target };
}

/** The mention of a kept activity. */
export function mentionAt({ log }: TrackerState, reference: number): Mention {
  const number = kindOf(reference);
  const kind = log.kinds[number] as LoggedKind;
  const row = rowOf(reference);
  const customer = kind.customers[row] as number;
  // Of what is nobody's only orders are somebody's concern: the sums of people who were removed.
  const codes = customer === NOBODY && number !== KIND_NUMBERS.order ? [] : [customer];
  if (number === KIND_NUMBERS.alias && customer !== NOBODY)
    codes.push((kind.fields.otherId as Uint32Array)[row] as number);
  return { kind: number, id: kind.ids[row], codes, target: targetOf(kind, row) };
}

/**
 * Adds everybody whose facts an activity may change: whom it names, whose order or complaint it names, who bears
 * its id besides, and with all of these whoever an alias may ever join with them. {@link NOBODY} stands for the
 * orders of people who were removed.
 */
export function addConcerned(state: TrackerState, mention: Mention, concerned: Set<number>): void {
  const { log, ids } = state;
  const { kind, id } = mention;
  for (const code of mention.codes) addWithCluster(state, code, concerned);
  if (mention.target !== undefined) addOwners(state, targetKindOf(kind), mention.target, concerned);
  for (const bearer of bearersOf(ids, log, kind, id)) {
    const { codes, target } = mentionAt(state, bearer);
    for (const code of codes) addWithCluster(state, code, concerned);
    if (target !== undefined) addOwners(state, targetKindOf(kind), target, concerned);
  }
  if (kind !== KIND_NUMBERS.alias) return;
  // Under one id, two refunds of one person are one refund, and two of two people a conflict: whose order they name
  // has other facts when these two become one.
  for (const code of [...concerned]) {
    eachOfChain(log, newestOf(state, code), (reference, logged, row) => {
      const target = targetOf(logged, row);
      if (target === undefined || bearersOf(ids, log, kindOf(reference), logged.ids[row]).length < 2) return;
      addOwners(state, targetKindOf(kindOf(reference)), target, concerned);
    });
  }
}

/** The newest activity under a code. */
export function newestOf({ rows, newestOfNobody }: TrackerState, code: number): number {
  return code === NOBODY ? newestOfNobody : (rows.words[code * rows.stride + NEWEST] as number);
}

function addOwners(state: TrackerState, kind: number, id: string, concerned: Set<number>): void {
  for (const bearer of bearersOf(state.ids, state.log, kind, id)) {
    for (const code of mentionAt(state, bearer).codes) addWithCluster(state, code, concerned);
  }
}

function addWithCluster({ clusters }: TrackerState, code: number, concerned: Set<number>): void {
  for (const member of clusters.get(code) ?? [code]) concerned.add(member);
}
