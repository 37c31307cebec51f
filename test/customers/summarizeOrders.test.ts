import { describe, expect, test } from "vitest";
import { createCustomerTable } from "../../src/customers/createCustomerTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerColumn, OrderBatch } from "../../src/customers/orders/orderBatch.ts";
import type { SummarizeOrdersOptions } from "../../src/customers/orders/orderOptions.ts";
import { summarizeOrders } from "../../src/customers/summarizeOrders.ts";
import { MISSING_DAY } from "../../src/units/column.ts";

const OPTIONS: SummarizeOrdersOptions = { asOf: "1970-04-01", windowDays: 30, currency: "USD" }; // days 61–90
const MOST = Number.MAX_SAFE_INTEGER;

/** One row per amount; all of `ann` on day 0 unless said. */
function orders(
  amounts: readonly number[],
  more: { customers?: CustomerColumn; days?: readonly number[]; costs?: readonly number[] } = {},
): OrderBatch {
  return {
    customers: more.customers ?? amounts.map(() => "ann"),
    days: Int32Array.from(more.days ?? amounts.map(() => 0)),
    amountsMinor: Float64Array.from(amounts),
    ...(more.costs === undefined ? {} : { costsMinor: Float64Array.from(more.costs) }),
  };
}

function factsOf(columns: OrderBatch | OrderBatch[], options: Partial<SummarizeOrdersOptions> = {}) {
  return customerAt(summarizeOrders(columns, { ...OPTIONS, ...options }).table, 0);
}

describe("the facts of a customer", () => {
  test("count, dates, sums, and their twins in the window", () => {
    const days = [0, 10, 61, 60, 61, 90];
    const facts = factsOf(orders([100, 200, 400, 800, 1600, 3200], { days, costs: [1, 2, 4, 8, 16, 32] }));
    expect(facts).toMatchObject({
      orders: 6,
      orderDays: 5,
      revenueMinor: 6300,
      profitMinor: 6237,
      recentOrders: 3,
      recentOrderDays: 2,
      recentRevenueMinor: 5200,
      recentProfitMinor: 5148,
      firstOrderDay: 0,
      lastOrderDay: 90,
      recencyDays: 0,
      meanGapDays: 22.5,
      rhythm: 0,
      member: false,
      interests: 0,
    });
    expect(facts).not.toHaveProperty("nps");
  });

  test("are not those of somebody before, whose costs were too many and then unknown", () => {
    const customers = Uint32Array.of(0, 0, 0, 1024); // keys of two blocks, at the same place in each
    const costs = [MOST, 2, Number.NaN, 5];
    const { table } = summarizeOrders(orders([1, 1, 1, 10], { customers, costs }), OPTIONS);
    expect(Array.from(table.columns.profitMinor)).toEqual([Number.NaN, 5]);
  });

  test("profit is missing with one unknown cost, and without a column of costs", () => {
    const days = [0, 80];
    expect(factsOf(orders([5, 5], { days, costs: [Number.NaN, 1] }))).toMatchObject({ recentProfitMinor: 4 });
    expect(factsOf(orders([5, 5], { days, costs: [Number.NaN, 1] }))).not.toHaveProperty("profitMinor");
    expect(factsOf(orders([5]))).not.toHaveProperty("profitMinor");
    expect(factsOf(orders([5]))).toMatchObject({ recentProfitMinor: 0 });
  });

  test("the summary carries its setting", () => {
    const { table } = summarizeOrders(orders([5]), {
      ...OPTIONS,
      timeZone: "Asia/Ho_Chi_Minh",
      minimumGapDays: 3,
    });
    expect(table).toMatchObject({
      rowCount: 1,
      asOfDay: 90,
      windowDays: 30,
      currency: "USD",
      timeZone: "Asia/Ho_Chi_Minh",
      minimumGapDays: 3,
      issues: [],
      issueCount: 0,
      nameless: { orders: 0, revenueMinor: 0, profitMinor: 0 },
    });
    expect(table.birthdays).toEqual(new Uint16Array(1));
    expect(table.ownFacts.size).toBe(0);
    const { ids, columns, currency } = table;
    expect(() => createCustomerTable({ ids, columns, currency, asOf: OPTIONS.asOf })).not.toThrow();
  });

  test.each([[[]], [[[]]], [[[], []]]])("nothing gives a table without rows: %j", (batches) => {
    const columns = batches.map(() => orders([]));
    const input = columns.length === 0 ? orders([]) : columns;
    const { table, ...counts } = summarizeOrders(input, OPTIONS);
    expect([table.rowCount, table.ids, table.columns.orders.length]).toEqual([0, [], 0]);
    expect(counts).toEqual({ orderCount: 0, refundCount: 0, laterCount: 0, freeCount: 0 });
  });
});

