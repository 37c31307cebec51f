import { availableParallelism } from "node:os";
import { activityTableOfOrders } from "../../src/customers/activityTableOfOrders.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerColumn } from "../../src/customers/orders/orderBatch.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { summarizeOrders } from "../../src/customers/summarizeOrders.ts";
import { type BenchCase, type BenchRow, type Goal, LARGE_SIZES, noGoal } from "../measure/benchCase.ts";
import { createContest, type MakeSide } from "../measure/contest.ts";
import { differentAnswers } from "../measure/differentValues.ts";
import { emptyTotals, type TotalsByCode } from "../measure/orderTotals.ts";
import { createSide } from "../measure/side.ts";
import { arqueroTotalsSide } from "../peers/arquero/arqueroTotalsSide.ts";
import {
  type AskedTotals,
  duckdbTotalsSide,
  loadDuckdbOrders,
  type OrdersBy,
} from "../peers/duckdb/duckdbTotalsSide.ts";
import { once } from "../peers/once.ts";
import { polarsTotalsSide } from "../peers/polars/polarsTotalsSide.ts";
import { type OrderTotals, totalsByHand, totalsOfMap } from "../peers/totalsByHand.ts";
import { createOrderColumns, idsOfCodes, type PlainOrders } from "../population/createOrderColumns.ts";
import { orderIdOf } from "../population/createOrders.ts";
import { AS_OF, CURRENCY, WINDOW_FROM_DAY } from "../population/setting.ts";

type Sides = Readonly<Record<string, MakeSide<TotalsByCode>>>;

const LEAN = "summarizeOrders";
const FULL = "summarizeCustomers";
const DUCKDB_ONE = "DuckDB, 1 thread";
const DUCKDB_ALL_THREADS = "DuckDB, all threads";
const DUCKDB_NO_WINDOW = "DuckDB, 1 thread, without the window";
const DUCKDB_ALL_FACTS = "DuckDB, 1 thread, with order days";
const POLARS = "polars, 1 thread";
const ARQUERO = "arquero";
const BY_HAND = "Map of objects by hand";

/** For sides that need more time, or more memory, above so many orders than the figure is worth. */
const USUAL = { sizeMaximum: 1_000_000 } as const;
const SMALL = { sizeMaximum: 100_000 } as const;

/** Orders whose customers are numbered already, as a warehouse keeps them. */
export const summarizeByCode: BenchCase = ordersCase("integer codes", "code", {
  1000000: { least: 3, aim: 4 },
  10000000: { least: 1, aim: 1.5 },
});

/** Orders whose customers are texts, each row with a text of its own, as read from a file. */
export const summarizeByText: BenchCase = ordersCase("string ids", "text", {
  1000000: { least: 0.8, aim: 1.2 },
  10000000: { least: 0.35, aim: 0.8 },
});

function ordersCase(words: string, by: OrdersBy, goals: Readonly<Record<number, Goal>>): BenchCase {
  return {
    name: `orders to facts: ${words}`,
    unit: "order",
    sizes: LARGE_SIZES,
    rows: rowsOf(words, (size) => goals[size] ?? null),
    async prepare(size, wanted) {
      const orders = createOrderColumns(size, 2);
      const ids = by === "text" ? idsOfCodes(orders.codes) : undefined;
      const makers = { ...oursSides(orders, ids), ...engineSides(orders, by), ...scriptSides(orders, ids) };
      return createContest(makers, wanted, {
        difference: (ours, others) => differentAnswers(ours.slice(0, others.length), others),
      });
    },
  };
}

function rowsOf(words: string, goalAt: BenchRow["goalAt"]): readonly BenchRow[] {
  const lean = `orders to facts: ${words}`;
  const full = `orders to facts, full path: ${words}`;
  const against = (name: string, ours: string, peer: string | null): BenchRow => {
    return { name, ours, peer, goalAt: noGoal };
  };
  return [
    { ...against(lean, LEAN, DUCKDB_ONE), goalAt },
    against(lean, LEAN, DUCKDB_NO_WINDOW),
    against(lean, LEAN, DUCKDB_ALL_FACTS),
    against(lean, LEAN, DUCKDB_ALL_THREADS),
    { ...against(lean, LEAN, POLARS), ...USUAL },
    { ...against(lean, LEAN, ARQUERO), ...SMALL },
    { ...against(lean, LEAN, BY_HAND), ...USUAL },
    { ...against(full, FULL, DUCKDB_ALL_FACTS), ...USUAL },
  ];
}

/** The lean verb, and the path that also settles repeats, refunds and conflicts (here there are none). */
function oursSides(orders: PlainOrders, ids: readonly string[] | undefined): Sides {
  const { codes, days, amountsMinor, customerCount } = orders;
  const customers: CustomerColumn = ids ?? codes;
  const side = (name: string, work: () => CustomerTable) => () =>
    createSide<CustomerTable, TotalsByCode>({
      name,
      unitsPerRun: days.length,
      work,
      outcomeOf: (table) => totalsOfTable(table, customerCount),
    });
  const orderIds = once(() => Array.from(days, (_, row) => orderIdOf(row)));
  return {
    [LEAN]: side(
      LEAN,
      () => summarizeOrders({ customers, days, amountsMinor }, { currency: CURRENCY, asOf: AS_OF }).table,
    ),
    [FULL]: side(FULL, () =>
      summarizeCustomers(
        activityTableOfOrders({ customers, days, amountsMinor, ids: orderIds() }, { currency: CURRENCY }),
        { asOf: AS_OF },
      ),
    ),
  };
}

function engineSides(orders: PlainOrders, by: OrdersBy): Sides {
  const duckdb = once(() => loadDuckdbOrders(orders, by));
  const asked = (threads: number, totals: AskedTotals) => async () =>
    duckdbTotalsSide(await duckdb(), { threads, totals, windowFromDay: WINDOW_FROM_DAY }, orders);
  return {
    [DUCKDB_ONE]: asked(1, "window"),
    [DUCKDB_NO_WINDOW]: asked(1, "plain"),
    [DUCKDB_ALL_FACTS]: asked(1, "all"),
    [DUCKDB_ALL_THREADS]: asked(availableParallelism(), "window"),
  };
}

function scriptSides(orders: PlainOrders, ids: readonly string[] | undefined): Sides {
  const { codes, days, customerCount } = orders;
  return {
    [POLARS]: () => polarsTotalsSide(orders, ids),
    [ARQUERO]: () => arqueroTotalsSide(orders, ids),
    [BY_HAND]: () =>
      createSide<Map<string | number, OrderTotals>, TotalsByCode>({
        name: BY_HAND,
        unitsPerRun: days.length,
        work: () => totalsByHand<string | number>(ids ?? codes, orders),
        outcomeOf: (totals) => totalsOfMap(totals, codeOf, customerCount),
      }),
  };
}

/** Codes come back as their digits, texts as they were. */
function codeOf(id: string | number): number {
  return Number(typeof id === "string" && id.startsWith("C-") ? id.slice(2) : id);
}

function totalsOfTable({ ids, columns }: CustomerTable, customerCount: number): TotalsByCode {
  const lists = emptyTotals(customerCount, "all");
  const sources = [
    columns.orders,
    columns.revenueMinor,
    columns.firstOrderDay,
    columns.lastOrderDay,
    columns.recentOrders,
    columns.recentRevenueMinor,
    columns.orderDays,
    columns.recentOrderDays,
  ];
  for (const [row, id] of ids.entries()) {
    const code = codeOf(id);
    for (const [index, source] of sources.entries()) lists[index]![code] = source[row]!;
  }
  return lists;
}
