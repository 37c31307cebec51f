import type { PurchaseColumns } from "../../src/clv/model/purchaseColumns.ts";
import { simulatePurchaseColumns } from "../../src/clv/simulate/simulatePurchaseColumns.ts";

const DAYS_PER_WEEK = 7;

/**
 * Customers of MBG/NBD in weeks, as a shop sees them: they came on 84 days, half a year to nine months ago, and ages are
 * whole days, so that many share a history.
 */
export function createPurchases(customerCount: number, seed: number): PurchaseColumns {
  const age = Float64Array.from({ length: customerCount }, (_, row) => (272 - (row % 84)) / DAYS_PER_WEEK);
  const parameters = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
  const { repeats, lastAge } = simulatePurchaseColumns({ model: "mbg-nbd", parameters, age, seed });
  const inDays = lastAge.map((weeks) => Math.ceil(weeks * DAYS_PER_WEEK) / DAYS_PER_WEEK);
  return { customerCount, repeats, lastAge: inDays, age };
}
