import { type Column, MISSING_BYTE, MISSING_DAY } from "../../units/column.ts";
import type { Operator } from "../compareValue.ts";
import { integerBounds } from "../integerBounds.ts";

/**
 * Compares `count` rows of a column from `firstRow` on, and writes 1 or 0 for each into `holds` from 0 on.
 * Missing values compare with nothing. There is one loop per array type (and, for doubles, per operator):
 * a loop that sees several types of array runs about five times slower.
 */
export function compareBlock(
  column: Column,
  operator: Operator,
  threshold: number,
  firstRow: number,
  count: number,
  holds: Uint8Array,
): void {
  if (column instanceof Float64Array) {
    DOUBLE_LOOPS[operator](column, threshold, firstRow, count, holds);
    return;
  }
  // What is written for "missing" stands at an end of its type (the first day, the last byte): leave it out.
  const { low, high } = integerBounds(operator, threshold);
  if (column instanceof Uint32Array) {
    countsWithin(column, low, high, firstRow, count, holds);
  } else if (column instanceof Int32Array) {
    daysWithin(column, Math.max(low, MISSING_DAY + 1), high, firstRow, count, holds);
  } else {
    bytesWithin(column, low, Math.min(high, MISSING_BYTE - 1), firstRow, count, holds);
  }
}

type DoubleLoop = (
  column: Float64Array,
  threshold: number,
  firstRow: number,
  count: number,
  holds: Uint8Array,
) => void;

const DOUBLE_LOOPS: Readonly<Record<Operator, DoubleLoop>> = {
  atLeast(column, threshold, firstRow, count, holds) {
    for (let row = 0; row < count; row += 1) holds[row] = +((column[firstRow + row] as number) >= threshold);
  },
  moreThan(column, threshold, firstRow, count, holds) {
    for (let row = 0; row < count; row += 1) holds[row] = +((column[firstRow + row] as number) > threshold);
  },
  atMost(column, threshold, firstRow, count, holds) {
    for (let row = 0; row < count; row += 1) holds[row] = +((column[firstRow + row] as number) <= threshold);
  },
  lessThan(column, threshold, firstRow, count, holds) {
    for (let row = 0; row < count; row += 1) holds[row] = +((column[firstRow + row] as number) < threshold);
  },
  equals(column, threshold, firstRow, count, holds) {
    for (let row = 0; row < count; row += 1) holds[row] = +(column[firstRow + row] === threshold);
  },
};

function countsWithin(
  column: Uint32Array,
  low: number,
  high: number,
  firstRow: number,
  count: number,
  holds: Uint8Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = column[firstRow + row] as number;
    holds[row] = +(value >= low) & +(value <= high);
  }
}

function daysWithin(
  column: Int32Array,
  low: number,
  high: number,
  firstRow: number,
  count: number,
  holds: Uint8Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = column[firstRow + row] as number;
    holds[row] = +(value >= low) & +(value <= high);
  }
}

function bytesWithin(
  column: Uint8Array,
  low: number,
  high: number,
  firstRow: number,
  count: number,
  holds: Uint8Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = column[firstRow + row] as number;
    holds[row] = +(value >= low) & +(value <= high);
  }
}
