import { assertCurrency } from "../units/currency.ts";
import { MILLISECONDS_PER_DAY } from "../units/day.ts";
import { assertTimeZone } from "../units/timeZone.ts";
import type { ActivityTable, KindColumns } from "./activityTable.ts";
import { assertOrderRows } from "./columns/assertOrderRows.ts";
import { customersOfOrders } from "./columns/customersOfOrders.ts";
import { finishTable, growTable } from "./columns/growingColumns.ts";
import type { ActivityTableOptions } from "./createActivityTable.ts";
import { assertOrderBatch } from "./orders/assertOrderBatch.ts";
import type { OrderBatch } from "./orders/orderBatch.ts";

/** Orders as columns, with what tells them apart and puts them in order. */
export interface IdentifiedOrderBatch extends OrderBatch {
  /** Order ids, by which repeats and conflicts are found. @defaultValue none: every row counts */
  readonly ids?: readonly string[];
  /** When, in milliseconds since 1970. @defaultValue the begin of each day in UTC */
  readonly atMs?: Float64Array;
}

/**
 * Makes a table of orders that you already have as columns, without an object for each: to merge them with other
 * activities, or to have repeats, refunds and aliases settled as `summarizeCustomers` settles them. Arrays are
 * taken as they are, not copied. Amounts and costs are at least 0 here: a refund is an activity of its own.
 * No rows give an empty table. Beside the arrays that are given, an order takes 20 bytes, and 8 more for each of
 * `ids`, `atMs` and `costsMinor` that is not.
 *
 * @throws `unknown_currency`, `invalid_time_zone`, `invalid_column` (another array or length, a value out of
 * range), `empty_id`
 * @example
 * const activities = activityTableOfOrders(
 *   {
 *     ids: ["o1", "o2"],
 *     customers: ["ann", "bob"],
 *     days: Int32Array.of(0, 1),
 *     amountsMinor: Float64Array.of(1250, 300),
 *   },
 *   { currency: "USD" },
 * );
 * activities.customerIds; // => ["ann", "bob"]
 */
export function activityTableOfOrders(
  orders: IdentifiedOrderBatch,
  options: ActivityTableOptions,
): ActivityTable {
  const { currency, timeZone = "UTC" } = options;
  assertCurrency(currency, ["currency"]);
  assertTimeZone(timeZone, ["timeZone"]);
  const rowCount = assertOrderBatch(orders, []);
  assertOrderRows(orders, rowCount);
  const { codes, customerIds } = customersOfOrders(orders.customers, rowCount);
  const empty = finishTable(growTable(currency, timeZone));
  return {
    ...empty,
    customerIds,
    rowCount,
    mayDoubleCount: rowCount > 0 && orders.ids === undefined,
    kinds: { ...empty.kinds, order: orderColumns(orders, codes) },
  };
}

function orderColumns(orders: IdentifiedOrderBatch, customers: Uint32Array): KindColumns<"order"> {
  const { days, amountsMinor } = orders;
  const count = days.length;
  return {
    count,
    ids: orders.ids ?? new Array<undefined>(count).fill(undefined),
    customers,
    atMs: orders.atMs ?? beginsOf(days),
    days,
    fields: {
      amountMinor: amountsMinor,
      costMinor: orders.costsMinor ?? new Float64Array(count).fill(Number.NaN),
      units: new Float64Array(count).fill(Number.NaN),
      lines: new Array<undefined>(count).fill(undefined),
    },
  };
}

function beginsOf(days: Int32Array): Float64Array {
  const atMs = new Float64Array(days.length);
  for (let row = 0; row < days.length; row += 1) atMs[row] = (days[row] as number) * MILLISECONDS_PER_DAY;
  return atMs;
}
