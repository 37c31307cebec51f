/**
 * Who ordered, row by row, in one of three forms: an id as text; an integer key (its decimal digits become the
 * id); or a dictionary column, as columnar formats keep texts: a code per row into a list of ids.
 */
export type CustomerColumn =
  | readonly string[]
  | Uint32Array
  | { readonly codes: Uint32Array; readonly ids: readonly string[] };

/** Orders as columns of one length, a row per order, in any order. */
export interface OrderBatch {
  /** Ids are not empty; a code is below the number of ids. */
  readonly customers: CustomerColumn;
  /** Epoch days, at most 100,000,000 before or after 1970-01-01. */
  readonly days: Int32Array;
  /** Whole minor units within ±(2^53 − 1), never −0. Where refunds have a place, they are the ones below 0. */
  readonly amountsMinor: Float64Array;
  /** Whole minor units; `NaN` where a cost is not known. @defaultValue no cost is known */
  readonly costsMinor?: Float64Array;
}
