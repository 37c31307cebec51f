/** Rows of one block wait in chunks, as many as needed. */
const CHUNK_BITS = 10;
const CHUNK_ROWS: number = 1 << CHUNK_BITS;
/** The place of a row in its chunk: the low bits. */
export const CHUNK_MASK: number = CHUNK_ROWS - 1;

/** Rows of orders sorted by block of customers, waiting to be folded block by block. */
export interface StagedRows {
  /** Period, place and day of a row, see `rowKeys.ts`. */
  readonly keys: Int32Array;
  readonly amountsMinor: Float64Array;
  /** As long as the amounts, or empty where no cost is kept. */
  readonly costsMinor: Float64Array;
  /** Block → where its next row goes; a multiple of the chunk where it needs a chunk first. */
  ends: Int32Array;
  /** Chunk → the chunk of the same block before it, or −1. */
  readonly previous: Int32Array;
  /** The first chunk that nobody has. Chunk 0 is nobody's: an end of 0 says that there are no rows. */
  nextChunk: number;
}

/** Room for `rowCount` rows of up to `blockCount` blocks. */
export function createStagedRows(rowCount: number, blockCount: number, keepsCosts: boolean): StagedRows {
  const chunkCount = 1 + blockCount + Math.ceil(rowCount / CHUNK_ROWS);
  return {
    keys: new Int32Array(chunkCount << CHUNK_BITS),
    amountsMinor: new Float64Array(chunkCount << CHUNK_BITS),
    costsMinor: new Float64Array(keepsCosts ? chunkCount << CHUNK_BITS : 0),
    ends: new Int32Array(blockCount),
    previous: new Int32Array(chunkCount),
    nextChunk: 1,
  };
}

/** Lets rows of more blocks be staged beside those that wait. */
export function admitBlocks(staged: StagedRows, blockCount: number): void {
  if (blockCount <= staged.ends.length) return;
  const ends = new Int32Array(2 * blockCount);
  ends.set(staged.ends);
  staged.ends = ends;
}

/** Rows that wait for a block, from `from` up to `to`. */
interface WaitingRows {
  readonly from: number;
  readonly to: number;
}

/** Takes the rows of a block away, chunk by chunk in order of arrival. */
export function takeRows(staged: StagedRows, block: number): readonly WaitingRows[] {
  const chunks: WaitingRows[] = [];
  let to = staged.ends[block] as number;
  while (to > 0) {
    const chunk = (to - 1) >> CHUNK_BITS;
    chunks.push({ from: chunk << CHUNK_BITS, to });
    to = ((staged.previous[chunk] as number) + 1) << CHUNK_BITS;
  }
  if (chunks.length > 0) staged.ends[block] = 0;
  return chunks.reverse();
}

/** The place in a fresh chunk of a block whose last one ends at `end`. */
export function openChunk(previous: Int32Array, chunk: number, end: number): number {
  previous[chunk] = (end >> CHUNK_BITS) - 1;
  return chunk << CHUNK_BITS;
}
