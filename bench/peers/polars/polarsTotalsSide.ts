import type { MissingSide } from "../../measure/contest.ts";
import { emptyTotals, type TotalsByCode } from "../../measure/orderTotals.ts";
import { createSide, type Side } from "../../measure/side.ts";
import type { PlainOrders } from "../../population/createOrderColumns.ts";
import { loadPolars, type PolarsFrame } from "./polars.ts";

/** Count, sum, first and last day by `groupBy`. */
export async function polarsTotalsSide(
  { codes, days, amountsMinor, customerCount }: PlainOrders,
  ids: readonly string[] | undefined,
): Promise<Side<TotalsByCode> | MissingSide> {
  const name = "polars";
  const polars = await loadPolars();
  if ("why" in polars) return { name, why: polars.why };
  const customers =
    ids === undefined
      ? polars.Series("customer", codes, polars.UInt32)
      : polars.Series("customer", ids, polars.Utf8);
  const frame = polars.DataFrame([
    customers,
    polars.Series("day", days, polars.Int32),
    polars.Series("amount", amountsMinor, polars.Float64),
  ]);
  const totals = [
    polars.col("day").count().alias("orders"),
    polars.col("amount").sum(),
    polars.col("day").min().alias("first"),
    polars.col("day").max().alias("last"),
  ];
  return createSide<PolarsFrame, TotalsByCode>({
    name,
    detail: `polars of nodejs-polars ${polars.version}`,
    unitsPerRun: days.length,
    work: () =>
      frame
        .lazy()
        .groupBy("customer")
        .agg(...totals)
        .collectSync(),
    outcomeOf: (grouped) => totalsOfFrame(grouped, ids !== undefined, customerCount),
  });
}

function totalsOfFrame(grouped: PolarsFrame, isText: boolean, customerCount: number): TotalsByCode {
  const keys = grouped.getColumn("customer").toArray();
  const codes = keys.map((key) => (isText ? Number(String(key).slice(2)) : Number(key)));
  const lists = emptyTotals(customerCount, "plain");
  for (const [index, column] of ["orders", "amount", "first", "last"].entries()) {
    const values = grouped.getColumn(column).toArray();
    for (const [row, code] of codes.entries()) lists[index]![code] = Number(values[row]);
  }
  return lists;
}
