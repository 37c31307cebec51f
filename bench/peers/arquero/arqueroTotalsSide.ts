import type { MissingSide } from "../../measure/contest.ts";
import { emptyTotals, type TotalsByCode } from "../../measure/orderTotals.ts";
import { createSide, type Side } from "../../measure/side.ts";
import type { PlainOrders } from "../../population/createOrderColumns.ts";
import { type ArqueroTable, loadArquero } from "./arquero.ts";

const TOTALS = {
  orders: "() => op.count()",
  revenue: "d => op.sum(d.amount)",
  first: "d => op.min(d.day)",
  last: "d => op.max(d.day)",
} as const;

/** Count, sum, first and last day by `groupby` and `rollup`. */
export async function arqueroTotalsSide(
  { codes, days, amountsMinor, customerCount }: PlainOrders,
  ids: readonly string[] | undefined,
): Promise<Side<TotalsByCode> | MissingSide> {
  const arquero = await loadArquero();
  if ("why" in arquero) return { name: "arquero", why: arquero.why };
  const table = arquero.table({ customer: ids ?? codes, day: days, amount: amountsMinor });
  return createSide<ArqueroTable, TotalsByCode>({
    name: "arquero",
    unitsPerRun: days.length,
    work: () => table.groupby("customer").rollup(TOTALS),
    outcomeOf(grouped) {
      const lists = emptyTotals(customerCount, "plain");
      const keys = grouped.array("customer");
      for (const [index, column] of Object.keys(TOTALS).entries()) {
        const values = grouped.array(column);
        for (let row = 0; row < keys.length; row += 1) {
          const key = keys[row];
          lists[index]![ids === undefined ? Number(key) : Number(String(key).slice(2))] = Number(values[row]);
        }
      }
      return lists;
    },
  });
}
