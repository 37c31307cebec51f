import { appendHead, type LoggedKind, referenceOf } from "./activityLog.ts";
import { addCode, findHashedCode, hashCustomer } from "./customerCodes.ts";
import { NEVER_STALE } from "./factRows.ts";
import { addUnder, NONE, placeUnder } from "./hashIndex.ts";
import { findId, hashId } from "./idIndex.ts";
import { FLAGS, HAS_ROW, NEWEST, PERSON, STALE_FROM } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/*
 * Kernel: most activities are new, of a person whose facts are fresh, and simply add to them. That takes a look-up of
 * the customer, one of the activity's id, and one or two cache lines of the row, where the exact way takes a summary
 * of what the person did. With 1M customers and 5.5M activities, an activity and its new placement take 1.5 times as
 * long as looking up its two ids in a `Map` and a `Set`, and a tenth of the exact way.
 */

/** The quick way is not open. */
export const CLOSED = -1;

/**
 * Looks up whether an activity may simply be added to the facts of its person: the row of the person, whose facts
 * are fresh; {@link CLOSED} where the day lies ahead, something bears or names the id already, or the facts have to
 * be made anew. Someone who was never seen gets a row.
 */
export function openQuickWay(
  state: TrackerState,
  kind: number,
  id: string | undefined,
  customerId: string,
  day: number,
): number {
  if (day > state.asOfDay) return CLOSED;
  const { passage, rows, codes, ids } = state;
  const codeHash = hashCustomer(codes, customerId);
  if (id !== undefined) {
    passage.idHash = hashId(ids, kind, id);
    passage.ahead = placeUnder(codes.hashes, codeHash) ^ placeUnder(ids.hashes, passage.idHash);
    if (findId(ids, state.log, passage.idHash, kind, id) !== NONE) return CLOSED;
  }
  let code = findHashedCode(codes, rows, customerId, codeHash);
  if (code === NONE) {
    code = addCode(codes, rows, customerId);
    const base = code * rows.stride;
    rows.words[base + FLAGS] = (rows.words[base + FLAGS] as number) | HAS_ROW;
    rows.days[base + STALE_FROM] = NEVER_STALE;
  }
  passage.code = code;
  const row = rows.words[code * rows.stride + PERSON] as number;
  return (rows.days[row * rows.stride + STALE_FROM] as number) > state.asOfDay ? row : CLOSED;
}

/** Keeps the head of an activity that came the quick way; gives its row in the log. */
export function keepQuickly(
  state: TrackerState,
  kind: number,
  id: string | undefined,
  atMs: number,
  day: number,
): number {
  const { log, rows, passage } = state;
  const { code } = passage;
  const newest = code * rows.stride + NEWEST;
  const logged = log.kinds[kind] as LoggedKind;
  const at = appendHead(log, logged, id, code, atMs, day, rows.words[newest] as number);
  const reference = referenceOf(kind, at);
  rows.words[newest] = reference;
  if (id !== undefined) addUnder(state.ids.hashes, passage.idHash, reference);
  return at;
}
