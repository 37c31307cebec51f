import { profitOf } from "../rules/profitOf.ts";
import { meanGapDaysOf, rhythmOf } from "../rules/rhythm.ts";
import type { Window } from "../rules/window.ts";
import type { StandingOrder } from "./standingOrders.ts";

/** Facts of one person while they are gathered. */
export type Gathering = Record<string, number | boolean>;

/** Gathers orders, days, money and rhythm from the orders that stand. */
export function gatherOrders(
  facts: Gathering,
  orders: readonly StandingOrder[],
  customerId: string,
  window: Window,
  minimumGapDays: number,
): void {
  const recent = orders.filter(({ order }) => order.day >= window.fromDay);
  const allDays = new Set(orders.map(({ order }) => order.day));
  facts.orders = orders.length;
  facts.recentOrders = recent.length;
  facts.orderDays = allDays.size;
  facts.recentOrderDays = new Set(recent.map(({ order }) => order.day)).size;
  gatherMoney(facts, orders, customerId, "revenueMinor", "profitMinor");
  gatherMoney(facts, recent, customerId, "recentRevenueMinor", "recentProfitMinor");
  if (orders.length === 0) return;
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const day of allDays) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }
  facts.firstOrderDay = firstDay;
  facts.lastOrderDay = lastDay;
  const recencyDays = window.asOfDay - lastDay;
  facts.recencyDays = recencyDays;
  if (allDays.size < 2) return;
  const meanGapDays = meanGapDaysOf(allDays.size, firstDay, lastDay);
  facts.meanGapDays = meanGapDays;
  facts.rhythm = rhythmOf(recencyDays, meanGapDays, minimumGapDays);
}

function gatherMoney(
  facts: Gathering,
  orders: readonly StandingOrder[],
  customerId: string,
  revenue: string,
  profit: string,
): void {
  let revenueMinor = 0;
  let costMinor = 0;
  for (const order of orders) {
    revenueMinor += order.netAmountMinor;
    costMinor += order.netCostMinor;
  }
  facts[revenue] = revenueMinor;
  const profitMinor = profitOf(revenueMinor, costMinor, customerId);
  if (!Number.isNaN(profitMinor)) facts[profit] = profitMinor;
}
