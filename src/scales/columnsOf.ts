import { fail } from "../base/loyaltyError.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import type { Column } from "../units/column.ts";

/**
 * How to find the column of a field in a table: a built-in fact's, or one of the user's own.
 *
 * @throws LoyaltyError `invalid_column` when it is looked up, for an array that was handed over to another thread
 */
export function columnsOf({ columns, ownFacts, rowCount }: CustomerTable): (field: string) => Column {
  return (field) => {
    const builtin = (columns as unknown as Readonly<Record<string, Column>>)[field] as Column;
    const column = ownFacts.get(field)?.values ?? builtin;
    if (column.length < rowCount) {
      fail("invalid_column", ["columns", field], `a column of ${rowCount} rows`, column.length);
    }
    return column;
  };
}
