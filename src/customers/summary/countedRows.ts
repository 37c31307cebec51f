import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { ActivityKind } from "../activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "../activityTable.ts";
import { rowsSayTheSame } from "../columns/sameContent.ts";
import { createTextHasher, type TextHasher } from "../dictionary/textHasher.ts";
import { conflictIssue } from "../rules/conflictIssue.ts";
import { NO_ROW } from "./latestRows.ts";
import { rowsById } from "./rowsById.ts";

/** Which rows of a kind count on a day, and where ids that count stand. */
export interface CountedRows<K extends ActivityKind = ActivityKind> {
  readonly columns: KindColumns<K>;
  /** 1 where the row counts. */
  readonly counts: Uint8Array;
  /** The row of each id that counts, {@link NO_ROW} for any other text. */
  readonly rowsOf: (ids: readonly (string | undefined)[]) => Int32Array;
}

/** The id bears two contents. */
const CONFLICT = -2;

/**
 * Leaves out what happened after `asOfDay`, all but the first of equal rows under one id, and every row of an
 * id that bears two different contents; the latter are listed as `conflicting_activity`, once per id. One
 * content under two ids of one person is the same content. What is nobody's counts only where its target says
 * whose it is; else it is there to keep a conflict with someone who was forgotten.
 */
export function countedRows<K extends ActivityKind>(
  table: ActivityTable,
  kind: K,
  asOfDay: EpochDay,
  issues: IssueList,
  personOf: (customerCode: number) => number = (code) => code,
  hasherOf: () => TextHasher | undefined = createTextHasher,
): CountedRows<K> {
  const columns = table.kinds[kind] as unknown as KindColumns<K> & KindColumns;
  const { count, customers, days } = columns;
  const isPast = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) isPast[row] = (days[row] as number) <= asOfDay ? 1 : 0;
  const counts = isPast.slice();
  if (!mayBeNobodys(kind)) {
    for (let row = 0; row < count; row += 1) if (customers[row] === NOBODY) counts[row] = 0;
  }
  if (columns.ids.every((id) => id === undefined)) {
    return { columns, counts, rowsOf: (ids) => new Int32Array(ids.length).fill(NO_ROW) };
  }
  const { firstRows, find } = rowsById(columns.ids, isPast, hasherOf);
  const fieldColumns = Object.values<ArrayLike<unknown>>(columns.fields);
  for (let row = 0; row < count; row += 1) {
    const first = firstRows[row] as number;
    if (first === row || first === NO_ROW) continue;
    counts[row] = 0;
    if (firstRows[first] === CONFLICT || rowsSayTheSame(columns, first, row, personOf, fieldColumns))
      continue;
    firstRows[first] = CONFLICT;
    counts[first] = 0;
    addIssue(issues, conflictIssue(kind, columns.ids[row] as string, days[row] as number));
  }
  return { columns, counts, rowsOf: (ids) => withoutConflicts(find(ids), firstRows) };
}

function mayBeNobodys(kind: ActivityKind): boolean {
  return kind === "order" || kind === "refund" || kind === "cancellation" || kind === "resolution";
}

function withoutConflicts(rows: Int32Array, firstRows: Int32Array): Int32Array {
  for (let index = 0; index < rows.length; index += 1) {
    if (firstRows[rows[index] as number] === CONFLICT) rows[index] = NO_ROW;
  }
  return rows;
}
