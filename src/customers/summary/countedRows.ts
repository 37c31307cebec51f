import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { ActivityKind } from "../activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "../activityTable.ts";
import { rowsSayTheSame } from "../columns/sameContent.ts";
import { conflictIssue } from "../rules/conflictIssue.ts";

/** Which rows of a kind count on a day, and where an id that counts stands. */
export interface CountedRows<K extends ActivityKind = ActivityKind> {
  readonly columns: KindColumns<K>;
  /** 1 where the row counts. */
  readonly counts: Uint8Array;
  /** The row of an id that counts. */
  readonly rowOf: (id: string) => number | undefined;
}

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
): CountedRows<K> {
  const columns = table.kinds[kind] as unknown as KindColumns<K> & KindColumns;
  const counts = new Uint8Array(columns.count);
  const firstRows = new Map<string, number>();
  const conflicts = new Set<string>();
  for (let row = 0; row < columns.count; row += 1) {
    if ((columns.days[row] as number) > asOfDay) continue;
    const id = columns.ids[row];
    const first = id === undefined ? undefined : firstRows.get(id);
    if (id === undefined || first === undefined) {
      counts[row] = columns.customers[row] === NOBODY && !mayBeNobodys(kind) ? 0 : 1;
      if (id !== undefined) firstRows.set(id, row);
    } else if (!conflicts.has(id) && !rowsSayTheSame(columns, first, row, personOf)) {
      conflicts.add(id);
      counts[first] = 0;
      addIssue(issues, conflictIssue(kind, id, columns.days[row] as number));
    }
  }
  const rowOf = (id: string) => (conflicts.has(id) ? undefined : firstRows.get(id));
  return { columns, counts, rowOf };
}

function mayBeNobodys(kind: ActivityKind): boolean {
  return kind === "order" || kind === "refund" || kind === "cancellation" || kind === "resolution";
}
