import type { MissingSide } from "../../measure/contest.ts";
import { emptyTotals, TOTALS_COUNTS, type TotalsByCode } from "../../measure/orderTotals.ts";
import { createLaterSide, type Side } from "../../measure/side.ts";
import type { PlainOrders } from "../../population/createOrderColumns.ts";
import { type Duckdb, type DuckdbResult, startDuckdb, useThreads } from "./duckdb.ts";

/** Whose orders: by code, or by the texts that `customerIdOf` makes of codes. */
export type OrdersBy = "code" | "text";

/** What is asked: totals alone, with those in the window, or all that ours fills in besides. */
export type AskedTotals = keyof typeof TOTALS_COUNTS;

/** An engine that holds the orders as a table of `customer`, `day` and `amount`. */
export async function loadDuckdbOrders(
  orders: PlainOrders,
  by: OrdersBy,
): Promise<Duckdb | { readonly why: string }> {
  const duckdb = await startDuckdb();
  if ("why" in duckdb) return duckdb;
  await duckdb.load("by_code", [
    { name: "code", kind: "count", values: orders.codes },
    { name: "day", kind: "day", values: orders.days },
    { name: "amount", kind: "money", values: orders.amountsMinor },
  ]);
  const customer = by === "code" ? "code" : "'C-' || lpad(code::VARCHAR, 8, '0')";
  const { connection } = duckdb;
  await connection.run(`CREATE TABLE orders AS SELECT ${customer} AS customer, day, amount FROM by_code`);
  await connection.run("DROP TABLE by_code");
  return duckdb;
}

/** The totals of every customer by `GROUP BY`; the engine holds the whole result when the clock stops. */
export function duckdbTotalsSide(
  duckdb: Duckdb | { readonly why: string },
  asked: { readonly threads: number; readonly totals: AskedTotals; readonly windowFromDay: number },
  { customerCount, days }: PlainOrders,
): Side<TotalsByCode> | MissingSide {
  const name = "DuckDB";
  if ("why" in duckdb) return { name, why: duckdb.why };
  const sql = totalsSql(asked.totals, asked.windowFromDay);
  return createLaterSide<DuckdbResult, TotalsByCode>({
    name,
    detail: duckdb.version,
    unitsPerRun: days.length,
    before: useThreads(duckdb, asked.threads),
    work: () => duckdb.connection.run(sql),
    outcomeOf: (result) => totalsOfResult(result, emptyTotals(customerCount, asked.totals)),
  });
}

function totalsSql(asked: AskedTotals, windowFromDay: number): string {
  const recent = `FILTER (WHERE day >= ${windowFromDay})`;
  const totals = [
    "count(*)",
    "sum(amount)",
    "min(day)",
    "max(day)",
    `count(*) ${recent}`,
    `coalesce(sum(amount) ${recent}, 0)`,
    "count(DISTINCT day)",
    `count(DISTINCT day) ${recent}`,
  ].slice(0, TOTALS_COUNTS[asked]);
  return `SELECT customer, ${totals.join(", ")} FROM orders GROUP BY customer`;
}

async function totalsOfResult(result: DuckdbResult, totals: readonly Float64Array[]): Promise<TotalsByCode> {
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const codes = chunk.getColumnValues(0).map(codeOf);
    for (const [index, list] of totals.entries()) {
      const values = chunk.getColumnValues(index + 1);
      for (const [row, code] of codes.entries()) list[code] = Number(values[row]);
    }
  }
  return totals;
}

function codeOf(customer: unknown): number {
  return typeof customer === "string" ? Number(customer.slice(2)) : Number(customer);
}
