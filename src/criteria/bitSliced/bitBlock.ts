import type { ColumnLookup } from "../rankPlan.ts";
import type { JoinBits } from "./joinBits.ts";

/**
 * Rows per block. A set of rows takes 512 bytes, so that all of a plan stay in the nearest cache; with half the
 * rows per block, all takes a tenth longer, and with twice as many no less.
 */
export const BLOCK_ROWS = 4096;

/** One kernel with what it works on; `columnOf` gives the rows of the block. */
export type Step = (columnOf: ColumnLookup) => void;

/** A set of rows of a block, empty: a bit per row, eight rows to a byte. */
export function newBits(): Int32Array {
  return new Int32Array(BLOCK_ROWS / 32);
}

/** All rows of a block. Not to be written to. */
export const EVERY_ROW: Int32Array = /* @__PURE__ */ everyRow();

function everyRow(): Int32Array {
  return newBits().fill(-1);
}

/** Adds the step that joins two sets of rows; gives the set that it fills. */
export function joinRows(kernel: JoinBits, left: Int32Array, right: Int32Array, steps: Step[]): Int32Array {
  const into = newBits();
  steps.push(() => kernel(left, right, into));
  return into;
}
