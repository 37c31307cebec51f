/** The most rows in a chunk. Kernels read and write whole chunks. */
export const MAXIMUM_CHUNK_ROWS = 128;

/** The least rows in a chunk: what one vector of bytes holds. */
export const ROUND_ROWS = 16;

/**
 * How many rows a stage of a kernel goes through before the next stage gets them. While processors can keep track of
 * all columns, it pays to read some lines of one before turning to the next: with 4 columns .8 of the time of a
 * round, with 7 to 12 columns .75 to .9 (1,000,000 rows, nothing in the cache). With 27 columns it took 1.5 times as
 * long, so there all is compared in one stage.
 */
export function chunkRowsFor(columnCount: number, comparisonCount: number): number {
  if (columnCount > 16 || comparisonCount > 256) return ROUND_ROWS;
  return columnCount > 8 ? 64 : MAXIMUM_CHUNK_ROWS;
}
