import type { EpochDay } from "../../units/day.ts";
import { NOBODY } from "../activityTable.ts";
import type { FactColumns, NamelessTotals } from "../customerTable.ts";
import { profitOf } from "../rules/profitOf.ts";
import { fillOrderDays } from "./orderDays.ts";
import type { OwnedOrders } from "./ownedOrders.ts";

/** Fills orders, days, revenue and profit of every customer, lifetime and since `fromDay`. */
export function fillOrderFacts(
  columns: FactColumns,
  orders: OwnedOrders,
  ids: readonly string[],
  fromDay: EpochDay,
): void {
  const { orders: count, recentOrders, revenueMinor, recentRevenueMinor } = columns;
  const costMinor = new Float64Array(count.length);
  const recentCostMinor = new Float64Array(count.length);
  for (const money of [revenueMinor, recentRevenueMinor]) money.fill(0);
  const { stands, ownerRows, days, netAmountMinor, netCostMinor } = orders;
  for (let row = 0; row < stands.length; row += 1) {
    const owner = ownerRows[row] as number;
    if (stands[row] !== 1 || owner === NOBODY) continue;
    const amount = netAmountMinor[row] as number;
    const cost = netCostMinor[row] as number; // NaN makes the sum NaN: profit is then missing
    count[owner] = (count[owner] as number) + 1;
    revenueMinor[owner] = (revenueMinor[owner] as number) + amount;
    costMinor[owner] = (costMinor[owner] as number) + cost;
    if ((days[row] as number) < fromDay) continue;
    recentOrders[owner] = (recentOrders[owner] as number) + 1;
    recentRevenueMinor[owner] = (recentRevenueMinor[owner] as number) + amount;
    recentCostMinor[owner] = (recentCostMinor[owner] as number) + cost;
  }
  fillProfit(columns.profitMinor, revenueMinor, costMinor, ids);
  fillProfit(columns.recentProfitMinor, recentRevenueMinor, recentCostMinor, ids);
  fillOrderDays(columns, orders, fromDay);
}

/** Revenue and cost are sums of whole numbers that only grow, so one look at the end finds every overflow. */
function fillProfit(
  profitMinor: Float64Array,
  revenueMinor: Float64Array,
  costMinor: Float64Array,
  ids: readonly string[],
): void {
  for (let row = 0; row < profitMinor.length; row += 1) {
    const revenue = revenueMinor[row] as number;
    const cost = costMinor[row] as number;
    const isUnsafe = revenue > Number.MAX_SAFE_INTEGER || cost > Number.MAX_SAFE_INTEGER;
    profitMinor[row] = isUnsafe ? profitOf(revenue, cost, ids[row] as string) : revenue - cost;
  }
}

/** What stands of the orders of nobody: people who were removed, with the totals kept. */
export function namelessTotalsOf(orders: OwnedOrders): NamelessTotals {
  let count = 0;
  let revenueMinor = 0;
  let costMinor = 0;
  for (let row = 0; row < orders.stands.length; row += 1) {
    if (orders.stands[row] !== 1 || orders.ownerRows[row] !== NOBODY) continue;
    count += 1;
    revenueMinor += orders.netAmountMinor[row] as number;
    costMinor += orders.netCostMinor[row] as number;
  }
  return { orders: count, revenueMinor, profitMinor: profitOf(revenueMinor, costMinor, "nameless") };
}
