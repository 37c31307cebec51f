import { fail } from "../base/loyaltyError.ts";
import { type Column, type ColumnKind, numberAt } from "../units/column.ts";
import type { CustomerTable } from "./customerTable.ts";
import { BUILTIN_FACTS, type CustomerFacts } from "./facts.ts";

/**
 * The facts of the customer in row `row` (from 0) as an object; what is not known is absent. Users' own facts
 * stand beside the built-in ones under their own names.
 *
 * @throws `unknown_customer` when there is no such row
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2) },
 * });
 * customerAt(table, 0).orders; // => 2
 */
export function customerAt(table: CustomerTable, row: number): CustomerFacts {
  if (!(Number.isInteger(row) && row >= 0 && row < table.rowCount)) {
    fail("unknown_customer", [], `a row from 0 to ${table.rowCount - 1}`, row);
  }
  const facts: Record<string, number | boolean> = {};
  const columns = table.columns as unknown as Readonly<Record<string, Column>>;
  for (const { kind, field } of BUILTIN_FACTS.values()) {
    addFact(facts, field, kind, columns[field] as Column, row);
  }
  for (const [name, { kind, values }] of table.ownFacts) addFact(facts, name, kind, values, row);
  return facts as unknown as CustomerFacts;
}

function addFact(
  facts: Record<string, number | boolean>,
  field: string,
  kind: ColumnKind,
  column: Column,
  row: number,
): void {
  const value = numberAt(kind, column, row);
  if (!Number.isNaN(value)) facts[field] = kind === "flag" ? value === 1 : value;
}
