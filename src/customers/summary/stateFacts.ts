import { MISSING_BYTE } from "../../units/column.ts";
import type { SurveyInstrument } from "../activity.ts";
import type { KindColumns } from "../activityTable.ts";
import type { FactColumns } from "../customerTable.ts";
import { birthdayNumber } from "../rules/birthdayNumber.ts";
import type { CountedRows } from "./countedRows.ts";
import { latestRows, NO_ROW } from "./latestRows.ts";

/** The row of a customer table that owns a row of some kind. */
export type OwnerLookup = (columns: KindColumns, row: number) => number;

const INSTRUMENTS: readonly SurveyInstrument[] = ["nps", "intent", "csat", "ces"];

/** Fills the latest score of each instrument. */
export function fillScores(columns: FactColumns, surveys: CountedRows<"survey">, owner: OwnerLookup): void {
  const { instrument, score } = surveys.columns.fields;
  for (const name of INSTRUMENTS) {
    copyLatest(columns[name], surveys, owner, (row) =>
      instrument[row] === name ? (score[row] as number) : undefined,
    );
  }
}

/** Fills `targeted` and `reachable`: each from the latest activity that states it. */
export function fillMarket(columns: FactColumns, market: CountedRows<"market">, owner: OwnerLookup): void {
  const { targeted, reachable } = market.columns.fields;
  copyLatest(columns.targeted, market, owner, (row) => saidFlag(targeted, row));
  copyLatest(columns.reachable, market, owner, (row) => saidFlag(reachable, row));
}

/** Fills `contactable`; whoever never said anything stays missing. */
export function fillContactable(
  columns: FactColumns,
  profiles: CountedRows<"profile">,
  owner: OwnerLookup,
): void {
  const { contactable } = profiles.columns.fields;
  copyLatest(columns.contactable, profiles, owner, (row) => saidFlag(contactable, row));
}

/** Birthdays by customer as month × 100 + day; 0 where not known. */
export function birthdaysOf(
  profiles: CountedRows<"profile">,
  owner: OwnerLookup,
  customerCount: number,
): Uint16Array {
  const { birthday } = profiles.columns.fields;
  const birthdays = new Uint16Array(customerCount);
  copyLatest(birthdays, profiles, owner, (row) => birthday[row], birthdayNumber);
  return birthdays;
}

/** Writes for each customer what the latest row states; leaves the column as it is where none does. */
export function copyLatest<Value extends number | string | boolean>(
  target: { [row: number]: number; readonly length: number },
  counted: CountedRows,
  owner: OwnerLookup,
  valueAt: (row: number) => Value | undefined,
  toNumber: (value: Value) => number = Number,
): void {
  const countedValueAt = (row: number) => (counted.counts[row] === 1 ? valueAt(row) : undefined);
  const ownerOf = (row: number) => owner(counted.columns, row);
  const latest = latestRows(counted.columns, ownerOf, target.length, countedValueAt);
  for (let customer = 0; customer < latest.length; customer += 1) {
    const row = latest[customer] as number;
    if (row !== NO_ROW) target[customer] = toNumber(valueAt(row) as Value);
  }
}

/** 0 or 1 where the flag was said, undefined where not. */
function saidFlag(flags: Uint8Array, row: number): number | undefined {
  const flag = flags[row] as number;
  return flag === MISSING_BYTE ? undefined : flag;
}
