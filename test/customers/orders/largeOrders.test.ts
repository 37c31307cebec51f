import { afterEach, describe, expect, test, vi } from "vitest";
import type { CustomerColumn, OrderBatch } from "../../../src/customers/orders/orderBatch.ts";
import { type OrderSummary, summarizeOrders } from "../../../src/customers/summarizeOrders.ts";
import { type HostWebAssembly, host } from "../../../src/machine/host.ts";
import { createNumbers } from "./support/createNumbers.ts";
import { differenceOf, fullTableOf, type OrderRow } from "./support/orderRows.ts";

const AS_OF = { asOf: "2024-10-04", currency: "USD" } as const; // day 20,000
const LAST_DAY = 20_000;

interface Crowd {
  readonly rowCount: number;
  readonly customerCount: number;
  readonly dayCount: number;
}

/** Random orders, some of them free, none of them odd. */
function ordersOf({ rowCount, customerCount, dayCount }: Crowd): OrderRow[] {
  const below = createNumbers(rowCount + customerCount);
  return Array.from({ length: rowCount }, () => ({
    key: below(customerCount),
    day: LAST_DAY - below(dayCount),
    amountMinor: below(40) === 0 ? 0 : below(30_000),
    costMinor: below(50) === 0 ? Number.NaN : below(9000),
  }));
}

function columnsOfRows(
  rows: readonly OrderRow[],
  customers: (keys: Uint32Array) => CustomerColumn,
  hasCosts = false,
) {
  const columns: OrderBatch = {
    customers: customers(Uint32Array.from(rows, ({ key }) => key)),
    days: Int32Array.from(rows, ({ day }) => day),
    amountsMinor: Float64Array.from(rows, ({ amountMinor }) => amountMinor),
  };
  return hasCosts
    ? { ...columns, costsMinor: Float64Array.from(rows, ({ costMinor }) => costMinor) }
    : columns;
}

const keys = (all: Uint32Array): CustomerColumn => all;
const texts = (all: Uint32Array): CustomerColumn => Array.from(all, String);
const dictionary = (all: Uint32Array): CustomerColumn => ({
  codes: all,
  ids: Array.from({ length: 70_000 }, (_, code) => String(code)),
});

function* batchesOf(columns: OrderBatch, length: number): Generator<OrderBatch> {
  const { customers, days, amountsMinor, costsMinor } = columns;
  for (let from = 0; from < days.length; from += length) {
    const to = from + length;
    yield {
      customers: cut(customers, from, to),
      days: days.slice(from, to),
      amountsMinor: amountsMinor.slice(from, to),
      ...(costsMinor && { costsMinor: costsMinor.slice(from, to) }),
    };
  }
}

function cut(customers: CustomerColumn, from: number, to: number): CustomerColumn {
  return "codes" in customers
    ? { codes: customers.codes.slice(from, to), ids: customers.ids }
    : customers.slice(from, to);
}

/** The same counts, and the same rows in the same order. */
function expectSame(summary: OrderSummary, other: OrderSummary) {
  expect({ ...summary, table: 0 }).toEqual({ ...other, table: 0 });
  expect(differenceOf(summary.table, other.table)).toBeUndefined();
  expect(summary.table.ids.findIndex((id, row) => id !== other.table.ids[row])).toBe(-1);
}

afterEach(() => vi.unstubAllGlobals());

