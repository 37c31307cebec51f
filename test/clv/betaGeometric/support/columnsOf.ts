import type { PurchaseColumns } from "../../../../src/clv/model/purchaseColumns.ts";
import type { History } from "./individuals.ts";

/** Histories as columns; the rows stay at hand. */
export function columnsOf(rows: readonly History[]): PurchaseColumns & { readonly rows: readonly History[] } {
  return {
    rows,
    customerCount: rows.length,
    repeats: rows.map(({ repeats }) => repeats),
    lastAge: rows.map(({ lastAge }) => lastAge),
    age: rows.map(({ age }) => age),
  };
}
