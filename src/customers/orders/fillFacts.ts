import { failOnActivity } from "../../base/activityIssue.ts";
import { MISSING_DAY } from "../../units/column.ts";
import type { EpochDay } from "../../units/day.ts";
import type { FactColumns } from "../customerTable.ts";
import { meanGapDaysOf, rhythmOf } from "../rules/rhythm.ts";
import {
  COST_AT,
  type CustomerBlock,
  DAYS_AT,
  FIRST_DAY_AT,
  INTEGER_SHIFT,
  LAST_DAY_AT,
  MONEY_SHIFT,
  ORDERS_AT,
  REVENUE_AT,
  SEEN_AT,
} from "./customerBlock.ts";
import { exactTotal } from "./foldOneRow.ts";
import { PLACE_MASK } from "./rowKeys.ts";

/** The customers of a block: the first of them, and how many there are. */
interface BlockCodes {
  readonly firstCode: number;
  readonly placeCount: number;
}

/**
 * Writes what the block holds of its customers into the columns from `firstRow` on, leaving out who has no row
 * that counts, and notes whose rows they are. Returns the row after the last one.
 */
export function fillTotals(
  columns: FactColumns,
  codesByRow: Uint32Array,
  block: CustomerBlock,
  { firstCode, placeCount }: BlockCodes,
  firstRow: number,
  baseDay: EpochDay,
): number {
  const { integers, money } = block;
  const { orders, recentOrders, orderDays, recentOrderDays, firstOrderDay, lastOrderDay } = columns;
  const { revenueMinor, recentRevenueMinor, profitMinor, recentProfitMinor } = columns;
  let row = firstRow;
  for (let place = 0; place < placeCount; place += 1) {
    const at = place << INTEGER_SHIFT;
    const recentCount = integers[at + ORDERS_AT + 1] as number;
    const count = ((integers[at + ORDERS_AT] as number) + recentCount) >>> 0;
    if (count === 0 && integers[at + SEEN_AT] === 0) continue;
    codesByRow[row] = firstCode + place;
    orders[row] = count;
    recentOrders[row] = recentCount;
    const recentDays = integers[at + DAYS_AT + 1] as number;
    orderDays[row] = (integers[at + DAYS_AT] as number) + recentDays;
    recentOrderDays[row] = recentDays;
    firstOrderDay[row] = count === 0 ? MISSING_DAY : (integers[at + FIRST_DAY_AT] as number) + baseDay;
    lastOrderDay[row] = count === 0 ? MISSING_DAY : (integers[at + LAST_DAY_AT] as number) + baseDay;
    const sums = place << MONEY_SHIFT;
    const recentRevenue = money[sums + REVENUE_AT + 1] as number;
    const revenue = (money[sums + REVENUE_AT] as number) + recentRevenue;
    const recentCost = money[sums + COST_AT + 1] as number;
    revenueMinor[row] = revenue;
    recentRevenueMinor[row] = recentRevenue;
    profitMinor[row] = revenue - ((money[sums + COST_AT] as number) + recentCost);
    recentProfitMinor[row] = recentRevenue - recentCost;
    row += 1;
  }
  return row;
}

/** Writes recency, mean gap and rhythm of the rows from `from` to `to`. */
export function fillGaps(
  columns: FactColumns,
  from: number,
  to: number,
  asOfDay: EpochDay,
  minimumGapDays: number,
): void {
  const { orderDays, firstOrderDay, lastOrderDay, recencyDays, meanGapDays, rhythm } = columns;
  for (let row = from; row < to; row += 1) {
    const lastDay = lastOrderDay[row] as number;
    const recency = lastDay === MISSING_DAY ? Number.NaN : asOfDay - lastDay;
    const gap = meanGapDaysOf(orderDays[row] as number, firstOrderDay[row] as number, lastDay);
    recencyDays[row] = recency;
    meanGapDays[row] = gap;
    rhythm[row] = rhythmOf(recency, gap, minimumGapDays);
  }
}

/**
 * Where all rows together passed 2^53, says which customer's total does too, and mends the ones that only
 * passed it on the way.
 *
 * @throws LoyaltyError `unsafe_total`, with whose it is in the path
 */
export function settleLargeTotals(
  columns: FactColumns,
  codesByRow: Uint32Array,
  block: CustomerBlock,
  from: number,
  to: number,
  idOf: (code: number) => string,
): void {
  for (let row = from; row < to; row += 1) {
    const code = codesByRow[row] as number;
    for (const recentOnly of [false, true]) {
      const revenueMinor = exactTotal(block, code & PLACE_MASK, REVENUE_AT, recentOnly);
      const costMinor = exactTotal(block, code & PLACE_MASK, COST_AT, recentOnly);
      const profitMinor = revenueMinor - costMinor;
      for (const [name, totalMinor] of Object.entries({ revenueMinor, costMinor, profitMinor })) {
        if (Math.abs(totalMinor) <= Number.MAX_SAFE_INTEGER || Number.isNaN(totalMinor)) continue;
        failOnActivity(
          "unsafe_total",
          [idOf(code), name],
          "a sum within ±(2^53 - 1) minor units",
          totalMinor,
        );
      }
      columns[recentOnly ? "recentRevenueMinor" : "revenueMinor"][row] = revenueMinor;
      columns[recentOnly ? "recentProfitMinor" : "profitMinor"][row] = profitMinor;
    }
  }
}
