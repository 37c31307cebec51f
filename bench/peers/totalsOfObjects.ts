import type { OrderActivity } from "../../src/customers/activity.ts";
import { addOrder, type OrderTotals } from "./totalsByHand.ts";

/** Count, sum, first and last day by customer id, from orders as objects. */
export function totalsOfObjects(orders: readonly OrderActivity[], asOfDay: number): Map<string, OrderTotals> {
  const totals = new Map<string, OrderTotals>();
  for (const { customerId, day, amountMinor } of orders) {
    if (day <= asOfDay) addOrder(totals, customerId, day, amountMinor);
  }
  return totals;
}