describe("rows that are no orders", () => {
  test("a refund lowers revenue and profit on its own day, and nothing else", () => {
    const days = [0, 70, 80];
    const summary = summarizeOrders(
      orders([1000, -300, -1], { days, costs: [600, -200, Number.NaN] }),
      OPTIONS,
    );
    expect(summary).toMatchObject({ orderCount: 1, refundCount: 2, laterCount: 0, freeCount: 0 });
    expect(customerAt(summary.table, 0)).toMatchObject({
      ...{ orders: 1, orderDays: 1, revenueMinor: 699, profitMinor: 299, lastOrderDay: 0 },
      ...{ recentOrders: 0, recentOrderDays: 0, recentRevenueMinor: -301, recentProfitMinor: -101 },
    });
  });

  test("who only sent back is in the table, without an order day", () => {
    for (const more of [{}, { costs: [Number.NaN] }]) {
      const { table } = summarizeOrders(orders([-5], more), OPTIONS);
      expect(customerAt(table, 0)).toMatchObject({ orders: 0, revenueMinor: -5, profitMinor: -5 });
      expect(table.columns.firstOrderDay[0]).toBe(MISSING_DAY);
      expect(table.columns.lastOrderDay[0]).toBe(MISSING_DAY);
      expect(table.columns.recencyDays[0]).toBeNaN();
    }
  });

  test("a refund in a batch without costs saves none, also beside batches that have them", () => {
    const facts = factsOf([orders([-5]), orders([20], { costs: [8] })]);
    expect(facts).toMatchObject({ revenueMinor: 15, profitMinor: 7 });
  });

  test("a free order counts unless it is excluded; its customer is there either way", () => {
    const columns = orders([0, 7], { customers: ["ann", "bob"], costs: [3, 1] });
    expect(summarizeOrders(columns, OPTIONS)).toMatchObject({ orderCount: 2, freeCount: 0 });
    const summary = summarizeOrders(columns, { ...OPTIONS, countFreeOrders: false });
    expect(summary).toMatchObject({ orderCount: 1, freeCount: 1 });
    expect(summary.table.ids).toEqual(["ann", "bob"]);
    expect(customerAt(summary.table, 0)).toMatchObject({ orders: 0, revenueMinor: 0, profitMinor: 0 });
  });

  test("rows after asOf are left out, refunds among them, and who has no other is not there", () => {
    const days = [91, 91, 90];
    const columns = orders([5, -5, 6], { days, customers: ["late", "late", "bob"] });
    const summary = summarizeOrders(columns, OPTIONS);
    expect(summary).toMatchObject({ orderCount: 1, refundCount: 0, laterCount: 2 });
    expect(summary.table.ids).toEqual(["bob"]);
    expect(summary.table.columns.orders).toEqual(Uint32Array.of(1));
  });
});

