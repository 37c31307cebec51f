import { failOnActivity } from "../../base/activityIssue.ts";

/**
 * Revenue less cost, both sums of whole minor units; `NaN` where a cost is missing. Sums that only grow pass
 * 2^53 for good, so one look at the end finds every one that is no longer exact.
 *
 * @throws LoyaltyError `unsafe_total`, with whose it is in the path
 */
export function profitOf(revenueMinor: number, costMinor: number, whose: string): number {
  assertSafeTotal(revenueMinor, [whose, "revenueMinor"]);
  assertSafeTotal(costMinor, [whose, "costMinor"]);
  return revenueMinor - costMinor;
}

function assertSafeTotal(totalMinor: number, path: readonly string[]): void {
  if (totalMinor > Number.MAX_SAFE_INTEGER) {
    failOnActivity("unsafe_total", path, "a sum of at most 2^53 - 1 minor units", totalMinor);
  }
}
