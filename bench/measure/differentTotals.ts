import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { OrderTotals } from "../peers/orderTotals.ts";

/**
 * The first customer whose orders, revenue, first or last day differ, as a sentence; undefined where all agree.
 * `idOf` gives the id under which our table has the customer of a peer's key. Who has no order, the peer lacks.
 */
export function differentTotals<Key>(
  table: CustomerTable,
  totals: ReadonlyMap<Key, OrderTotals>,
  idOf: (key: Key) => string | undefined,
): string | undefined {
  const { orders, revenueMinor, firstOrderDay, lastOrderDay } = table.columns;
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));
  const buyers = orders.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (buyers !== totals.size) return `ours has ${buyers} buyers, the peer ${totals.size}`;
  for (const [key, total] of totals) {
    const id = idOf(key);
    const row = id === undefined ? undefined : rowOf.get(id);
    if (row === undefined) return `ours has no row for ${id}`;
    const ours = [orders[row], revenueMinor[row], firstOrderDay[row], lastOrderDay[row]].join(" ");
    const peers = [total.orders, total.revenueMinor, total.firstDay, total.lastDay].join(" ");
    if (ours !== peers) return `of ${id} ours says ${ours}, the peer ${peers}`;
  }
  return undefined;
}
