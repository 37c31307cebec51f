/** What the aggregations by hand keep of each customer. */
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
