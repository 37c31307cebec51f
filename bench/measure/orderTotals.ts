/**
 * What was found of each customer, by code, in the form that all sides of a contest share: lists of orders,
 * revenue, first and last day; from who tells more also orders and revenue in the window; and from who tells all, order
 * days and those in the window. Zeros for who has no order.
 */
export type TotalsByCode = readonly Float64Array[];

/** How many lists who knows no window gives, who knows it, and who tells all. */
export const TOTALS_COUNTS = { plain: 4, window: 6, all: 8 } as const;

/** The totals of all customers, before any is known. */
export function emptyTotals(customerCount: number, told: keyof typeof TOTALS_COUNTS): Float64Array[] {
  return Array.from({ length: TOTALS_COUNTS[told] }, () => new Float64Array(customerCount));
}
