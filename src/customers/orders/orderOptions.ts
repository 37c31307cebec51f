import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { assertCurrency } from "../../units/currency.ts";
import { assertTimeZone } from "../../units/timeZone.ts";
import { checkSummarizeOptions } from "../rules/summarizeOptions.ts";
import type { Window } from "../rules/window.ts";

/** What facts are asked of a stream of orders, and what is known about it. */
export interface SummarizeOrdersOptions {
  /** The last day that counts, whole: `YYYY-MM-DD` in the orders' zone. Nothing after it counts. */
  readonly asOf: string;
  /** Length of the trailing window in days, both ends in; 1 to 100,000. @defaultValue `365` */
  readonly windowDays?: number;
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  /** IANA name of the zone in which the days were taken. @defaultValue `"UTC"` */
  readonly timeZone?: string;
  /** The least gap in `rhythm`, in days, above 0. @defaultValue `7` */
  readonly minimumGapDays?: number;
  /** Whether an order of amount 0 is an order. @defaultValue `true` */
  readonly countFreeOrders?: boolean;
  /**
   * States that no row is earlier than one before it, over all batches: then no calendar of order days is kept
   * per customer. A row that breaks it is refused. Columns given whole are looked at instead.
   * @defaultValue `false`
   */
  readonly inDayOrder?: boolean;
}

const OPTION_NAMES: readonly string[] = [
  "asOf",
  "windowDays",
  "currency",
  "timeZone",
  "minimumGapDays",
  "countFreeOrders",
  "inDayOrder",
] satisfies readonly (keyof SummarizeOrdersOptions)[];

/** The options with their defaults. */
export interface CheckedOrderOptions {
  readonly window: Window;
  readonly currency: string;
  readonly timeZone: string;
  readonly minimumGapDays: number;
  readonly countFreeOrders: boolean;
  readonly inDayOrder: boolean;
}

/**
 * The options with their defaults.
 *
 * @throws LoyaltyError `invalid_option`, `unknown_currency`, `invalid_time_zone`
 */
export function checkOrderOptions(options: SummarizeOrdersOptions): CheckedOrderOptions {
  assertKnownOptions(options, OPTION_NAMES);
  const { currency, timeZone = "UTC", inDayOrder = false, ...shared } = options;
  assertCurrency(currency, ["currency"]);
  assertTimeZone(timeZone, ["timeZone"]);
  if (typeof inDayOrder !== "boolean") fail("invalid_option", ["inDayOrder"], "true or false", inDayOrder);
  const { window, minimumGapDays, countFreeOrders } = checkSummarizeOptions({ currency, timeZone }, shared);
  return { window, currency, timeZone, minimumGapDays, countFreeOrders, inDayOrder };
}
