import { MISSING_DAY } from "../../units/column.ts";
import type { EpochDay } from "../../units/day.ts";
import { NOBODY } from "../activityTable.ts";
import type { FactColumns, NamelessTotals } from "../customerTable.ts";
import { profitOf } from "../rules/profitOf.ts";
import type { SettledOrders } from "./settleOrders.ts";

/** Orders with their owner: the row of a customer table, or {@link NOBODY}. */
export interface OwnedOrders extends SettledOrders {
  readonly ownerRows: Uint32Array;
  readonly days: Int32Array;
}

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
    profitMinor[row] = profitOf(revenueMinor[row] as number, costMinor[row] as number, ids[row] as string);
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

/**
 * Distinct order days, first and last. A counting sort groups the days by customer; each small group is then
 * sorted on its own, which is several times faster than one sort of (customer, day) pairs.
 */
function fillOrderDays(columns: FactColumns, orders: OwnedOrders, fromDay: EpochDay): void {
  const ends = groupEnds(columns.orders);
  const daysByOwner = scatterDays(orders, ends);
  let start = 0;
  for (let owner = 0; owner < ends.length; owner += 1) {
    const end = start + (columns.orders[owner] as number);
    if (end > start) {
      sortSlice(daysByOwner, start, end);
      columns.firstOrderDay[owner] = daysByOwner[start] as number;
      columns.lastOrderDay[owner] = daysByOwner[end - 1] as number;
      columns.orderDays[owner] = distinctDays(daysByOwner, start, end, MISSING_DAY);
      columns.recentOrderDays[owner] = distinctDays(daysByOwner, start, end, fromDay);
    }
    start = end;
  }
}

function groupEnds(counts: Uint32Array): Uint32Array {
  const ends = new Uint32Array(counts.length);
  let end = 0;
  for (let row = 0; row < counts.length; row += 1) {
    end += counts[row] as number;
    ends[row] = end;
  }
  return ends;
}

function scatterDays(orders: OwnedOrders, ends: Uint32Array): Int32Array {
  const places = ends.slice();
  const daysByOwner = new Int32Array(ends.at(-1) ?? 0);
  const { stands, ownerRows, days } = orders;
  for (let row = 0; row < stands.length; row += 1) {
    const owner = ownerRows[row] as number;
    if (stands[row] !== 1 || owner === NOBODY) continue;
    const place = (places[owner] as number) - 1;
    places[owner] = place;
    daysByOwner[place] = days[row] as number;
  }
  return daysByOwner;
}

/** Above this many days the built-in sort is faster than insertion. */
const INSERTION_SORT_MAXIMUM = 24;

function sortSlice(values: Int32Array, start: number, end: number): void {
  if (end - start > INSERTION_SORT_MAXIMUM) {
    values.subarray(start, end).sort();
    return;
  }
  for (let index = start + 1; index < end; index += 1) {
    const value = values[index] as number;
    let hole = index;
    while (hole > start && (values[hole - 1] as number) > value) {
      values[hole] = values[hole - 1] as number;
      hole -= 1;
    }
    values[hole] = value;
  }
}

/** How many different days from `fromDay` on stand in a sorted slice. */
function distinctDays(sorted: Int32Array, start: number, end: number, fromDay: EpochDay): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const day = sorted[index] as number;
    if (day >= fromDay && (index === start || sorted[index - 1] !== day)) count += 1;
  }
  return count;
}
