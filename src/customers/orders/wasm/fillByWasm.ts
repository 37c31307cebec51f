import type { CustomerCodes } from "../customerCodes.ts";
import { type FilledRows, factColumns } from "../factColumns.ts";
import { fillGaps } from "../fillFacts.ts";
import type { OrderBatch } from "../orderBatch.ts";
import type { CheckedOrderOptions } from "../orderOptions.ts";
import { SLICE_ROWS } from "../orderSlice.ts";
import { BLOCK_BITS, BLOCK_CUSTOMERS, baseDayFor, OFFSET_COUNT, PERIOD_BITS } from "../rowKeys.ts";
import { latestOf } from "../scanColumns.ts";
import { HIGH_OFFSET_AT, LATER_COUNT_AT, LOW_OFFSET_AT, NEXT_CHUNK_AT, OUT_COLUMNS } from "./kernelLayout.ts";
import { type OrderMachine, PERIODS_MAXIMUM, returnMachine, takeMachine } from "./orderMachine.ts";

/** Fewer rows are done before a machine stands. */
const LEAST_ROWS = 2 ** 14;

/** More would take more than 270 MB at once. */
const MOST_ROWS = 2 ** 25;

/** What {@link fillByWasm} found. */
interface FilledByWasm extends FilledRows {
  readonly orderCount: number;
  readonly laterCount: number;
}

/**
 * The facts of columns given whole, by WebAssembly: for clean orders without costs, which is what it can do.
 * Undefined where there is a cost column, a refund, a free order that does not count, an amount from 2^32 on, a
 * total from 2^53 on, days more than 45 years apart, a value that is wrong, or a host that refuses: the plain
 * way, which has the same results, then does it all again, and says what is wrong.
 */
export function fillByWasm(
  orders: OrderBatch,
  customers: CustomerCodes,
  options: CheckedOrderOptions,
): FilledByWasm | undefined {
  const rowCount = orders.days.length;
  if (orders.costsMinor !== undefined || rowCount < LEAST_ROWS || rowCount > MOST_ROWS) return undefined;
  const most = customers.size === 0 ? rowCount : customers.size;
  const machine = takeMachine(rowCount, Math.ceil(most / BLOCK_CUSTOMERS));
  if (machine === undefined) return undefined;
  const latestDay = latestOf(orders.days, SLICE_ROWS);
  const baseDay = baseDayFor(latestDay, options.window.asOfDay);
  const isStaged = stageAll(machine, orders, customers, options, baseDay);
  const filled = isStaged ? fillFromMachine(machine, rowCount, customers, options, baseDay) : undefined;
  const isEmpty = !isStaged || filled !== undefined;
  if (isEmpty) returnMachine(machine);
  return filled;
}

/** Stages all rows; false when one of them is unusual, or their days lie too far apart. */
function stageAll(
  machine: OrderMachine,
  { customers: column, days, amountsMinor }: OrderBatch,
  customers: CustomerCodes,
  { window, countFreeOrders }: CheckedOrderOptions,
  baseDay: number,
): boolean {
  const { header } = machine;
  header.setInt32(NEXT_CHUNK_AT, 0, true);
  header.setInt32(LOW_OFFSET_AT, OFFSET_COUNT, true);
  header.setInt32(HIGH_OFFSET_AT, -1, true);
  header.setInt32(LATER_COUNT_AT, 0, true);
  const rules = [baseDay, Math.min(window.asOfDay - baseDay, OFFSET_COUNT - 1), window.asOfDay];
  for (let first = 0; first < days.length; first += SLICE_ROWS) {
    const end = Math.min(first + SLICE_ROWS, days.length);
    const coded = customers.encode(column, first, end - first, ["customers"]);
    if (customers.size > machine.blockCount * BLOCK_CUSTOMERS) return false;
    machine.codes.set(coded.codes.subarray(coded.firstCode, coded.firstCode + end - first));
    machine.days.set(days.subarray(first, end));
    machine.amountsMinor.set(amountsMinor.subarray(first, end));
    if (machine.stage(end - first, rules, countFreeOrders ? 0n : 1n) < end - first) return false;
  }
  return periodsIn(header).count <= PERIODS_MAXIMUM;
}

/** The periods of 32 days in which staged rows are. */
function periodsIn(header: DataView): { readonly low: number; readonly count: number } {
  const low = header.getInt32(LOW_OFFSET_AT, true) >> PERIOD_BITS;
  return { low, count: (header.getInt32(HIGH_OFFSET_AT, true) >> PERIOD_BITS) - low + 1 };
}

/** Block by block from staged rows to facts; undefined where a revenue is not safe. */
function fillFromMachine(
  machine: OrderMachine,
  rowCount: number,
  customers: CustomerCodes,
  { window, minimumGapDays }: CheckedOrderOptions,
  baseDay: number,
): FilledByWasm | undefined {
  const { header, ends, dayBits } = machine;
  const laterCount = header.getInt32(LATER_COUNT_AT, true);
  const orderCount = rowCount - laterCount;
  const periods = periodsIn(header);
  const most = Math.min(customers.size, orderCount);
  const columns = factColumns(most);
  const codesByRow = new Uint32Array(most);
  let row = 0;
  for (let block = 0; block < Math.ceil(customers.size / BLOCK_CUSTOMERS); block += 1) {
    if (ends[block] === 0) continue;
    const firstCode = block << BLOCK_BITS;
    machine.fold(ends[block] as number, periods.low, Math.max(0, window.fromDay - baseDay));
    dayBits.fill(0, 0, periods.count << BLOCK_BITS);
    const placeCount = Math.min(BLOCK_CUSTOMERS, customers.size - firstCode);
    const count = machine.finish(placeCount, firstCode, baseDay);
    if (count < 0) return undefined;
    copyRows(machine, { columns, codesByRow, rowCount: row + count }, row);
    row += count;
  }
  columns.profitMinor.fill(Number.NaN);
  for (let at = 0; at < row; at += 1)
    columns.recentProfitMinor[at] = columns.recentOrders[at] === 0 ? 0 : Number.NaN;
  fillGaps(columns, 0, row, window.asOfDay, minimumGapDays);
  return { columns, codesByRow, rowCount: row, orderCount, laterCount };
}

/** Copies what the kernel wrote for a block to the rows from `from` on. */
function copyRows(
  { out, revenuesMinor }: OrderMachine,
  { columns, codesByRow, rowCount }: FilledRows,
  from: number,
): void {
  const count = rowCount - from;
  OUT_COLUMNS.forEach((name, index) => {
    const written = out.subarray(index << BLOCK_BITS, (index << BLOCK_BITS) + count);
    (name === "code" ? codesByRow : columns[name]).set(written, from);
  });
  columns.revenueMinor.set(revenuesMinor.subarray(0, count), from);
  columns.recentRevenueMinor.set(revenuesMinor.subarray(BLOCK_CUSTOMERS, BLOCK_CUSTOMERS + count), from);
}
