import { describe, expect, it } from "vitest";
import {
  activityTableOfOrders,
  type IdentifiedOrderBatch,
} from "../../src/customers/activityTableOfOrders.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { mergeActivities } from "../../src/customers/mergeActivities.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";

const USD = { currency: "USD" };

const ORDERS: IdentifiedOrderBatch = {
  ids: ["o1", "o2", "o3"],
  customers: ["ann", "bob", "ann"],
  days: Int32Array.of(10, 11, 12),
  amountsMinor: Float64Array.of(100, 0, 300),
};

function issuesOf(change: Record<string, unknown>, options: object = USD): string[] {
  try {
    activityTableOfOrders({ ...ORDERS, ...change } as IdentifiedOrderBatch, options as typeof USD);
    return [];
  } catch (error) {
    const { issues } = error as { issues: readonly { code: string; path: readonly (string | number)[] }[] };
    return issues.map(({ code, path }) => `${code} ${path.join("/")}`);
  }
}

describe("activityTableOfOrders", () => {
  it("takes arrays as they are and says the rest", () => {
    const table = activityTableOfOrders({ ...ORDERS, costsMinor: Float64Array.of(1, Number.NaN, 0) }, USD);
    const { order, refund } = table.kinds;
    expect(table).toMatchObject({ currency: "USD", timeZone: "UTC", rowCount: 3, mayDoubleCount: false });
    expect(table.customerIds).toEqual(["ann", "bob"]);
    expect(order.customers).toEqual(Uint32Array.of(0, 1, 0));
    expect(order.atMs).toEqual(Float64Array.of(864_000_000, 950_400_000, 1_036_800_000));
    expect(order.ids).toBe(ORDERS.ids);
    expect(order.days).toBe(ORDERS.days);
    expect(order.fields.amountMinor).toBe(ORDERS.amountsMinor);
    expect(order.fields.costMinor).toEqual(Float64Array.of(1, Number.NaN, 0));
    expect(order.fields.units).toEqual(new Float64Array(3).fill(Number.NaN));
    expect(order.fields.lines).toEqual([undefined, undefined, undefined]);
    expect(refund.count).toBe(0);
  });

  it("lets every row count where there are no ids", () => {
    const { ids: _, ...nameless } = ORDERS;
    const table = activityTableOfOrders(nameless, { ...USD, timeZone: "Asia/Ho_Chi_Minh" });
    expect(table.mayDoubleCount).toBe(true);
    expect(table.timeZone).toBe("Asia/Ho_Chi_Minh");
    expect(table.kinds.order.ids).toEqual([undefined, undefined, undefined]);
    expect(mergeActivities(table, table).rowCount).toBe(6);
  });

  it("takes no rows for an empty table", () => {
    const none = { customers: [], days: new Int32Array(0), amountsMinor: new Float64Array(0) };
    expect(activityTableOfOrders(none, USD)).toEqual(createActivityTable([], USD));
  });

  it("takes the instants that are given", () => {
    const atMs = Float64Array.of(3, 2, 1);
    expect(activityTableOfOrders({ ...ORDERS, atMs }, USD).kinds.order.atMs).toBe(atMs);
  });

  it("writes integer keys in digits, in order of first appearance", () => {
    const customers = Uint32Array.of(4_294_967_295, 0, 4_294_967_295);
    const table = activityTableOfOrders({ ...ORDERS, customers }, USD);
    expect(table.customerIds).toEqual(["4294967295", "0"]);
    expect(table.kinds.order.customers).toEqual(Uint32Array.of(0, 1, 0));
  });

  it("takes integer keys in any number", () => {
    const count = 10_000;
    const customers = Uint32Array.from({ length: count }, (_, row) => (row * 7_919) % 6_000);
    const columns = { customers, days: new Int32Array(count), amountsMinor: new Float64Array(count) };
    const { customerIds, kinds } = activityTableOfOrders(columns, USD);
    expect(Array.from(kinds.order.customers, (code) => customerIds[code])).toEqual(
      Array.from(customers, String),
    );
    expect(new Set(customerIds).size).toBe(6_000);
  });

  it("joins equal ids of a dictionary column and leaves out what no row bears", () => {
    const customers = { codes: Uint32Array.of(3, 1, 2), ids: ["nobody", "ann", "bob", "bob"] };
    const table = activityTableOfOrders({ ...ORDERS, customers }, USD);
    expect(table.customerIds).toEqual(["bob", "ann"]);
    expect(table.kinds.order.customers).toEqual(Uint32Array.of(0, 1, 0));
  });

  it("makes orders that refunds and repeats of other tables find", () => {
    const day = 12;
    const others = createActivityTable(
      [
        { kind: "refund", orderId: "o3", amountMinor: 50, atMs: day, day },
        { kind: "order", id: "o1", customerId: "ann", atMs: 864_000_000, day: 10, amountMinor: 100 },
        { kind: "alias", customerId: "bob", otherId: "ann", atMs: 0, day: 0 },
      ],
      USD,
    );
    const merged = mergeActivities(activityTableOfOrders(ORDERS, USD), others);
    const table = summarizeCustomers(merged, { asOf: "1970-02-01" });
    expect(table.ids).toEqual(["ann"]);
    expect(table.columns.orders).toEqual(Uint32Array.of(3));
    expect(table.columns.revenueMinor).toEqual(Float64Array.of(350));
  });

  it("refuses what it cannot keep, one row of each column", () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ ids: ["o1", "", ""] })).toEqual(["empty_id ids/1"]);
    expect(issuesOf({ ids: ["o1", 7, "o2"] })).toEqual(["empty_id ids/1"]);
    expect(issuesOf({ ids: ["o1", "o2"] })).toEqual(["invalid_column ids"]);
    expect(issuesOf({ ids: "abc" })).toEqual(["invalid_column ids"]);
    expect(issuesOf({ customers: ["ann", "bob", ""] })).toEqual(["empty_id customers/2"]);
    expect(issuesOf({ customers: ["ann"] })).toEqual(["invalid_column customers"]);
    expect(issuesOf({ customers: { codes: Uint32Array.of(0, 1, 0), ids: ["ann"] } })).toEqual([
      "invalid_column customers/codes/1",
    ]);
    expect(issuesOf({ atMs: Float64Array.of(0, Number.NaN, 0) })).toEqual(["invalid_column atMs/1"]);
    expect(issuesOf({ atMs: Float64Array.of(0, 1) })).toEqual(["invalid_column atMs"]);
    expect(issuesOf({ atMs: [0, 1, 2] })).toEqual(["invalid_column atMs"]);
    expect(issuesOf({ days: Int32Array.of(0, 100_000_001, -100_000_001) })).toEqual([
      "invalid_column days/1",
    ]);
    expect(issuesOf({ days: Int32Array.of(0, 100_000_000, -100_000_001) })).toEqual([
      "invalid_column days/2",
    ]);
    expect(issuesOf({ amountsMinor: Float64Array.of(0, 1) })).toEqual(["invalid_column amountsMinor"]);
    for (const wrong of [-1, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(issuesOf({ amountsMinor: Float64Array.of(0, 1, wrong) })).toEqual([
        "invalid_column amountsMinor/2",
      ]);
      const costs = issuesOf({ costsMinor: Float64Array.of(0, wrong, Number.NaN) });
      expect(costs).toEqual(Number.isNaN(wrong) ? [] : ["invalid_column costsMinor/1"]);
    }
    expect(issuesOf({}, { currency: "XXY" })).toEqual(["unknown_currency currency"]);
    expect(issuesOf({}, { ...USD, timeZone: "Mars/Base" })).toEqual(["invalid_time_zone timeZone"]);
  });

  it("tells all columns that are wrong at once", () => {
    const wrong = {
      ids: ["", "o2", "o3"],
      atMs: Float64Array.of(0, 1, Number.POSITIVE_INFINITY),
      days: Int32Array.of(2 ** 30, 0, 0),
      amountsMinor: Float64Array.of(1, -1, -1),
      costsMinor: Float64Array.of(1, 1, -1),
    };
    expect(issuesOf(wrong)).toEqual([
      "empty_id ids/0",
      "invalid_column atMs/2",
      "invalid_column days/0",
      "invalid_column amountsMinor/1",
      "invalid_column costsMinor/2",
    ]);
  });
});
