import { emptyTotals, type TotalsByCode } from "../measure/orderTotals.ts";
import type { PlainOrders } from "../population/createOrderColumns.ts";

/** What an aggregation by hand keeps of each customer. */
export interface OrderTotals {
  orders: number;
  revenueMinor: number;
  firstDay: number;
  lastDay: number;
}

/** Adds one order to the totals of its customer. */
export function addOrder<Key>(
  totals: Map<Key, OrderTotals>,
  customer: Key,
  day: number,
  amountMinor: number,
): void {
  const known = totals.get(customer);
  if (known === undefined) {
    totals.set(customer, { orders: 1, revenueMinor: amountMinor, firstDay: day, lastDay: day });
    return;
  }
  known.orders += 1;
  known.revenueMinor += amountMinor;
  if (day < known.firstDay) known.firstDay = day;
  if (day > known.lastDay) known.lastDay = day;
}

/** Count, sum, first and last day by customer, in a `Map` of objects: the plain program for it. */
export function totalsByHand<Key>(
  customers: ArrayLike<Key>,
  { days, amountsMinor }: PlainOrders,
): Map<Key, OrderTotals> {
  const totals = new Map<Key, OrderTotals>();
  for (let row = 0; row < days.length; row += 1) {
    addOrder(totals, customers[row]!, days[row]!, amountsMinor[row]!);
  }
  return totals;
}

/** The same by code. */
export function totalsOfMap<Key>(
  totals: ReadonlyMap<Key, OrderTotals>,
  codeOf: (key: Key) => number,
  customerCount: number,
): TotalsByCode {
  const lists = emptyTotals(customerCount, "plain");
  for (const [key, { orders, revenueMinor, firstDay, lastDay }] of totals) {
    const code = codeOf(key);
    for (const [list, value] of [orders, revenueMinor, firstDay, lastDay].entries())
      lists[list]![code] = value;
  }
  return lists;
}
