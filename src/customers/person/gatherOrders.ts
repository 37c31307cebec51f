import type { FactColumns } from "../customerTable.ts";
import { profitOf } from "../rules/profitOf.ts";
import { meanGapDaysOf, rhythmOf } from "../rules/rhythm.ts";
import type { Window } from "../rules/window.ts";
import type { StandingOrder } from "./standingOrders.ts";

/** Gathers orders, days, money and rhythm from the orders that stand. */
export function gatherOrders(
  row: FactColumns,
  orders: readonly StandingOrder[],
  customerId: string,
  window: Window,
  minimumGapDays: number,
): void {
  const recent = orders.filter(({ order }) => order.day >= window.fromDay);
  const days = new Set<number>();
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const { order } of orders) {
    days.add(order.day);
    firstDay = Math.min(firstDay, order.day);
    lastDay = Math.max(lastDay, order.day);
  }
  row.orders[0] = orders.length;
  row.recentOrders[0] = recent.length;
  row.orderDays[0] = days.size;
  row.recentOrderDays[0] = recent.length === orders.length ? days.size : distinctDays(recent);
  gatherMoney(row.revenueMinor, row.profitMinor, orders, customerId);
  gatherMoney(row.recentRevenueMinor, row.recentProfitMinor, recent, customerId);
  if (orders.length === 0) return;
  row.firstOrderDay[0] = firstDay;
  row.lastOrderDay[0] = lastDay;
  const recencyDays = window.asOfDay - lastDay;
  const meanGapDays = meanGapDaysOf(days.size, firstDay, lastDay);
  row.recencyDays[0] = recencyDays;
  row.meanGapDays[0] = meanGapDays;
  row.rhythm[0] = rhythmOf(recencyDays, meanGapDays, minimumGapDays);
}

function distinctDays(orders: readonly StandingOrder[]): number {
  return new Set(orders.map(({ order }) => order.day)).size;
}

function gatherMoney(
  revenue: Float64Array,
  profit: Float64Array,
  orders: readonly StandingOrder[],
  customerId: string,
): void {
  let revenueMinor = 0;
  let costMinor = 0;
  for (const order of orders) {
    revenueMinor += order.netAmountMinor;
    costMinor += order.netCostMinor;
  }
  revenue[0] = revenueMinor;
  profit[0] = profitOf(revenueMinor, costMinor, customerId);
}
