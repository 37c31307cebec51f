import { type EpochDay, FARTHEST_DAY } from "../../units/day.ts";
import type { OrderSlice } from "./orderSlice.ts";
import { BLOCK_BITS, DAY_MASK, PERIOD_AT, PERIOD_BITS, PLACE_MASK } from "./rowKeys.ts";
import { CHUNK_MASK, openChunk, type StagedRows } from "./stagedRows.ts";

/** What a row must be to be staged, and what was found on the way. */
export interface StagingRules {
  readonly baseDay: EpochDay;
  /** The last day that keys can name, at most `asOf`. */
  readonly lastDay: EpochDay;
  readonly asOfDay: EpochDay;
  readonly countFreeOrders: boolean;
  /** The days of staged rows, counted from the base day. */
  lowOffset: number;
  highOffset: number;
  /** All amounts and costs added up without signs: while this is a safe integer, so is every sum. */
  totalMinor: number;
  orderCount: number;
  refundCount: number;
  laterCount: number;
  freeCount: number;
}

/**
 * Stages rows of a slice from `from` on, and looks at every value on the way. Returns the first row that is
 * anything but an order on a usual day, or that found no room, or else the row count.
 */
export function stageRows(staged: StagedRows, slice: OrderSlice, from: number, rules: StagingRules): number {
  const { keys, amountsMinor: stagedMinor, costsMinor: stagedCosts, ends, previous } = staged;
  const { codes, days, amountsMinor, costsMinor, first, firstCode, firstCost, count } = slice;
  const { baseDay, lastDay, asOfDay, countFreeOrders } = rules;
  const keepsCosts = stagedCosts.length > 0;
  let { lowOffset, highOffset, totalMinor } = rules;
  let laterCount = 0;
  let { nextChunk } = staged;
  let row = from;
  for (; row < count; row += 1) {
    const amount = amountsMinor[first + row] as number;
    if (!(amount > 0 && amount <= Number.MAX_SAFE_INTEGER && Math.floor(amount) === amount)) {
      if (!(countFreeOrders && Object.is(amount, 0))) break;
    }
    let cost = 0;
    if (keepsCosts) {
      cost = costsMinor[firstCost + row] as number;
      if (!(cost >= 0 && cost <= Number.MAX_SAFE_INTEGER && Math.floor(cost) === cost)) {
        if (!Number.isNaN(cost)) break;
      }
    }
    const day = days[first + row] as number;
    if (day < baseDay || day > lastDay) {
      if (day <= asOfDay || day > FARTHEST_DAY) break;
      laterCount += 1;
      continue;
    }
    const code = codes[firstCode + row] as number;
    const block = code >>> BLOCK_BITS;
    let end = ends[block] as number;
    if ((end & CHUNK_MASK) === 0) {
      if (nextChunk === previous.length) break;
      end = openChunk(previous, nextChunk, end);
      nextChunk += 1;
    }
    ends[block] = end + 1;
    const offset = (day - baseDay) | 0;
    if (offset < lowOffset) lowOffset = offset;
    if (offset > highOffset) highOffset = offset;
    keys[end] =
      ((offset >> PERIOD_BITS) << PERIOD_AT) | ((code & PLACE_MASK) << PERIOD_BITS) | (offset & DAY_MASK);
    stagedMinor[end] = amount;
    totalMinor += amount;
    if (keepsCosts) {
      stagedCosts[end] = cost;
      if (cost > 0) totalMinor += cost;
    }
  }
  staged.nextChunk = nextChunk;
  rules.lowOffset = lowOffset;
  rules.highOffset = highOffset;
  rules.totalMinor = totalMinor;
  rules.laterCount += laterCount;
  rules.orderCount += row - from - laterCount;
  return row;
}
