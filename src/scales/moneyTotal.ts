import { failOnActivity } from "../base/activityIssue.ts";
import type { IssuePath } from "../base/issue.ts";

/** A sum of money in the making. The order in which amounts come changes nothing. */
export interface MoneyTotal {
  /** The part that is still a safe integer. */
  amountMinor: number;
  /** What was moved out before it would have become inexact. */
  carriedMinor: bigint;
  /** Whether an amount was missing: then the sum is not known. */
  isMissing: boolean;
}

/** A sum of nothing. */
export function createMoneyTotal(): MoneyTotal {
  return { amountMinor: 0, carriedMinor: 0n, isMissing: false };
}

/** Adds a safe integer of minor units; `NaN` is a missing amount. */
export function addMoney(total: MoneyTotal, amountMinor: number): void {
  const sum = total.amountMinor + amountMinor;
  if (Number.isSafeInteger(sum)) {
    total.amountMinor = sum;
  } else if (Number.isNaN(amountMinor)) {
    total.isMissing = true;
  } else {
    total.carriedMinor += BigInt(total.amountMinor) + BigInt(amountMinor);
    total.amountMinor = 0;
  }
}

/**
 * The sum, whose place in the result is `path`; null when an amount was missing, 0 when nothing was added.
 *
 * @throws LoyaltyError `unsafe_total` when it is beyond 2^53 − 1 minor units
 */
export function settleMoney(total: MoneyTotal, path: IssuePath): number | null {
  if (total.isMissing) return null;
  const sum = total.carriedMinor + BigInt(total.amountMinor);
  const amountMinor = Number(sum);
  if (!Number.isSafeInteger(amountMinor)) {
    failOnActivity("unsafe_total", path, "a sum of at most 2^53 - 1 minor units", sum);
  }
  return amountMinor;
}
