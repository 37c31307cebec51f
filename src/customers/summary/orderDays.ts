import { MISSING_DAY } from "../../units/column.ts";
import type { EpochDay } from "../../units/day.ts";
import { NOBODY } from "../activityTable.ts";
import type { FactColumns } from "../customerTable.ts";
import type { OwnedOrders } from "./ownedOrders.ts";

/** Distinct order days, first and last. */
export function fillOrderDays(columns: FactColumns, orders: OwnedOrders, fromDay: EpochDay): void {
  if (isAscending(orders.days)) fillAscendingDays(columns, orders, fromDay);
  else fillGroupedDays(columns, orders, fromDay);
}

function isAscending(days: Int32Array): boolean {
  for (let row = 1; row < days.length; row += 1) {
    if ((days[row] as number) < (days[row - 1] as number)) return false;
  }
  return true;
}

/** Orders by day, as shops export them: a day is new unless the customer's last one was the same. */
function fillAscendingDays(columns: FactColumns, orders: OwnedOrders, fromDay: EpochDay): void {
  const { orderDays, recentOrderDays, firstOrderDay, lastOrderDay } = columns;
  const { stands, ownerRows, days } = orders;
  for (let row = 0; row < stands.length; row += 1) {
    const owner = ownerRows[row] as number;
    const day = days[row] as number;
    if (stands[row] !== 1 || owner === NOBODY || lastOrderDay[owner] === day) continue;
    lastOrderDay[owner] = day;
    if (orderDays[owner] === 0) firstOrderDay[owner] = day;
    orderDays[owner] = (orderDays[owner] as number) + 1;
    if (day >= fromDay) recentOrderDays[owner] = (recentOrderDays[owner] as number) + 1;
  }
}

/**
 * Orders in any order. A counting sort groups the days by customer; each small group is then
 * sorted on its own, which is several times faster than one sort of (customer, day) pairs.
 */
function fillGroupedDays(columns: FactColumns, orders: OwnedOrders, fromDay: EpochDay): void {
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