describe("large sums", () => {
  test("up to 2^53 − 1 they are exact", () => {
    expect(factsOf(orders([MOST - 1, 1], { costs: [MOST, Number.NaN] }))).toMatchObject({
      revenueMinor: MOST,
    });
  });

  test.each<[string, ...OrderBatch[]]>([
    ["revenueMinor", orders([MOST, 1])],
    ["revenueMinor", orders([MOST, MOST, MOST])],
    ["revenueMinor", orders([1, MOST], { days: [0, 80] })],
    ["revenueMinor", orders([-MOST, -MOST])],
    ["costMinor", orders([1, 1], { costs: [MOST, 1] })],
    ["profitMinor", orders([-MOST], { costs: [0] }), orders([1, 1], { costs: [MOST, 1] })],
  ])("beyond it is unsafe_total: %s", (name, ...batches) => {
    expect(() => summarizeOrders(batches, OPTIONS)).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["ann", expect.stringMatching(/Minor$/)] }),
    );
    if (name !== "profitMinor") {
      expect(() => summarizeOrders(batches, OPTIONS)).toThrow(
        expect.objectContaining({ path: ["ann", name] }),
      );
    }
  });

  test("profit has its own limit", () => {
    const columns = orders([1, -MOST], { costs: [MOST, Number.NaN] });
    expect(() => summarizeOrders(columns, OPTIONS)).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["ann", "profitMinor"] }),
    );
  });

  test.each([0, 80])(
    "refunds bring back what passed 2^53 on the way, in any order of rows, on day %i",
    (day) => {
      const amounts = [MOST, MOST, 12, -MOST, -10, -MOST + 3];
      const batchOf = (some: readonly number[]) =>
        orders(some, { days: some.map(() => day), costs: some.map(() => 0) });
      for (let turn = 0; turn < amounts.length; turn += 1) {
        const turned = [...amounts.slice(turn), ...amounts.slice(0, turn)];
        const cuts = [[batchOf(turned)], turned.map((amount) => batchOf([amount]))];
        for (const batches of [...cuts, [batchOf(turned.slice(0, 2)), batchOf(turned.slice(2))]]) {
          const facts = { orders: 3, revenueMinor: 5, profitMinor: 5 };
          const recent = day === 0 ? {} : { recentOrders: 3, recentRevenueMinor: 5, recentProfitMinor: 5 };
          expect(factsOf(batches)).toMatchObject({ ...facts, ...recent });
        }
      }
    },
  );

  test("who is far below the limit is not troubled by those who are near it", () => {
    const columns = orders([MOST, 3, 4], {
      customers: ["big", "ann", "ann"],
      days: [0, 5, 80],
      costs: [1, 2, 2],
    });
    const { table } = summarizeOrders(columns, OPTIONS);
    expect(customerAt(table, 1)).toMatchObject({
      orders: 2,
      revenueMinor: 7,
      profitMinor: 3,
      recentProfitMinor: 2,
    });
    expect(customerAt(table, 0)).toMatchObject({ orders: 1, revenueMinor: MOST, profitMinor: MOST - 1 });
  });
});

describe("forms of customers", () => {
  const dictionary = (codes: readonly number[], ids: readonly string[]) => ({
    codes: Uint32Array.from(codes),
    ids,
  });
  const idsIn = (...columns: CustomerColumn[]) =>
    summarizeOrders(
      columns.map((customers) => orders([1, 1, 1], { customers })),
      OPTIONS,
    ).table.ids;

  test("texts stand in order of first appearance, ids of a dictionary in its order, keys ascending", () => {
    expect(idsIn(["b", "a", "b"], ["c", "a", "a"])).toEqual(["b", "a", "c"]);
    expect(idsIn(dictionary([2, 0, 0], ["x", "y", "z"]))).toEqual(["x", "z"]);
    expect(
      summarizeOrders(orders([1, 1], { customers: dictionary([2, 0], ["x", "y", "z"]) }), OPTIONS).table.ids,
    ).toEqual(["x", "z"]);
    expect(idsIn(Uint32Array.of(9, 4_294_967_295, 0), Uint32Array.of(5, 9, 100_000_000))).toEqual([
      "0",
      "5",
      "9",
      "100000000",
      "4294967295",
    ]);
    const keys = summarizeOrders(
      orders([3, 2, 1], { customers: Uint32Array.of(9, 4_294_967_295, 0) }),
      OPTIONS,
    );
    expect(keys.table.ids).toEqual(["0", "9", "4294967295"]);
    expect(keys.table.ids).toBe(keys.table.ids);
    expect(keys.table.columns.revenueMinor).toEqual(Float64Array.of(1, 3, 2));
  });

  test("dictionaries may differ from batch to batch, share ids, take turns with texts, and grow", () => {
    const growing = ["a", "b"];
    const first = dictionary([0, 1, 1], growing);
    expect(idsIn(first, dictionary([1, 0, 0], ["c", "b"]), ["d", "a", "a"])).toEqual(["a", "b", "c", "d"]);
    function* batches() {
      yield orders([1, 1, 1], { customers: first });
      growing.push("c");
      yield orders([1, 1, 1], { customers: dictionary([2, 0, 2], growing) });
      growing.length = 1;
      yield orders([1], { customers: dictionary([0], growing) });
    }
    const { table } = summarizeOrders(batches(), OPTIONS);
    expect([table.ids, [...table.columns.orders]]).toEqual([
      ["a", "b", "c"],
      [2 + 1, 2, 2],
    ]);
  });

  test("an id that stands twice in a dictionary is one customer", () => {
    const customers = dictionary([0, 1, 2], ["a", "b", "a"]);
    const { table } = summarizeOrders(orders([1, 2, 4], { customers }), OPTIONS);
    expect([table.ids, [...table.columns.revenueMinor]]).toEqual([
      ["a", "b"],
      [5, 2],
    ]);
  });

  test("a dictionary is looked at again when it has grown", () => {
    const ids = ["a", "b"];
    const input = () => orders([1, 2], { customers: dictionary([0, ids.length - 1], ids) });
    expect(summarizeOrders(input(), OPTIONS).table.ids).toEqual(["a", "b"]);
    ids.push("a");
    expect(summarizeOrders(input(), OPTIONS).table.ids).toEqual(["a"]);
  });

  test.each([
    [Uint32Array.of(1), ["a"]],
    [["a"], Uint32Array.of(1)],
    [dictionary([0], ["a"]), Uint32Array.of(1)],
  ])("integer keys do not mix with the others", (one, other) => {
    expect(() =>
      summarizeOrders([orders([1], { customers: one }), orders([1], { customers: other })], OPTIONS),
    ).toThrow(expect.objectContaining({ code: "invalid_option", path: [1, "customers"] }));
  });
});

