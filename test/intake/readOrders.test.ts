import { describe, expect, test } from "vitest";
import { activitiesOfKind } from "../../src/customers/activityAt.ts";
import { readOrders } from "../../src/intake/index.ts";

const columns = {
  customerId: "Email",
  at: "Created at",
  amount: "Total",
  id: "Name",
  units: "Qty",
  cost: "COGS",
};
const row = {
  Email: "ann@example.com",
  "Created at": "2026-01-05 10:20:30 +0700",
  Total: "12.50",
  Name: "#1001",
};

describe("readOrders", () => {
  test("reads rows under canonical names; an id is optional", () => {
    const rows = [
      { customerId: 1, at: "2026-01-05", amount: 5 },
      { customerId: 1, at: "2026-01-05", amount: 5, id: "", kind: "of no matter" },
    ];
    const { activities } = readOrders(rows, { currency: "USD" });
    expect(activities.mayDoubleCount).toBe(true);
    expect(activitiesOfKind(activities, "order")).toMatchObject([
      { customerId: "1", amountMinor: 500 },
      { customerId: "1", amountMinor: 500 },
    ]);
  });

  test("reads rows under their own names", () => {
    const rows = [{ ...row, Qty: "2", COGS: "3", customerId: "someone else", currency: "USD" }];
    const { activities } = readOrders(rows, { currency: "USD", columns });
    expect(activitiesOfKind(activities, "order")).toStrictEqual([
      {
        kind: "order",
        id: "#1001",
        customerId: "ann@example.com",
        atMs: Date.parse("2026-01-05T03:20:30Z"),
        day: 20_458,
        amountMinor: 1250,
        costMinor: 300,
        units: 2,
      },
    ]);
  });

  test("finds the currency of a row under its own name", () => {
    const options = {
      currency: "USD",
      columns: { ...columns, currency: "Cur" },
      convert: (minor: number) => minor * 2,
    };
    const { activities } = readOrders(
      [
        { ...row, Cur: "EUR" },
        { ...row, Name: 2, Cur: "USD" },
      ],
      options,
    );
    expect([...activities.kinds.order.fields.amountMinor]).toEqual([2500, 1250]);
  });

  test("names your own properties in issues", () => {
    const reading = readOrders([{ ...row, Total: "x", Email: "" }], {
      currency: "USD",
      columns,
      onInvalid: "collect",
    });
    expect(reading.issues.map(({ code, path, row: number }) => [number, code, path])).toEqual([
      [0, "empty_id", ["Email"]],
      [0, "invalid_amount", ["Total"]],
    ]);
  });

  test("reads an async source", async () => {
    async function* rows() {
      yield row;
    }
    expect((await readOrders(rows(), { currency: "USD", columns })).acceptedCount).toBe(1);
  });

  test.each<[unknown, unknown[], string]>([
    [{ customer: "Email" }, ["columns", "customer"], '"customer"'],
    [{ amount: 5 }, ["columns", "amount"], "5"],
    [{ __proto__: null, constructor: "x" }, ["columns", "constructor"], '"constructor"'],
    [null, ["columns"], "null"],
    ["amount", ["columns"], '"amount"'],
  ])("refuses columns %j", (wrong, path, received) => {
    expect(() => readOrders([], { currency: "USD", columns: wrong as never })).toThrow(
      expect.objectContaining({
        code: "invalid_option",
        path,
        issues: [expect.objectContaining({ received })],
      }),
    );
  });

  test("takes columns that are undefined as not given", () => {
    const given = { ...columns, units: undefined } as never;
    expect(readOrders([row], { currency: "USD", columns: given }).acceptedCount).toBe(1);
    expect(() => readOrders([], undefined as never)).toThrow(
      expect.objectContaining({ code: "invalid_option" }),
    );
  });
});
