/** A few thousand rows of a batch, small enough to stay in cache between the passes over them. */
export interface OrderSlice {
  readonly codes: Uint32Array;
  readonly days: Int32Array;
  readonly amountsMinor: Float64Array;
  readonly costsMinor: Float64Array;
  /** Where the slice begins in days and amounts. */
  readonly first: number;
  /** Where it begins in the codes. */
  readonly firstCode: number;
  /** Where it begins in the costs. */
  readonly firstCost: number;
  readonly count: number;
}

/** Rows per slice. */
export const SLICE_ROWS = 4096;