describe("what is refused", () => {
  const throws = (input: unknown, code: string, path: readonly (string | number)[], options = OPTIONS) =>
    expect(() => summarizeOrders(input as OrderBatch, options)).toThrow(
      expect.objectContaining({ code, path }),
    );

  test.each([undefined, null, 5, "orders", {}, () => 1])("input that is none: %s", (input) => {
    throws(input, "invalid_option", ["orders"]);
  });

  test.each([
    [{ days: [0] }, ["days"]],
    [{ amountsMinor: [1] }, ["amountsMinor"]],
    [{ amountsMinor: new Float64Array(2) }, ["amountsMinor"]],
    [{ costsMinor: new Float64Array(2) }, ["costsMinor"]],
    [{ costsMinor: new Float32Array(1) }, ["costsMinor"]],
    [{ customers: ["a", "b"] }, ["customers"]],
    [{ customers: new Uint32Array(2) }, ["customers"]],
    [{ customers: null }, ["customers"]],
    [{ customers: "a" }, ["customers"]],
    [{ customers: new Int32Array(1) }, ["customers"]],
    [{ customers: { codes: [0], ids: ["a"] } }, ["customers", "codes"]],
    [{ customers: { codes: new Uint32Array(2), ids: ["a"] } }, ["customers", "codes"]],
    [{ customers: { codes: new Uint32Array(1), ids: "a" } }, ["customers", "ids"]],
    [{ customers: { codes: Uint32Array.of(1), ids: ["a"] } }, ["customers", "codes", 0]],
    [{ days: Int32Array.of(100_000_001) }, ["days", 0]],
    [{ days: Int32Array.of(-100_000_001) }, ["days", 0]],
    [{ days: Int32Array.of(MISSING_DAY) }, ["days", 0]],
    [{ amountsMinor: Float64Array.of(0.5) }, ["amountsMinor", 0]],
    [{ amountsMinor: Float64Array.of(Number.NaN) }, ["amountsMinor", 0]],
    [{ amountsMinor: Float64Array.of(-0) }, ["amountsMinor", 0]],
    [{ amountsMinor: Float64Array.of(MOST + 1) }, ["amountsMinor", 0]],
    [{ amountsMinor: Float64Array.of(Number.POSITIVE_INFINITY) }, ["amountsMinor", 0]],
    [{ costsMinor: Float64Array.of(-1) }, ["costsMinor", 0]],
    [{ costsMinor: Float64Array.of(0.5) }, ["costsMinor", 0]],
    [{ costsMinor: Float64Array.of(Number.POSITIVE_INFINITY) }, ["costsMinor", 0]],
    [{ amountsMinor: Float64Array.of(-1), costsMinor: Float64Array.of(1) }, ["costsMinor", 0]],
  ])("a column that does not fit: %o", (wrong, path) => {
    throws({ ...orders([1]), ...wrong }, "invalid_column", path);
    throws([orders([]), { ...orders([1]), ...wrong }], "invalid_column", [1, ...path]);
  });

  test("rows are checked that do not count", () => {
    throws(orders([0.5], { days: [91] }), "invalid_column", ["amountsMinor", 0]);
    throws(orders([5], { days: [91], costs: [-1] }), "invalid_column", ["costsMinor", 0]);
    throws(orders([5, 5], { days: [0, 100_000_001] }), "invalid_column", ["days", 1]);
  });

  test("a batch that is no batch", () => throws([orders([1]), null], "invalid_column", [1]));

  test.each([
    [
      ["a", ""],
      ["customers", 1],
    ],
    [
      ["a", 5],
      ["customers", 1],
    ],
    [
      ["a", undefined],
      ["customers", 1],
    ],
    [{ codes: new Uint32Array(2), ids: ["a", ""] }, ["customers", "ids", 1]],
    [{ codes: new Uint32Array(2), ids: ["a", null] }, ["customers", "ids", 1]],
  ])("an id that is none: %o", (customers, path) => {
    const input = orders([1, 1], { customers: customers as CustomerColumn });
    throws(input, "empty_id", path);
    throws([input], "empty_id", [0, ...path]);
  });

  test.each<[object, string, string[]]>([
    [{ currency: undefined }, "unknown_currency", ["currency"]],
    [{ currency: "usd" }, "unknown_currency", ["currency"]],
    [{ timeZone: "Mars" }, "invalid_time_zone", ["timeZone"]],
    [{ asOf: "1970" }, "invalid_option", ["asOf"]],
    [{ windowDays: 0 }, "invalid_option", ["windowDays"]],
    [{ minimumGapDays: 0 }, "invalid_option", ["minimumGapDays"]],
    [{ inDayOrder: "yes" }, "invalid_option", ["inDayOrder"]],
    [{ ownFacts: {} }, "invalid_option", ["ownFacts"]],
    [{ issueLimit: 5 }, "invalid_option", ["issueLimit"]],
  ])("an option: %o", async (wrong, code, path) => {
    const options = { ...OPTIONS, ...wrong } as SummarizeOrdersOptions;
    throws(orders([1]), code, path, options);
    throws([orders([1])], code, path, options);
    await expect(summarizeOrders(streamOf([orders([1])]), options)).rejects.toMatchObject({ code, path });
  });

  test("a row that breaks the stated order of days, within a batch and between two", () => {
    const options = { ...OPTIONS, inDayOrder: true };
    const before = orders([1, 1], { days: [3, 5] });
    const late = orders([1, 1], { days: [5, 4] });
    throws(late, "invalid_column", ["days", 1], options);
    throws([before, late], "invalid_column", [1, "days", 1], options);
    throws([before, orders([]), orders([1], { days: [4] })], "invalid_column", [2, "days", 0], options);
    expect(factsOf([before, orders([1], { days: [5] })], options)).toMatchObject({ orders: 3, orderDays: 2 });
  });
});

