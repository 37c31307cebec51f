import { fail } from "../base/loyaltyError.ts";
import type { CustomerTable } from "./customerTable.ts";
import { addOrders, refuseDescent } from "./orders/addOrders.ts";
import { assertOrderBatch } from "./orders/assertOrderBatch.ts";
import { fillFromFold } from "./orders/fillFromFold.ts";
import type { OrderBatch } from "./orders/orderBatch.ts";
import { createOrderFold, type OrderFold } from "./orders/orderFold.ts";
import { checkOrderOptions, type SummarizeOrdersOptions } from "./orders/orderOptions.ts";
import { orderTableOf } from "./orders/orderTable.ts";
import { firstDescent } from "./orders/scanColumns.ts";
import { fillByWasm } from "./orders/wasm/fillByWasm.ts";
import { wholeCodesOf } from "./orders/wholeCodes.ts";

/** The facts about customers, and what the rows were. */
export interface OrderSummary {
  readonly table: CustomerTable;
  /** Rows that counted as orders. */
  readonly orderCount: number;
  /** Rows with an amount below 0: they lowered revenue and profit, and nothing else. */
  readonly refundCount: number;
  /** Rows after `asOf`: left out. */
  readonly laterCount: number;
  /** Rows of amount 0 where `countFreeOrders` is false: their customers are in the table, and that is all. */
  readonly freeCount: number;
}

/**
 * From columns of orders straight to the facts about customers, without an object per order: for warehouses,
 * files of columns, and streams of any length. One batch, or any number of them in an array, a generator or an
 * async stream; the table is the same however orders are cut into batches and whatever their order.
 *
 * Whoever calls it states that the orders are netted and that none stands twice: there are no order ids here to
 * check it by. For duplicates, refunds by order, and everything besides orders there is `summarizeCustomers`;
 * on plain orders both give the same facts. All facts of orders are filled in (profit is missing for customers
 * with an order of unknown cost), all other counts are 0, and everything else is missing.
 *
 * - A row with an amount below 0 is a refund: it lowers revenue and profit on its own day, and never counts or
 *   dates. Its cost is 0 or below, what was saved; `NaN` or no column saves nothing.
 * - Rows after `asOf` are left out and counted; a customer with nothing else is not in the table.
 * - Amounts and costs add up exactly; refunds may bring back a sum that passed 2^53 on the way.
 * - Ids given as texts stand in order of first appearance, those of a dictionary column in its order, integer
 *   keys ascending (as decimal digits, made when `ids` is first asked for). Texts and dictionary columns may
 *   take turns in a stream, and each batch may have a dictionary of its own; integer keys keep to themselves. A
 *   dictionary that was handed in may grow, but its ids must not change.
 *
 * Memory is bound by customers: a batch is folded and forgotten. A stream keeps 64 bytes per customer, 4 for
 * each period of 32 days in which the customer or one of 1,023 neighbours ordered (140 bytes for three years;
 * none where `inDayOrder` is stated), and room for 4 rows on their way (12 bytes each, 20 with costs): about 290
 * bytes and the id. Columns given whole take 8 to 20 bytes per order while it runs, 17 MB of which may be kept for
 * the next call; nothing beyond the table after that. Facts that are the same for everybody share one array a kind:
 * copy a column before it is transferred to a worker. No orders give a table without rows.
 *
 * @throws `invalid_option`, `unknown_currency`, `invalid_time_zone`; `invalid_column` with the batch and the row
 * (a wrong array or length, a day beyond 100,000,000, an amount or cost that is no whole number of minor units,
 * an amount of −0, a cost of the wrong sign, a code without an id, an earlier row where `inDayOrder` says there is none);
 * `empty_id`; `unsafe_total` with the customer. What the batches themselves throw is passed on, and they are
 * closed. Of an async stream all of these are rejections.
 * @example
 * const { table, refundCount } = summarizeOrders(
 *   {
 *     customers: ["ann", "bob", "ann"],
 *     days: Int32Array.of(0, 3, 10),
 *     amountsMinor: Float64Array.of(1250, 400, -250),
 *   },
 *   { asOf: "1970-01-31", currency: "USD" },
 * );
 * table.ids; // => ["ann", "bob"]
 * table.columns.orders[0]; // => 1
 * table.columns.revenueMinor[0]; // => 1000
 * refundCount; // => 1
 */
export function summarizeOrders(
  orders: OrderBatch | Iterable<OrderBatch>,
  options: SummarizeOrdersOptions,
): OrderSummary;
export function summarizeOrders(
  orders: AsyncIterable<OrderBatch>,
  options: SummarizeOrdersOptions,
): Promise<OrderSummary>;
export function summarizeOrders(
  orders: OrderBatch | Iterable<OrderBatch> | AsyncIterable<OrderBatch>,
  options: SummarizeOrdersOptions,
): OrderSummary | Promise<OrderSummary> {
  if (typeof orders !== "object" || orders === null) failOnInput(orders);
  if ("customers" in orders) return summarizeColumns(orders, options);
  if (Symbol.iterator in orders) return summarizeBatches(orders, options);
  if (Symbol.asyncIterator in orders) return summarizeStream(orders, options);
  return failOnInput(orders);
}

function failOnInput(orders: unknown): never {
  return fail("invalid_option", ["orders"], "columns of orders, or batches of them", orders);
}

/** Columns given whole can be looked at first: how many rows there are, and whether days only rise. */
function summarizeColumns(orders: OrderBatch, options: SummarizeOrdersOptions): OrderSummary {
  const checked = checkOrderOptions(options);
  const rowCount = assertOrderBatch(orders, []);
  const descent = firstDescent(orders.days, Number.NEGATIVE_INFINITY);
  if (checked.inDayOrder && descent >= 0) refuseDescent(orders.days, descent, []);
  const customers = wholeCodesOf(orders.customers);
  const filled = fillByWasm(orders, customers, checked); // without it, and the import, all goes the way below
  if (filled !== undefined) {
    const { orderCount, laterCount } = filled;
    const table = orderTableOf(filled, customers, checked);
    return { table, orderCount, refundCount: 0, laterCount, freeCount: 0 };
  }
  const fold = createOrderFold({ ...checked, inDayOrder: descent < 0 }, customers, rowCount);
  addOrders(fold, orders, []);
  return summaryOf(fold);
}

function summarizeBatches(batches: Iterable<OrderBatch>, options: SummarizeOrdersOptions): OrderSummary {
  const fold = createOrderFold(checkOrderOptions(options));
  let index = 0;
  for (const batch of batches) {
    addOrders(fold, batch, [index]);
    index += 1;
  }
  return summaryOf(fold);
}

async function summarizeStream(
  batches: AsyncIterable<OrderBatch>,
  options: SummarizeOrdersOptions,
): Promise<OrderSummary> {
  const fold = createOrderFold(checkOrderOptions(options));
  let index = 0;
  for await (const batch of batches) {
    addOrders(fold, batch, [index]);
    index += 1;
  }
  return summaryOf(fold);
}

function summaryOf(fold: OrderFold): OrderSummary {
  const { orderCount = 0, refundCount = 0, laterCount = 0, freeCount = 0 } = fold.rules ?? {};
  const table = orderTableOf(fillFromFold(fold), fold.customers, fold.options);
  return { table, orderCount, refundCount, laterCount, freeCount };
}
