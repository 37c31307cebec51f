import type { CustomerTable } from "../customers/customerTable.ts";
import type { Column } from "../units/column.ts";

/** How to find the column of a field in a table: a built-in fact's, or one of the user's own. */
export function columnsOf(table: CustomerTable): (field: string) => Column {
  const columns = table.columns as unknown as Readonly<Record<string, Column>>;
  return (field) => table.ownFacts.get(field)?.values ?? (columns[field] as Column);
}
