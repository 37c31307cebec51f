import { type CustomerBlock, createBlock } from "./customerBlock.ts";
import { foldBlock, markCostsUnknown, type StagedSpan } from "./foldBlock.ts";
import { MOST_STAGED_ROWS, type OrderFold } from "./orderFold.ts";
import { BLOCK_BITS, PERIOD_BITS } from "./rowKeys.ts";
import { createStagedRows } from "./stagedRows.ts";

/** Rows to stage per customer: so many meet in one visit to the customer's block. */
const STAGED_ROWS_PER_CUSTOMER = 4;

/** Folds every row that waits into the block of its customer. */
export function flushStaged(fold: OrderFold): void {
  const { staged } = fold;
  if (staged.nextChunk === 1) return; // nothing waits: who asks for every row does not walk through all blocks
  const span = spanOf(fold);
  for (let number = 0; number < staged.ends.length; number += 1) {
    if (staged.ends[number] !== 0) foldBlock(blockOf(fold, number), staged, number, span);
  }
  staged.nextChunk = 1;
}

/** Folds what waits; a stream that has met more customers than its room was made for gets more. */
export function makeRoom(fold: OrderFold): void {
  flushStaged(fold);
  const wanted = Math.min(STAGED_ROWS_PER_CUSTOMER * fold.customers.size, MOST_STAGED_ROWS);
  if (fold.stagedRowCount >= wanted) return;
  fold.stagedRowCount = wanted;
  fold.staged = createStagedRows(wanted, blockCountOf(fold), fold.keepsCosts);
}

/** From here on costs are kept: of the orders so far none is known. */
export function keepCosts(fold: OrderFold): void {
  flushStaged(fold);
  for (const block of fold.blocks) if (block !== undefined) markCostsUnknown(block);
  fold.keepsCosts = true;
  fold.staged = createStagedRows(fold.stagedRowCount, blockCountOf(fold), true);
}

/** The block of a number; made when it is first asked for. */
export function blockOf(fold: OrderFold, number: number): CustomerBlock {
  const block = fold.blocks[number] ?? createBlock();
  fold.blocks[number] = block;
  return block;
}

/** What a fold must know about the rows that wait. */
export function spanOf({ options, rules }: OrderFold): StagedSpan {
  const { baseDay = 0, lowOffset = 0, highOffset = 0, totalMinor = 0 } = rules ?? {};
  return {
    fromOffset: Math.max(0, options.window.fromDay - baseDay),
    lowPeriod: lowOffset >> PERIOD_BITS,
    highPeriod: highOffset >> PERIOD_BITS,
    inDayOrder: options.inDayOrder,
    areSumsSafe: totalMinor <= Number.MAX_SAFE_INTEGER,
  };
}

/** How many blocks the customers so far fill. */
export function blockCountOf(fold: OrderFold): number {
  return Math.ceil(fold.customers.size / 2 ** BLOCK_BITS);
}
