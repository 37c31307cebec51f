import { type EpochDay, isoDayOf } from "../../units/day.ts";
import type { Activity } from "../activity.ts";
import { type KindColumns, NOBODY } from "../activityTable.ts";
import { appendActivity, appendRow, codeOf, finishTable, growTable } from "../columns/growingColumns.ts";
import type { NamelessTotals } from "../customerTable.ts";
import { summarizeCustomers } from "../summarizeCustomers.ts";
import { kindOf, type LoggedKind, rowOf } from "./activityLog.ts";
import type { TrackerState } from "./trackerState.ts";

/**
 * What the orders of nobody bring, by a summary of all of them with what concerns them, and of one activity that
 * arrives. It is asked for only when one of these orders is returned, or its id comes again: rarely.
 *
 * @throws LoyaltyError `unsafe_total`
 */
export function recomputeNameless(
  { currency, timeZone, codes, log, options }: TrackerState,
  references: readonly number[],
  asOfDay: EpochDay,
  arriving: Activity | undefined,
): NamelessTotals {
  const part = growTable(currency, timeZone);
  const codeInPart = (code: number) => (code === NOBODY ? NOBODY : codeOf(part, codes.ids[code] as string));
  for (const reference of references) {
    const logged = log.kinds[kindOf(reference)] as LoggedKind;
    appendRow(part, logged.kind, logged as unknown as KindColumns, rowOf(reference), codeInPart);
  }
  if (arriving !== undefined) appendActivity(part, arriving);
  return summarizeCustomers(finishTable(part), { ...options, asOf: isoDayOf(asOfDay) }).nameless;
}
