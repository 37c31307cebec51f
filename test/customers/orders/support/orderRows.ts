import { createActivityTable } from "../../../../src/customers/createActivityTable.ts";
import type { CustomerTable } from "../../../../src/customers/customerTable.ts";
import type { CustomerColumn, OrderBatch } from "../../../../src/customers/orders/orderBatch.ts";
import type { SummarizeOptions } from "../../../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../../../src/customers/summarizeCustomers.ts";
import { MILLISECONDS_PER_DAY } from "../../../../src/units/day.ts";

/** One order as a row. The key stands for the customer in every form. */
export interface OrderRow {
  readonly key: number;
  readonly day: number;
  readonly amountMinor: number;
  /** `NaN` where it is not known. */
  readonly costMinor: number;
}

/** Forms that a customer column can have. */
export const FORMS = ["texts", "keys", "dictionary"] as const;
export type Form = (typeof FORMS)[number];

/** Rows as columns; without `hasCosts` the batch has no cost column. */
export function columnsOf(rows: readonly OrderRow[], form: Form, hasCosts = true): OrderBatch {
  const columns = {
    customers: customersOf(rows, form),
    days: Int32Array.from(rows, (row) => row.day),
    amountsMinor: Float64Array.from(rows, (row) => row.amountMinor),
  };
  return hasCosts ? { ...columns, costsMinor: Float64Array.from(rows, (row) => row.costMinor) } : columns;
}

/** A dictionary has ids that no row uses, and starts at the end: its codes are not the order of appearance. */
function customersOf(rows: readonly OrderRow[], form: Form): CustomerColumn {
  if (form === "texts") return rows.map((row) => String(row.key));
  if (form === "keys") return Uint32Array.from(rows, (row) => row.key);
  const ids = ["nobody", ...new Set(rows.map((row) => String(row.key)))].reverse();
  return { codes: Uint32Array.from(rows, (row) => ids.indexOf(String(row.key))), ids };
}

/** The same orders by the full path. */
export function fullTableOf(rows: readonly OrderRow[], options: SummarizeOptions): CustomerTable {
  const activities = rows.map(({ key, day, amountMinor, costMinor }) => ({
    kind: "order" as const,
    customerId: String(key),
    atMs: day * MILLISECONDS_PER_DAY,
    day,
    amountMinor,
    ...(Number.isNaN(costMinor) ? {} : { costMinor }),
  }));
  return summarizeCustomers(createActivityTable(activities, { currency: "USD" }), options);
}

/**
 * The first fact in which two tables differ, rows matched by id; undefined for tables that are the same but for
 * the order of rows. Millions of values are compared here: `toEqual` would take minutes.
 */
export function differenceOf(table: CustomerTable, other: CustomerTable): string | undefined {
  if (table.rowCount !== other.rowCount) return `${table.rowCount} rows, not ${other.rowCount}`;
  if (new Set(table.ids).size !== table.rowCount) return "ids that stand twice, or too few of them";
  const rowOf = new Map(other.ids.map((id, row) => [id, row]));
  const rows = table.ids.map((id) => rowOf.get(id) ?? -1);
  if (rows.includes(-1)) return `no ${table.ids[rows.indexOf(-1)]}`;
  for (const [field, column] of Object.entries(table.columns)) {
    const expected: ArrayLike<number> = other.columns[field as keyof CustomerTable["columns"]];
    if (column.length !== expected.length) return `${field} of ${column.length}`;
    const wrong = rows.findIndex((row, index) => !Object.is(column[index], expected[row]));
    if (wrong >= 0) return `${field} of ${table.ids[wrong]}: ${column[wrong]}, not ${expected[rows[wrong]!]}`;
  }
  return undefined;
}
