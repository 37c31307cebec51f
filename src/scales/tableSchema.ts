import type { CustomerTable } from "../customers/customerTable.ts";
import { factSchemaOf } from "../customers/facts.ts";
import type { FactSchema } from "../units/column.ts";

/** The facts that a table has: the built-in ones and its own columns of the user's. */
export function tableSchema(table: CustomerTable): FactSchema {
  const kinds = Array.from(table.ownFacts, ([name, { kind }]) => [name, kind] as const);
  return factSchemaOf(Object.fromEntries(kinds));
}
