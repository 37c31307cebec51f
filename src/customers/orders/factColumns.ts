import { type Column, type ColumnKind, createColumn } from "../../units/column.ts";
import type { FactColumns } from "../customerTable.ts";
import { BUILTIN_FACTS } from "../facts.ts";

/** Facts by row, and whose they are. */
export interface FilledRows {
  /** At least `rowCount` long. */
  readonly columns: FactColumns;
  readonly codesByRow: Uint32Array;
  readonly rowCount: number;
}

/** The columns that orders fill, row by row: marking them as missing first would write them twice. */
const WRITTEN: readonly string[] = [
  "revenueMinor",
  "recentRevenueMinor",
  "profitMinor",
  "recentProfitMinor",
  "firstOrderDay",
  "lastOrderDay",
  "recencyDays",
  "meanGapDays",
  "rhythm",
];

/** These begin with zeros and are written where orders are. */
const COUNTED: readonly string[] = ["orders", "recentOrders", "orderDays", "recentOrderDays"];

/** A column that is this full is cut, not copied. */
const FULL_SHARE = 7 / 8;

/**
 * Columns of people of whom nothing but orders can be known. Facts that are the same in all rows share one array
 * per kind: a table is never written to, and eighteen columns of zeros would be most of its memory.
 */
export function factColumns(rowCount: number): FactColumns {
  const columns: Record<string, unknown> = {};
  const shared = new Map<ColumnKind, Column>();
  for (const { kind, field } of BUILTIN_FACTS.values()) {
    if (WRITTEN.includes(field)) {
      columns[field] = kind === "day" ? new Int32Array(rowCount) : new Float64Array(rowCount);
    } else if (COUNTED.includes(field)) {
      columns[field] = createColumn(kind, rowCount);
    } else {
      const column = shared.get(kind) ?? createColumn(kind, rowCount);
      shared.set(kind, column);
      columns[field] = column;
    }
  }
  columns.member = new Uint8Array(rowCount); // who never joined is no member: that is known
  return columns as unknown as FactColumns;
}

/** Columns were made for customers who may have no row that counts; a few unused places at the end may stay. */
export function firstRows(columns: FactColumns, rowCount: number): FactColumns {
  const { length } = columns.orders;
  if (length === rowCount) return columns;
  const isFull = rowCount > length * FULL_SHARE;
  const cut = new Map<Column, Column>(); // what was shared stays shared
  return mapColumns(columns, (column) => {
    const known = cut.get(column) ?? (isFull ? column.subarray(0, rowCount) : column.slice(0, rowCount));
    cut.set(column, known);
    return known;
  });
}

/** The rows in another order: each place says which row stands there. What is the same in all rows stays. */
export function rowsInOrder(columns: FactColumns, order: Uint32Array): FactColumns {
  const first = firstRows(columns, order.length);
  return mapColumns(first, (column, field) => {
    if (!WRITTEN.includes(field) && !COUNTED.includes(field)) return column;
    const ordered = column.slice();
    for (let row = 0; row < order.length; row += 1) ordered[row] = column[order[row] as number] as number;
    return ordered;
  });
}

function mapColumns(columns: FactColumns, change: (column: Column, field: string) => Column): FactColumns {
  const changed = Object.entries(columns).map(([field, column]) => [field, change(column, field)]);
  return Object.fromEntries(changed) as unknown as FactColumns;
}
