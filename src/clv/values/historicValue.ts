import { failOnActivity } from "../../base/activityIssue.ts";
import type { CustomerTable } from "../../customers/customerTable.ts";

/** What a table of customers has earned so far, exactly. */
export interface HistoricValue {
  readonly customerCount: number;
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  /** Lifetime revenue of all rows, in minor units; null where one is missing. */
  readonly revenueMinor: number | null;
  /** Lifetime profit of all rows: the margin, in minor units; null where one is missing. */
  readonly profitMinor: number | null;
  /** `cost_unknown` where profit is missing, because an order came without its cost. */
  readonly reason: null | "cost_unknown";
}

/**
 * Historic lifetime value: the exact sum of what all customers of a table brought until its `asOf`, as integers in
 * minor units. That of one customer is the fact `profit` (or `revenue`) itself. People who were forgotten are not in it.
 *
 * @throws LoyaltyError `unsafe_total` when a sum is beyond 2^53 − 1 minor units
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { revenueMinor: Float64Array.of(5000, 2500), profitMinor: Float64Array.of(1500, -200) },
 * });
 * historicValue(table).profitMinor; // => 1300
 */
export function historicValue(table: CustomerTable): HistoricValue {
  const { revenueMinor, profitMinor } = table.columns;
  const profit = exactSum(profitMinor, "profitMinor");
  return {
    customerCount: table.rowCount,
    currency: table.currency,
    revenueMinor: exactSum(revenueMinor, "revenueMinor"),
    profitMinor: profit,
    reason: profit === null ? "cost_unknown" : null,
  };
}

/** Halves of 27 and 26 bits add up exactly for 2^26 rows. */
const LOW = 2 ** 26;

function exactSum(amounts: Float64Array, field: string): number | null {
  let high = 0;
  let low = 0;
  for (const amount of amounts) {
    const upper = Math.floor(amount / LOW);
    high += upper;
    low += amount - upper * LOW;
  }
  if (Number.isNaN(high)) return null;
  const sum = BigInt(high) * BigInt(LOW) + BigInt(low);
  const total = Number(sum);
  if (!Number.isSafeInteger(total))
    failOnActivity("unsafe_total", [field], "a sum of at most 2^53 - 1 minor units", sum);
  return total;
}
