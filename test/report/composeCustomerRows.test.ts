import { describe, expect, test } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { composeCustomerRows } from "../../src/report/composeCustomerRows.ts";
import { placeCustomers } from "../../src/report/placeCustomers.ts";
import { AS_OF, smallShop } from "./support/smallShop.ts";

describe("composeCustomerRows", () => {
  const table = createActivityTable(smallShop(), { currency: "USD", timeZone: "UTC" });
  const placed = placeCustomers(table, {}, { asOf: AS_OF });

  test("gives everyone with their steps, by value and then by id", () => {
    expect([...composeCustomerRows(placed)].map(({ id, value }) => [id, value])).toEqual([
      ["fay", "150.00"],
      ["dee", "100.00"],
      ["eve", "80.00"],
      ["cyd", "10.00"],
      ["ann", "0.00"],
      ["bob", "0.00"],
      ["hal", "0.00"],
    ]);
  });

  test("says null where someone is off a scale", () => {
    expect([...composeCustomerRows(placed)].find(({ id }) => id === "bob")?.steps).toEqual({
      ladder: "prospect",
      levels: null,
      loyaltyLevels: "uncommitted",
      lifecycle: "acquisition",
      activityStatus: null,
    });
  });

  test("makes a row when it is asked for, and not before", () => {
    const rows = composeCustomerRows(placed);
    expect(rows.next().value).toMatchObject({ id: "fay" });
    expect(rows.next().value).toMatchObject({ id: "dee" });
  });

  test("gives nothing for nobody", () => {
    const nobody = createActivityTable([], { currency: "USD", timeZone: "UTC" });
    expect([...composeCustomerRows(placeCustomers(nobody, {}, { asOf: AS_OF }))]).toEqual([]);
  });
});
