import type { AmountForm } from "../units/money.ts";

/** What a conversion is told beside the amount. */
export interface ConversionContext {
  /** ISO 4217 code of the row. */
  readonly from: string;
  /** ISO 4217 code of the table. */
  readonly to: string;
  /** The calendar day of the activity, `YYYY-MM-DD`: rates change. */
  readonly day: string;
  /** The row's number, from 0. */
  readonly row: number;
  /** Which amount of the row it is. */
  readonly field: "amount" | "cost";
}

/**
 * Converts an amount of another currency: from integer minor units of `from` to integer minor units of `to`,
 * at least 0. Rounding is yours to choose. Undefined means that you have no rate; the row is then refused as
 * `mixed_currencies`. Whatever you throw comes out of the reading verb as it is.
 */
export type ConvertAmount = (amountMinor: number, context: ConversionContext) => number | undefined;

/** How a single row is read. */
export interface ReadActivityOptions {
  /** ISO 4217, in capitals: the currency of the table, and of every row that states none. */
  readonly currency: string;
  /**
   * IANA name of the zone in which instants become calendar days. When it is not stated, days are UTC, and a
   * date-time without an offset is refused (`zone_required`).
   *
   * @defaultValue `"UTC"`, unstated
   */
  readonly timeZone?: string;
  /**
   * How amounts are written: `"major"` (12.50) or `"minor"` (1250), as text or numbers. Never guessed.
   *
   * @defaultValue `"major"`
   */
  readonly amounts?: AmountForm;
  /** How amounts in other currencies become the table's. Without it such rows are refused (`mixed_currencies`). */
  readonly convert?: ConvertAmount;
}

/** How rows are read. */
export interface ReadOptions extends ReadActivityOptions {
  /**
   * `"throw"`: one error with everything that is wrong, at the end of the input or when `issueLimit` issues were
   * found. `"collect"`: good rows go on, bad ones are left out and listed.
   *
   * @defaultValue `"throw"`
   */
  readonly onInvalid?: "throw" | "collect";
  /** How many issues are kept; all are counted. At least 1. @defaultValue 100 */
  readonly issueLimit?: number;
}
