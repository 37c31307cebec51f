import type { Column } from "../../units/column.ts";

// Each kernel writes one bit per row: whether it compares. Eight rows make a byte, the first in its lowest bit;
// the length of a column is a multiple of 8. `+(a >= b) << n` has no branch to foresee, and `row | 1`, unlike
// `row + 1`, no overflow to check: a nanosecond per row, where a branch takes five to seven on rows in random order.
//
// There is one text per type of array and operator, though some say the same: a function that has seen several
// types of array is about five times slower on all of them.

/**
 * A kernel below. `other` is the width of a range of integers, and the sign for doubles; `addend` is for pairs.
 */
export type CompareBits = (
  bits: Uint8Array,
  bound: number,
  other: number,
  column: Column,
  addend: Column | undefined,
) => void;

/** Counts from `bound` to `bound + other`: less the bound, modulo 2³², what lies outside is above the width. */
export function countsWithin(bits: Uint8Array, bound: number, other: number, column: Column): void {
  const low = bound | 0;
  const width = other >>> 0;
  for (let row = 0; row < column.length; row += 8) {
    bits[row >> 3] =
      +(((column[row] as number) - low) >>> 0 <= width) |
      (+(((column[row | 1] as number) - low) >>> 0 <= width) << 1) |
      (+(((column[row | 2] as number) - low) >>> 0 <= width) << 2) |
      (+(((column[row | 3] as number) - low) >>> 0 <= width) << 3) |
      (+(((column[row | 4] as number) - low) >>> 0 <= width) << 4) |
      (+(((column[row | 5] as number) - low) >>> 0 <= width) << 5) |
      (+(((column[row | 6] as number) - low) >>> 0 <= width) << 6) |
      (+(((column[row | 7] as number) - low) >>> 0 <= width) << 7);
  }
}

/** The same for days. */
export function daysWithin(bits: Uint8Array, bound: number, other: number, column: Column): void {
  const low = bound | 0;
  const width = other >>> 0;
  for (let row = 0; row < column.length; row += 8) {
    bits[row >> 3] =
      +(((column[row] as number) - low) >>> 0 <= width) |
      (+(((column[row | 1] as number) - low) >>> 0 <= width) << 1) |
      (+(((column[row | 2] as number) - low) >>> 0 <= width) << 2) |
      (+(((column[row | 3] as number) - low) >>> 0 <= width) << 3) |
      (+(((column[row | 4] as number) - low) >>> 0 <= width) << 4) |
      (+(((column[row | 5] as number) - low) >>> 0 <= width) << 5) |
      (+(((column[row | 6] as number) - low) >>> 0 <= width) << 6) |
      (+(((column[row | 7] as number) - low) >>> 0 <= width) << 7);
  }
}

/** The same for scores and flags. */
export function bytesWithin(bits: Uint8Array, bound: number, other: number, column: Column): void {
  const low = bound | 0;
  const width = other >>> 0;
  for (let row = 0; row < column.length; row += 8) {
    bits[row >> 3] =
      +(((column[row] as number) - low) >>> 0 <= width) |
      (+(((column[row | 1] as number) - low) >>> 0 <= width) << 1) |
      (+(((column[row | 2] as number) - low) >>> 0 <= width) << 2) |
      (+(((column[row | 3] as number) - low) >>> 0 <= width) << 3) |
      (+(((column[row | 4] as number) - low) >>> 0 <= width) << 4) |
      (+(((column[row | 5] as number) - low) >>> 0 <= width) << 5) |
      (+(((column[row | 6] as number) - low) >>> 0 <= width) << 6) |
      (+(((column[row | 7] as number) - low) >>> 0 <= width) << 7);
  }
}

/** Doubles at least at a bound; with the sign −1 at most at minus the bound. `NaN` never compares, on either side. */
export function doublesFrom(bits: Uint8Array, bound: number, sign: number, column: Column): void {
  for (let row = 0; row < column.length; row += 8) {
    bits[row >> 3] =
      +(sign * (column[row] as number) >= bound) |
      (+(sign * (column[row | 1] as number) >= bound) << 1) |
      (+(sign * (column[row | 2] as number) >= bound) << 2) |
      (+(sign * (column[row | 3] as number) >= bound) << 3) |
      (+(sign * (column[row | 4] as number) >= bound) << 4) |
      (+(sign * (column[row | 5] as number) >= bound) << 5) |
      (+(sign * (column[row | 6] as number) >= bound) << 6) |
      (+(sign * (column[row | 7] as number) >= bound) << 7);
  }
}

/** Sums of two counts, like `doublesFrom`: sums that are not written down first take two thirds of the time. */
export function pairsFrom(
  bits: Uint8Array,
  bound: number,
  sign: number,
  column: Column,
  addend: Column | undefined,
): void {
  const other = addend as Column;
  for (let row = 0; row < column.length; row += 8) {
    bits[row >> 3] =
      +(sign * ((column[row] as number) + (other[row] as number)) >= bound) |
      (+(sign * ((column[row | 1] as number) + (other[row | 1] as number)) >= bound) << 1) |
      (+(sign * ((column[row | 2] as number) + (other[row | 2] as number)) >= bound) << 2) |
      (+(sign * ((column[row | 3] as number) + (other[row | 3] as number)) >= bound) << 3) |
      (+(sign * ((column[row | 4] as number) + (other[row | 4] as number)) >= bound) << 4) |
      (+(sign * ((column[row | 5] as number) + (other[row | 5] as number)) >= bound) << 5) |
      (+(sign * ((column[row | 6] as number) + (other[row | 6] as number)) >= bound) << 6) |
      (+(sign * ((column[row | 7] as number) + (other[row | 7] as number)) >= bound) << 7);
  }
}
