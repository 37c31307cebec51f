import { describe, expect, test } from "vitest";
import { findColumns, readOrders } from "../../src/intake/index.ts";

const SHOPIFY =
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Created at";

describe("findColumns", () => {
  test.each<[string, Record<string, string>]>([
    ["customerId,at,amount", { customerId: "customerId", at: "at", amount: "amount" }],
    [
      "customer_id,date,units,amount",
      { customerId: "customer_id", at: "date", amount: "amount", units: "units" },
    ],
    [
      "Order ID,Customer ID,Order Date,Grand Total,Currency,COGS,Quantity",
      {
        customerId: "Customer ID",
        at: "Order Date",
        amount: "Grand Total",
        id: "Order ID",
        currency: "Currency",
        cost: "COGS",
        units: "Quantity",
      },
    ],
    [
      "id,user_id,created_at,revenue",
      { customerId: "user_id", at: "created_at", amount: "revenue", id: "id" },
    ],
    ["client_id,timestamp,sales", { customerId: "client_id", at: "timestamp", amount: "sales" }],
    [
      "\ufeffCUSTOMER-ID,DATE,TOTAL_PRICE",
      { customerId: "\ufeffCUSTOMER-ID", at: "DATE", amount: "TOTAL_PRICE" },
    ],
    [SHOPIFY, { customerId: "Email", at: "Created at", amount: "Total", id: "Name", currency: "Currency" }],
    ["name,email,date,total", { customerId: "email", at: "date", amount: "total" }], // a customer's name is no order
    [
      "email,customer_id,timestamp,date,total,amount,id,order_id",
      { customerId: "customer_id", at: "date", amount: "amount", id: "order_id" },
    ],
    ["date,Date,customer,email,amount", { customerId: "email", at: "date", amount: "amount" }],
  ])("%s", (header, columns) => {
    expect(findColumns(header.split(","))).toStrictEqual(columns);
  });

  test("takes given columns first, as written or by their plain name", () => {
    const header = ["who", "Total Net", "total", "date", "customer_id"];
    const given = { customerId: "who", amount: "total_net" };
    expect(findColumns(header, given)).toStrictEqual({ customerId: "who", at: "date", amount: "Total Net" });
  });

  test("lists everything that is not there, with what was looked for and what was", () => {
    let issues: unknown;
    try {
      findColumns(["moment", "Total", "id"], { units: "pieces" });
    } catch (error) {
      issues = (error as { issues: unknown }).issues;
    }
    expect(issues).toMatchObject([
      {
        code: "column_not_found",
        path: ["customerId"],
        expected: expect.stringContaining("customer_id, client_id"),
      },
      {
        code: "column_not_found",
        path: ["at"],
        expected: expect.stringContaining("order_date"),
        received: '"moment, Total, id"',
      },
      { code: "column_not_found", path: ["units"], expected: "a column with one of the names pieces" },
    ]);
  });

  test("finds nothing in an empty header", () => {
    expect(() => findColumns([])).toThrow(
      expect.objectContaining({ code: "column_not_found", path: ["customerId"] }),
    );
  });

  test("gives what readOrders takes", () => {
    const rows = [{ "Customer ID": "ann", Date: "2026-01-05", Total: "5" }];
    const columns = findColumns(Object.keys(rows[0]!));
    expect(readOrders(rows, { currency: "USD", columns }).activities.customerIds).toEqual(["ann"]);
  });
});