describe("batches from elsewhere", () => {
  const wrong = orders([0.5]);

  test("are closed when one is refused", async () => {
    const closed: string[] = [];
    function* batches() {
      try {
        yield wrong;
      } finally {
        closed.push("iterator");
      }
    }
    async function* stream() {
      try {
        yield wrong;
      } finally {
        closed.push("stream");
      }
    }
    expect(() => summarizeOrders(batches(), OPTIONS)).toThrow(
      expect.objectContaining({ path: [0, "amountsMinor", 0] }),
    );
    await expect(summarizeOrders(stream(), OPTIONS)).rejects.toMatchObject({ path: [0, "amountsMinor", 0] });
    expect(closed).toEqual(["iterator", "stream"]);
  });

  test("pass on what they throw", async () => {
    const lost = new Error("connection lost");
    function* batches(): Generator<OrderBatch> {
      yield orders([1]);
      throw lost;
    }
    async function* stream(): AsyncGenerator<OrderBatch> {
      yield orders([1]);
      throw lost;
    }
    expect(() => summarizeOrders(batches(), OPTIONS)).toThrow(lost);
    await expect(summarizeOrders(stream(), OPTIONS)).rejects.toBe(lost);
  });

  test("may be reused by their maker once they were taken", () => {
    const shared = orders([0, 0], { costs: [0, 0] });
    function* batches() {
      for (const amount of [1, 10, 100]) {
        shared.amountsMinor.fill(amount);
        yield shared;
      }
    }
    expect(customerAt(summarizeOrders(batches(), OPTIONS).table, 0)).toMatchObject({
      orders: 6,
      revenueMinor: 222,
    });
  });
});

async function* streamOf(batches: readonly OrderBatch[]): AsyncGenerator<OrderBatch> {
  for (const batch of batches) yield batch;
}
