import { fail } from "../base/loyaltyError.ts";
import { numberAt } from "../units/column.ts";
import type { CustomerTable } from "./customerTable.ts";
import type { CustomerFacts } from "./facts.ts";
import { factsAt } from "./person/factsAt.ts";

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
  const facts = factsAt(table.columns, row) as unknown as Record<string, number | boolean>;
  for (const [name, { kind, values }] of table.ownFacts) {
    const value = numberAt(kind, values, row);
    if (!Number.isNaN(value)) facts[name] = kind === "flag" ? value === 1 : value;
  }
  return facts as unknown as CustomerFacts;
}
