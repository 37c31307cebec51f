import type { CustomerTable } from "../customerTable.ts";
import type { CustomerCodes } from "./customerCodes.ts";
import { type FilledRows, firstRows, rowsInOrder } from "./factColumns.ts";
import type { CheckedOrderOptions } from "./orderOptions.ts";

/** The customer table of facts that were filled in. */
export function orderTableOf(
  { columns, codesByRow, rowCount }: FilledRows,
  customers: CustomerCodes,
  options: CheckedOrderOptions,
): CustomerTable {
  const written = codesByRow.subarray(0, rowCount);
  const order = customers.orderOf?.(written);
  const codes = order === undefined ? written : order.map((row) => written[row] as number);
  const table = {
    rowCount,
    asOfDay: options.window.asOfDay,
    windowDays: options.window.windowDays,
    currency: options.currency,
    timeZone: options.timeZone,
    minimumGapDays: options.minimumGapDays,
    columns: order === undefined ? firstRows(columns, rowCount) : rowsInOrder(columns, order),
    ownFacts: new Map(),
    birthdays: new Uint16Array(rowCount),
    nameless: { orders: 0, revenueMinor: 0, profitMinor: 0 },
    issues: [],
    issueCount: 0,
  };
  if (!customers.areIdsMade) return { ...table, ids: idsOf(customers, codes) };
  let ids: readonly string[] | undefined;
  return {
    ...table,
    get ids() {
      ids ??= idsOf(customers, codes);
      return ids;
    },
  };
}

function idsOf(customers: CustomerCodes, codes: Uint32Array): readonly string[] {
  const all = codes.length === customers.size ? customers.allIds?.() : undefined;
  if (all !== undefined) return all;
  const ids: string[] = [];
  for (let row = 0; row < codes.length; row += 1) ids.push(customers.idOf(codes[row] as number));
  return ids;
}