describe("many orders", () => {
  const crowds: [string, Crowd][] = [
    ["few customers", { rowCount: 20_000, customerCount: 40, dayCount: 90 }],
    ["several blocks", { rowCount: 60_000, customerCount: 9000, dayCount: 1100 }],
    ["hardly an order each", { rowCount: 70_000, customerCount: 65_000, dayCount: 4000 }],
  ];

  test.each(crowds)("are summed up as the full path does: %s", (_, crowd) => {
    const rows = ordersOf(crowd);
    const full = fullTableOf(rows, AS_OF);
    const unknown = rows.map((row) => ({ ...row, costMinor: Number.NaN }));
    const fullWithoutCosts = fullTableOf(unknown, AS_OF);
    for (const form of [keys, texts, dictionary]) {
      const { table } = summarizeOrders(columnsOfRows(rows, form, true), AS_OF);
      expect(differenceOf(table, full)).toBeUndefined();
      const withoutCosts = summarizeOrders(columnsOfRows(rows, form), AS_OF);
      expect(differenceOf(withoutCosts.table, fullWithoutCosts)).toBeUndefined();
    }
  });

  test.each(crowds)("give one table, whole or in batches, with WebAssembly or without: %s", (_, crowd) => {
    for (const form of [keys, texts, dictionary]) {
      const columns = columnsOfRows(ordersOf(crowd), form);
      const whole = summarizeOrders(columns, AS_OF);
      for (const length of [999, 50_000, crowd.rowCount]) {
        expectSame(summarizeOrders(batchesOf(columns, length), AS_OF), whole);
      }
      vi.stubGlobal("WebAssembly", undefined);
      expectSame(summarizeOrders(columns, AS_OF), whole);
      vi.unstubAllGlobals();
    }
  });

  test("in the order of days give the table of any order, and stay in it across batches", () => {
    const rows = ordersOf({ rowCount: 90_000, customerCount: 9000, dayCount: 700 });
    const whole = summarizeOrders(columnsOfRows(rows, keys, true), AS_OF);
    const sorted = columnsOfRows(
      rows.sort((one, other) => one.day - other.day),
      keys,
      true,
    );
    expectSame(summarizeOrders(sorted, AS_OF), whole);
    expectSame(summarizeOrders(batchesOf(sorted, 4000), { ...AS_OF, inDayOrder: true }), whole);
  });

  test("with sparse keys stand in their order", () => {
    const rows = ordersOf({ rowCount: 20_000, customerCount: 3000, dayCount: 50 });
    const dense = summarizeOrders(columnsOfRows(rows, keys), AS_OF);
    const spread = (all: Uint32Array) => all.map((key) => key * 1_000_003);
    const sparse = summarizeOrders(columnsOfRows(rows, spread), AS_OF);
    const ids = dense.table.ids.map((id) => String(Number(id) * 1_000_003));
    expectSame(sparse, { ...dense, table: { ...dense.table, ids } });
  });
});

describe("dictionaries", () => {
  const ids = Array.from({ length: 100_000 }, (_, code) => `id ${code}`);

  test("of more ids than rows, one of them twice", () => {
    const codes = Uint32Array.from({ length: 20_000 }, (_, row) => (row === 0 ? 1 : row * 5 + 4));
    const customers = { codes, ids: [...ids.slice(0, -1), "id 1"] };
    const orders = {
      customers,
      days: new Int32Array(20_000),
      amountsMinor: new Float64Array(20_000).fill(3),
    };
    const { table } = summarizeOrders(orders, AS_OF);
    expect([table.rowCount, table.ids[0], table.columns.orders[0]]).toEqual([19_999, "id 1", 2]);
    expect(table.ids.at(-1)).toBe("id 99994");
  });

  test("of which one block of customers has orders, before the first costs and after", () => {
    const batch = (code: number, costs: object) => {
      const customers = { codes: Uint32Array.of(code), ids };
      return { customers, days: Int32Array.of(5), amountsMinor: Float64Array.of(10), ...costs };
    };
    const known = { costsMinor: Float64Array.of(4) };
    const { table } = summarizeOrders([batch(30_000, {}), batch(9, known), batch(30_001, known)], AS_OF);
    expect(table.ids).toEqual(["id 9", "id 30000", "id 30001"]);
    expect([...table.columns.profitMinor]).toEqual([6, Number.NaN, 6]);
  });
});

