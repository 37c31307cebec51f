import { MISSING_BYTE } from "../../units/column.ts";
import { compareMoments } from "../rules/compareMoments.ts";
import type { LoggedKind } from "./activityLog.ts";
import { eachOfPerson, surelyCounts } from "./certainty.ts";
import { keepQuickly } from "./quickWay.ts";
import { BYTE_OFFSETS, NEWEST_STATE } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/** An activity that states something, once its person is found. */
export interface Statement {
  readonly row: number;
  /** The number of the kind. */
  readonly kind: number;
  readonly id: string | undefined;
  readonly atMs: number;
  /** Whether it is later than all that anybody stated about the person. */
  readonly isNewest: boolean;
}

/** A statement about the person in a row. */
export function statementOf(
  { rows }: TrackerState,
  row: number,
  kind: number,
  id: string | undefined,
  atMs: number,
): Statement {
  const isNewest = atMs > (rows.doubles[(row * rows.stride + NEWEST_STATE) >> 1] as number);
  return { row, kind, id, atMs, isNewest };
}

/**
 * Whether nothing that counts states a value later than a new activity of the kind does; undefined where only a
 * summary could tell.
 */
export function hasLastWord<Value extends number | string | boolean>(
  state: TrackerState,
  { row, kind, id, atMs, isNewest }: Statement,
  value: Value,
  valueAt: (fields: LoggedKind["fields"], at: number) => Value | undefined,
): boolean | undefined {
  if (isNewest) return true;
  const logged = state.log.kinds[kind] as LoggedKind;
  const stated = { atMs, id, value };
  let isLast: boolean | undefined = true;
  eachOfPerson(state, row, (other, at) => {
    const earlier = other === logged ? valueAt(logged.fields, at) : undefined;
    if (earlier === undefined || isLast === false) return;
    const moment = { atMs: logged.atMs[at] as number, id: logged.ids[at], value: earlier };
    if (compareMoments(moment, stated) > 0) isLast = surelyCounts(state, logged, at) ? false : undefined;
  });
  return isLast;
}

/** A flag that a market or profile activity states. */
type StatedFlag = "targeted" | "reachable" | "contactable";

/** Whether the flag that an activity states is the last word; false where it states none. */
export function isLastFlag(
  state: TrackerState,
  statement: Statement,
  flag: StatedFlag,
  value: boolean | undefined,
): boolean | undefined {
  if (value === undefined) return false;
  const { bytes, stride } = state.rows;
  if (bytes[statement.row * stride * 4 + BYTE_OFFSETS[flag]] === MISSING_BYTE) return true;
  return hasLastWord(state, statement, Number(value), (fields, at) => {
    const said = (fields[flag] as Uint8Array)[at] as number;
    return said === MISSING_BYTE ? undefined : said;
  });
}

/** Writes a flag into the row of a person. */
export function writeFlag({ rows }: TrackerState, row: number, flag: StatedFlag, value: unknown): void {
  rows.bytes[row * rows.stride * 4 + BYTE_OFFSETS[flag]] = Number(value);
}

/** A flag as the log keeps it. */
export function flagByte(flag: boolean | undefined): number {
  return flag === undefined ? MISSING_BYTE : Number(flag);
}

/** Keeps the head of an activity that states something, and how late it is; gives its row in the log. */
export function keepStatement(state: TrackerState, statement: Statement, day: number): number {
  const { row, kind, id, atMs, isNewest } = statement;
  const { doubles, stride } = state.rows;
  if (isNewest) doubles[(row * stride + NEWEST_STATE) >> 1] = atMs;
  state.changedRow = row;
  return keepQuickly(state, kind, id, atMs, day);
}
