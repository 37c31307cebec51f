import { expect, test } from "vitest";
import {
  addCode,
  createCustomerCodes,
  findCode,
  hashCustomer,
} from "../../../src/customers/tracking/customerCodes.ts";
import { createFactRows } from "../../../src/customers/tracking/factRows.ts";
import { NONE } from "../../../src/customers/tracking/hashIndex.ts";

/** Found by trying: each two ids have one hash. */
test.each([
  ["of one length", "cavkrs8", "co60pm9"],
  ["of one length", "c1egk3li", "c5jcgmjx"],
  ["of several lengths", "c9pjnftx", "cw55w0u"],
  ["of several lengths", "c1hiou1sx", "c1pugrjx"],
])("ids %s are told apart although their hashes are the same: %s, %s", (_, one, other) => {
  const codes = createCustomerCodes(0);
  const rows = createFactRows(0, 0);
  expect(hashCustomer(codes, one)).toBe(hashCustomer(codes, other));
  expect(addCode(codes, rows, one)).toBe(0);
  expect(findCode(codes, rows, other)).toBe(NONE);
  expect(addCode(codes, rows, other)).toBe(1);
  expect([findCode(codes, rows, one), findCode(codes, rows, other)]).toEqual([0, 1]);
});

test("ids of any length are found again, among many", () => {
  const codes = createCustomerCodes(0);
  const rows = createFactRows(0, 0);
  const ids = Array.from({ length: 5_000 }, (_, code) => "x".repeat(code % 45) + code);
  for (const id of ids) addCode(codes, rows, id);
  expect(ids.map((id) => findCode(codes, rows, id))).toEqual([...ids.keys()]);
  expect(findCode(codes, rows, "y")).toBe(NONE);
  expect(findCode(codes, rows, `${"x".repeat(40)}y`)).toBe(NONE);
});