describe("one odd row among many clean ones", () => {
  const rows = ordersOf({ rowCount: 30_000, customerCount: 5000, dayCount: 400 });
  const oddRows: [string, Partial<OrderRow>][] = [
    ["a refund", { amountMinor: -5 }],
    ["an amount from 2^32 on", { amountMinor: 2 ** 32 }],
    ["the largest amount below", { amountMinor: 2 ** 32 - 1 }],
    ["a day after asOf", { day: LAST_DAY + 1 }],
    ["a refund after asOf", { day: LAST_DAY + 1, amountMinor: -5 }],
    ["a day long ago", { day: -25_567 }],
    ["a day too long ago for a key", { day: -3_000_000 }],
    ["the earliest day", { day: -100_000_000 }],
    ["a free order", { amountMinor: 0 }],
  ];

  test.each(oddRows)("%s", (_, odd) => {
    const at = 17_321;
    const changed = rows.map((row, index) => (index === at ? { ...row, ...odd } : row));
    const columns = columnsOfRows(changed, keys);
    for (const countFreeOrders of [true, false]) {
      const options = { ...AS_OF, countFreeOrders };
      const whole = summarizeOrders(columns, options);
      expectSame(summarizeOrders(batchesOf(columns, 7000), options), whole);
      const orders = changed.filter(({ amountMinor }) => amountMinor >= 0);
      const unknown = orders.map((row) => ({ ...row, costMinor: Number.NaN }));
      const full = fullTableOf(unknown, options);
      if (odd.amountMinor === -5 && odd.day === undefined) {
        const refunded = full.ids.indexOf(String(changed[at]?.key));
        full.columns.revenueMinor[refunded]! -= 5;
        if ((changed[at]?.day as number) > LAST_DAY - 365) full.columns.recentRevenueMinor[refunded]! -= 5;
        if (full.columns.recentOrders[refunded] === 0) full.columns.recentProfitMinor[refunded]! -= 5;
      }
      expect(differenceOf(whole.table, full)).toBeUndefined();
    }
  });

  test.each([
    [{ amountMinor: 0.5 }, "amountsMinor"],
    [{ amountMinor: -0 }, "amountsMinor"],
    [{ amountMinor: Number.NaN }, "amountsMinor"],
    [{ amountMinor: Number.NEGATIVE_INFINITY }, "amountsMinor"],
    [{ day: 100_000_001 }, "days"],
    [{ day: -2_147_483_648 }, "days"],
  ])("is refused by its row: %o", (wrong, column) => {
    const columns = columnsOfRows(
      rows.map((row, index) => (index === 29_999 ? { ...row, ...wrong } : row)),
      keys,
    );
    expect(() => summarizeOrders(columns, AS_OF)).toThrow(
      expect.objectContaining({ code: "invalid_column", path: [column, 29_999] }),
    );
  });

  test("a total from 2^53 on, of many who are each below it", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ key: index % 4000, day: LAST_DAY, costMinor: Number.NaN },
      amountMinor: index < 4 ? Number.MAX_SAFE_INTEGER - 10 : 1,
    }));
    const { columns } = summarizeOrders(columnsOfRows(many, keys), AS_OF).table;
    expect(columns.revenueMinor[0]).toBe(Number.MAX_SAFE_INTEGER - 6);
    expect(columns.revenueMinor[4]).toBe(5);
  });

  const rowCount = 2 ** 21 + 8;
  const columnsOfOne = (amountMinor: number): OrderBatch => ({
    customers: new Uint32Array(rowCount),
    days: new Int32Array(rowCount),
    amountsMinor: new Float64Array(rowCount).fill(amountMinor),
  });

  test("sums of 2^53 in rows below 2^32", () => {
    expect(() => summarizeOrders(columnsOfOne(2 ** 32 - 1), AS_OF)).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["0", "revenueMinor"] }),
    );
  });

  test("one customer with two million orders", () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { columns } = summarizeOrders(columnsOfOne(2 ** 31), AS_OF).table;
      expect([columns.orders[0], columns.orderDays[0]]).toEqual([rowCount, 1]);
      expect(columns.revenueMinor[0]).toBe(rowCount * 2 ** 31);
    }
  });
});

test("calls of other sizes, one after the other, do not disturb each other", async () => {
  vi.resetModules();
  const fresh = await import("../../../src/customers/summarizeOrders.ts");
  const sizes = [
    [20_000, 6000],
    [40_000, 40],
    [20_000, 40],
    [20_000, 19_000],
    [20_000, 7],
  ] as const;
  for (const [count, customerCount] of sizes) {
    const columns = columnsOfRows(ordersOf({ rowCount: count, customerCount, dayCount: 100 }), keys);
    const batches = summarizeOrders(batchesOf(columns, count), AS_OF);
    expectSame(fresh.summarizeOrders(columns, AS_OF), batches);
  }
});

describe("hosts", () => {
  const columns = columnsOfRows(ordersOf({ rowCount: 20_000, customerCount: 300, dayCount: 50 }), keys);

  test.each([
    ["compile", { Module: undefined }],
    ["give memory", { Memory: undefined }],
    ["link", { Instance: undefined }],
  ])("that do not %s get the same table", async (_, refusing) => {
    const whole = summarizeOrders(columns, AS_OF);
    vi.resetModules(); // as if nothing had been compiled or kept before
    const { Memory, Module, Instance } = host.WebAssembly as HostWebAssembly;
    vi.stubGlobal("WebAssembly", { Memory, Module, Instance, ...refusing });
    const fresh = await import("../../../src/customers/summarizeOrders.ts");
    expectSame(fresh.summarizeOrders(columns, AS_OF), whole);
  });
});
