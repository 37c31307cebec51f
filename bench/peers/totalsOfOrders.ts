import type { OrderActivity } from "../../src/customers/activity.ts";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { addOrder, type OrderTotals } from "./orderTotals.ts";

/** Count, sum, first and last day by customer id, from orders as objects. */
export function totalsOfObjects(orders: readonly OrderActivity[], asOfDay: number): Map<string, OrderTotals> {
  const totals = new Map<string, OrderTotals>();
  for (const { customerId, day, amountMinor } of orders) {
    if (day <= asOfDay) addOrder(totals, customerId, day, amountMinor);
  }
  return totals;
}

/** The same from the columns of a table, by customer code. */
export function totalsOfRows(table: ActivityTable, asOfDay: number): Map<number, OrderTotals> {
  const { count, customers, days, fields } = table.kinds.order;
  const totals = new Map<number, OrderTotals>();
  for (let row = 0; row < count; row += 1) {
    const day = days[row]!;
    if (day <= asOfDay) addOrder(totals, customers[row]!, day, fields.amountMinor[row]!);
  }
  return totals;
}

/** The same where orders have ids and one may have come before. */
export function totalsOfDistinctRows(table: ActivityTable, asOfDay: number): Map<number, OrderTotals> {
  const { count, ids, customers, days, fields } = table.kinds.order;
  const totals = new Map<number, OrderTotals>();
  const seen = new Set<string | undefined>();
  for (let row = 0; row < count; row += 1) {
    const day = days[row]!;
    if (day > asOfDay || seen.has(ids[row])) continue;
    seen.add(ids[row]);
    addOrder(totals, customers[row]!, day, fields.amountMinor[row]!);
  }
  return totals;
}
