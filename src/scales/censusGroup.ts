import type { IssuePath } from "../base/issue.ts";
import { addMoney, createMoneyTotal, type MoneyTotal, settleMoney } from "./moneyTotal.ts";

/** Customers counted together, and what they brought over their lives, net. */
export interface CensusGroup {
  readonly count: number;
  /** Their part of all customers, from 0 to 1; 0 for an empty table. */
  readonly share: number;
  /** Null when the revenue of one of them is not known. */
  readonly revenueMinor: number | null;
  /** Null when the profit of one of them is not known, since an order lacks its cost. */
  readonly profitMinor: number | null;
}

/** A group in the making. */
export interface Tally {
  count: number;
  readonly revenue: MoneyTotal;
  readonly profit: MoneyTotal;
}

/** A group of nobody. */
export function createTally(): Tally {
  return { count: 0, revenue: createMoneyTotal(), profit: createMoneyTotal() };
}

/** Counts one customer with what they brought; `NaN` is not known. */
export function addCustomer(tally: Tally, revenueMinor: number, profitMinor: number): void {
  tally.count += 1;
  addMoney(tally.revenue, revenueMinor);
  addMoney(tally.profit, profitMinor);
}

/**
 * The finished group among `customerCount` customers; `place` says which it is.
 *
 * @throws LoyaltyError `unsafe_total`
 */
export function groupOf(
  { count, revenue, profit }: Tally,
  customerCount: number,
  place: IssuePath,
): CensusGroup {
  return {
    count,
    share: customerCount === 0 ? 0 : count / customerCount,
    revenueMinor: settleMoney(revenue, [...place, "revenue"]),
    profitMinor: settleMoney(profit, [...place, "profit"]),
  };
}
