import { failOnActivity } from "../base/activityIssue.ts";
import type { ActivityKind } from "./activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "./activityTable.ts";
import { ACTIVITY_KINDS } from "./columns/activityFields.ts";
import { appendRow, codeOf, finishTable, type GrowingTable, growTable } from "./columns/growingColumns.ts";
import { rowsSayTheSame } from "./columns/sameContent.ts";

/**
 * Joins two parts of what happened: two shops, two months, two workers. An activity with an id that stands in
 * both is kept once; two different contents under one id are both kept, for `summarizeCustomers` to judge.
 * The facts of the result do not depend on the order or the grouping of merges. Merging a part with itself
 * changes nothing where every activity has an id; otherwise the part says `mayDoubleCount`.
 *
 * @throws `currency_mismatch`, `time_zone_mismatch`
 * @example
 * const order = { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 } as const;
 * const part = createActivityTable([order], { currency: "USD" });
 * mergeActivities(part, part).rowCount; // => 1
 */
export function mergeActivities(a: ActivityTable, b: ActivityTable): ActivityTable {
  if (a.currency !== b.currency) failOnActivity("currency_mismatch", ["currency"], a.currency, b.currency);
  if (a.timeZone !== b.timeZone) failOnActivity("time_zone_mismatch", ["timeZone"], a.timeZone, b.timeZone);
  const both = growTable(a.currency, a.timeZone);
  for (const part of [a, b]) appendPart(both, part);
  return withoutRepeats(finishTable(both));
}

function appendPart(target: GrowingTable, part: ActivityTable): void {
  const codeInTarget = codeTranslation(target, part);
  for (const kind of ACTIVITY_KINDS) {
    const columns = part.kinds[kind] as unknown as KindColumns;
    for (let row = 0; row < columns.count; row += 1) appendRow(target, kind, columns, row, codeInTarget);
  }
}

/** Codes of `part` → codes of `target`; an id gets its code there when a row first bears it. */
function codeTranslation(target: GrowingTable, part: ActivityTable): (code: number) => number {
  return (code) => (code === NOBODY ? NOBODY : codeOf(target, part.customerIds[code] as string));
}

function withoutRepeats(table: ActivityTable): ActivityTable {
  const repeats = new Map<ActivityKind, ReadonlySet<number>>();
  for (const kind of ACTIVITY_KINDS) {
    const rows = repeatedRows(table.kinds[kind] as unknown as KindColumns);
    if (rows.size > 0) repeats.set(kind, rows);
  }
  if (repeats.size === 0) return table;
  const distinct = growTable(table.currency, table.timeZone);
  const codeInDistinct = codeTranslation(distinct, table);
  for (const kind of ACTIVITY_KINDS) {
    const columns = table.kinds[kind] as unknown as KindColumns;
    const left = repeats.get(kind);
    for (let row = 0; row < columns.count; row += 1) {
      if (left?.has(row) !== true) appendRow(distinct, kind, columns, row, codeInDistinct);
    }
  }
  return finishTable(distinct);
}

/** The rows whose id and content stand in an earlier row. */
function repeatedRows(columns: KindColumns): ReadonlySet<number> {
  const rowsById = new Map<string, number[]>();
  const repeated = new Set<number>();
  for (let row = 0; row < columns.count; row += 1) {
    const id = columns.ids[row];
    if (id === undefined) continue;
    const earlier = rowsById.get(id);
    if (earlier === undefined) rowsById.set(id, [row]);
    else if (earlier.some((other) => rowsSayTheSame(columns, other, row))) repeated.add(row);
    else earlier.push(row);
  }
  return repeated;
}
