import { clearBlock, createBlock } from "./customerBlock.ts";
import { type FilledRows, factColumns } from "./factColumns.ts";
import { fillGaps, fillTotals, settleLargeTotals } from "./fillFacts.ts";
import { blockCountOf, spanOf } from "./flushStaged.ts";
import { foldBlock, markCostsUnknown } from "./foldBlock.ts";
import type { OrderFold } from "./orderFold.ts";
import { BLOCK_BITS, BLOCK_CUSTOMERS } from "./rowKeys.ts";

/**
 * The facts of all orders that were folded. Blocks into which nothing was folded yet share one block of
 * scratch: their customers pass from staged rows to facts without leaving the cache.
 */
export function fillFromFold(fold: OrderFold): FilledRows {
  const { blocks, customers, staged, options } = fold;
  const { orderCount = 0, refundCount = 0, freeCount = 0, baseDay = 0 } = fold.rules ?? {};
  const most = Math.min(customers.size, orderCount + refundCount + freeCount);
  const columns = factColumns(most);
  const codesByRow = new Uint32Array(most);
  const span = spanOf(fold);
  const scratch = createBlock();
  let row = 0;
  for (let number = 0; number < blockCountOf(fold); number += 1) {
    const block = blocks[number] ?? scratch;
    foldBlock(block, staged, number, span);
    if (!fold.keepsCosts) markCostsUnknown(block);
    const firstCode = number << BLOCK_BITS;
    const codes = { firstCode, placeCount: Math.min(BLOCK_CUSTOMERS, customers.size - firstCode) };
    const end = fillTotals(columns, codesByRow, block, codes, row, baseDay);
    fillGaps(columns, row, end, options.window.asOfDay, options.minimumGapDays);
    if (!span.areSumsSafe) settleLargeTotals(columns, codesByRow, block, row, end, customers.idOf);
    if (block === scratch) clearBlock(scratch);
    row = end;
  }
  return { columns, codesByRow, rowCount: row };
}
