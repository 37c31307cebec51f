import {
  COST_AT,
  type CustomerBlock,
  coverPeriods,
  INTEGER_SHIFT,
  MONEY_SHIFT,
  ORDERS_AT,
  pageOf,
  REVENUE_AT,
} from "./customerBlock.ts";
import { addCosts, foldRows, foldRowsInDayOrder } from "./foldKernels.ts";
import { addExactly, countOrder } from "./foldOneRow.ts";
import { BLOCK_BITS, BLOCK_CUSTOMERS, DAY_MASK, PERIOD_AT, PERIOD_BITS, PLACE_MASK } from "./rowKeys.ts";
import { type StagedRows, takeRows } from "./stagedRows.ts";

/** What a fold must know about the rows that wait. */
export interface StagedSpan {
  /** The first day of the window, counted from the base day. */
  readonly fromOffset: number;
  /** The first and the last period of 32 days in which a row can be. */
  readonly lowPeriod: number;
  readonly highPeriod: number;
  /** Whether rows come in the order of days, so that the last day says what is a new one. */
  readonly inDayOrder: boolean;
  /** Whether all rows together stay below 2^53, and so every sum. */
  readonly areSumsSafe: boolean;
}

/** Folds all rows that wait for a block into it. */
export function foldBlock(block: CustomerBlock, staged: StagedRows, number: number, span: StagedSpan): void {
  const chunks = takeRows(staged, number);
  if (!span.inDayOrder) coverPeriods(block, span.lowPeriod, span.highPeriod);
  if (chunks.length >= CHUNKS_WORTH_TOUCHING) block.touched = touchBlock(block);
  for (const { from, to } of chunks) {
    if (span.areSumsSafe) foldChunk(block, staged, from, to, span);
    else foldExactly(block, staged, from, to, span);
  }
}

/** From two full chunks on, nearly every cache line of a block is met. */
const CHUNKS_WORTH_TOUCHING = 3;

/**
 * Reads a block once from front to end: the processor then fetches ahead, where rows in random order would wait
 * for memory one by one. A stream of a million customers takes .8 of the time. The sum is kept only because a
 * loop without a result may be left out.
 */
function touchBlock({ integers, dayBits }: CustomerBlock): number {
  let sum = 0;
  for (let at = 0; at < integers.length; at += INTEGERS_PER_LINE) sum ^= integers[at] as number;
  for (let at = 0; at < dayBits.length; at += INTEGERS_PER_LINE) sum ^= dayBits[at] as number;
  return sum;
}

const INTEGERS_PER_LINE = 16;

function foldChunk(
  block: CustomerBlock,
  staged: StagedRows,
  from: number,
  to: number,
  { fromOffset, inDayOrder }: StagedSpan,
): void {
  if (staged.costsMinor.length > 0) addCosts(block, staged, from, to, fromOffset);
  if (inDayOrder) {
    foldRowsInDayOrder(block, staged, from, to, fromOffset);
    return;
  }
  let row = foldRows(block, staged, from, to, fromOffset);
  while (row < to) {
    pageOf(block, ((staged.keys[row] as number) >>> PERIOD_AT) << PERIOD_BITS);
    row = foldRows(block, staged, row, to, fromOffset);
  }
}

/** Row by row, for sums that may pass 2^53 on the way. */
function foldExactly(
  block: CustomerBlock,
  staged: StagedRows,
  from: number,
  to: number,
  { fromOffset, inDayOrder }: StagedSpan,
): void {
  const { keys, amountsMinor, costsMinor } = staged;
  for (let row = from; row < to; row += 1) {
    const key = keys[row] as number;
    const place = (key >>> PERIOD_BITS) & PLACE_MASK;
    const offset = ((key >>> BLOCK_BITS) & ~DAY_MASK) | (key & DAY_MASK);
    const recent = offset >= fromOffset ? 1 : 0;
    countOrder(block, place, offset, recent, inDayOrder);
    addExactly(block, place, REVENUE_AT + recent, amountsMinor[row] as number);
    if (costsMinor.length > 0) addExactly(block, place, COST_AT + recent, costsMinor[row] as number);
  }
}

/** Says that no order of a block so far has a known cost: true until the first batch with costs. */
export function markCostsUnknown({ integers, money }: CustomerBlock): void {
  for (let place = 0; place < BLOCK_CUSTOMERS; place += 1) {
    for (let recent = 0; recent < 2; recent += 1) {
      if (integers[(place << INTEGER_SHIFT) + ORDERS_AT + recent] === 0) continue;
      money[(place << MONEY_SHIFT) + COST_AT + recent] = Number.NaN;
    }
  }
}
