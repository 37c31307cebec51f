import { SCRATCH_BYTES } from "../../machine/createMemory.ts";
import type { ColumnLookup, RankPlan } from "../rankPlan.ts";
import { MAXIMUM_CHUNK_ROWS } from "./chunkRows.ts";
import { COPY_BYTES, columnMemory } from "./columnMemory.ts";
import { kernelOf, runOn } from "./kernelOf.ts";

/** Rows per block, at most: the host can put an optimised kernel in place only between two calls. */
const BLOCK_ROWS = 32_768;

/**
 * Ranks rows by a WebAssembly module that is written for the plan: 16 rows at a time, in vectors, without a
 * branch. Columns that `allocateResident` made together are read where they lie; others, and any mixture, are
 * copied in blocks into a memory that all plans share. Undefined where the host refuses, and for a plan of more
 * than 1,000 comparisons, or as much else.
 *
 * Speed as a share of that of C (gcc -O3 for the processor, the best of several forms; 1,000,000 rows, nothing in
 * the cache, Node 20): resident .7 on whole numbers, .9 on five scales over 27 columns, 1.3 on doubles; copied .4, .8 and .8,
 * of which copying is the larger part. C writes over its last answers, where this makes new arrays.
 */
export function rankByWasm(
  plan: RankPlan,
  columnOf: ColumnLookup,
  rowCount: number,
): readonly Uint8Array[] | undefined {
  const kernel = kernelOf(plan);
  if (kernel === null) return undefined;
  const columns = kernel.fields.map(columnOf);
  const memory = columnMemory(columns, rowCount);
  const run = memory && runOn(kernel, memory);
  if (memory === undefined || run === undefined) return undefined;
  const bytes = new Uint8Array(memory.buffer);
  const ranks = plan.rankings.map(() => new Uint8Array(rowCount));
  const bytesPerRow = columns.reduce((sum, column) => sum + column.BYTES_PER_ELEMENT, 0);
  const scratchRows = (SCRATCH_BYTES - kernel.scratchBytes) / ranks.length;
  const blockRows = Math.min(BLOCK_ROWS, COPY_BYTES / bytesPerRow, scratchRows) & -MAXIMUM_CHUNK_ROWS;
  for (let firstRow = 0; firstRow < rowCount; firstRow += blockRows) {
    const count = Math.min(blockRows, rowCount - firstRow);
    let end = SCRATCH_BYTES;
    const addresses = columns.map(({ buffer, byteOffset, BYTES_PER_ELEMENT }) => {
      const start = byteOffset + firstRow * BYTES_PER_ELEMENT;
      if (buffer === memory.buffer) return start;
      const copy = end;
      bytes.set(new Uint8Array(buffer, start, count * BYTES_PER_ELEMENT), copy);
      end += blockRows * BYTES_PER_ELEMENT;
      return copy;
    });
    const starts = ranks.map((_, index) => kernel.scratchBytes + index * blockRows);
    run(count, ...addresses, ...starts);
    for (const [index, start] of starts.entries()) {
      ranks[index]?.set(bytes.subarray(start, start + count), firstRow);
    }
  }
  return ranks;
}
