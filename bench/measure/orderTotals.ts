/**
 * What was found of each customer, by code, in the form that all sides of a contest share: lists of orders,
 * revenue, first and last day, and from who tells more also order days, and orders, order days and revenue in
 * the window. Zeros for who has no order.
 */
export type TotalsByCode = readonly Float64Array[];

/** The totals of all customers, before any is known. */
export function emptyTotals(customerCount: number, lists: 4 | 8): Float64Array[] {
  return Array.from({ length: lists }, () => new Float64Array(customerCount));
}
