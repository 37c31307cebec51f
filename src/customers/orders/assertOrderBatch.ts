import type { IssuePath } from "../../base/issue.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { OrderBatch } from "./orderBatch.ts";

/**
 * Checks that a batch has the right arrays, all of one length; what stands in them is checked slice by slice.
 * Returns how many rows it has.
 *
 * @throws LoyaltyError `invalid_column`
 */
export function assertOrderBatch(orders: OrderBatch, path: IssuePath): number {
  if (typeof orders !== "object" || orders === null) {
    fail("invalid_column", path, "an object with customers, days and amountsMinor", orders);
  }
  const { customers, days, amountsMinor, costsMinor } = orders;
  assertArray("Int32Array", days, [...path, "days"]);
  assertArray("Float64Array", amountsMinor, [...path, "amountsMinor"]);
  assertLength(amountsMinor.length, days.length, [...path, "amountsMinor"]);
  if (costsMinor !== undefined) {
    assertArray("Float64Array", costsMinor, [...path, "costsMinor"]);
    assertLength(costsMinor.length, days.length, [...path, "costsMinor"]);
  }
  assertCustomers(customers, days.length, [...path, "customers"]);
  return days.length;
}

function assertCustomers(customers: OrderBatch["customers"], rowCount: number, path: IssuePath): void {
  if (Array.isArray(customers) || isArray("Uint32Array", customers)) {
    assertLength((customers as ArrayLike<unknown>).length, rowCount, path);
    return;
  }
  const isDictionary = typeof customers === "object" && customers !== null && "codes" in customers;
  if (!isDictionary)
    fail("invalid_column", path, "an array of ids, a Uint32Array, or { codes, ids }", customers);
  assertArray("Uint32Array", customers.codes, [...path, "codes"]);
  assertLength(customers.codes.length, rowCount, [...path, "codes"]);
  if (!Array.isArray(customers.ids))
    fail("invalid_column", [...path, "ids"], "an array of ids", customers.ids);
}

/** By its name, not `instanceof`: arrays of other realms are arrays too. */
function isArray(name: string, value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

function assertArray(name: string, value: unknown, path: IssuePath): void {
  const article = name === "Int32Array" ? "an" : "a";
  if (!isArray(name, value)) fail("invalid_column", path, `${article} ${name}`, value);
}

function assertLength(length: number, rowCount: number, path: IssuePath): void {
  if (length !== rowCount) fail("invalid_column", path, `${rowCount} rows, as many as days`, length);
}
