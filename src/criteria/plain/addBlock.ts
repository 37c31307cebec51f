import { type Column, MISSING_BYTE } from "../../units/column.ts";

/**
 * Adds `count` rows of a column from `firstRow` on to `sums` from 0 on, in doubles; a missing value makes the
 * sum `NaN`. One loop per array type, for the reason given at `compareBlock`.
 */
export function addBlock(column: Column, firstRow: number, count: number, sums: Float64Array): void {
  if (column instanceof Float64Array) addDoubles(column, firstRow, count, sums);
  else if (column instanceof Uint32Array) addCounts(column, firstRow, count, sums);
  else addScores(column as Uint8Array, firstRow, count, sums); // days are never added up
}

function addDoubles(column: Float64Array, firstRow: number, count: number, sums: Float64Array): void {
  for (let row = 0; row < count; row += 1) {
    sums[row] = (sums[row] as number) + (column[firstRow + row] as number);
  }
}

function addCounts(column: Uint32Array, firstRow: number, count: number, sums: Float64Array): void {
  for (let row = 0; row < count; row += 1) {
    sums[row] = (sums[row] as number) + (column[firstRow + row] as number);
  }
}

function addScores(column: Uint8Array, firstRow: number, count: number, sums: Float64Array): void {
  for (let row = 0; row < count; row += 1) {
    const score = column[firstRow + row] as number;
    sums[row] = score === MISSING_BYTE ? Number.NaN : (sums[row] as number) + score;
  }
}
