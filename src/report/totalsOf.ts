import type { CustomerTable } from "../customers/customerTable.ts";
import { addMoney, createMoneyTotal, settleMoney } from "../scales/moneyTotal.ts";

/** Orders and money of all customers of a table, in integer minor units. */
export interface Totals {
  readonly buyerCount: number;
  readonly orderCount: number;
  readonly revenueMinor: number;
  /** Null when any counted order has no cost. */
  readonly profitMinor: number | null;
}

/** The totals of a table over everyone's life, or within the window. @throws LoyaltyError `unsafe_total` */
export function totalsOf({ columns }: CustomerTable, span: "lifetime" | "recent"): Totals {
  const isRecent = span === "recent";
  const orders = isRecent ? columns.recentOrders : columns.orders;
  const place = isRecent ? ["recent"] : [];
  let buyerCount = 0;
  let orderCount = 0;
  for (const count of orders) {
    orderCount += count;
    if (count > 0) buyerCount += 1;
  }
  return {
    buyerCount,
    orderCount,
    // A summary knows everyone's revenue, if only as 0.
    revenueMinor: sumOf(isRecent ? columns.recentRevenueMinor : columns.revenueMinor, [
      ...place,
      "revenue",
    ]) as number,
    profitMinor: sumOf(isRecent ? columns.recentProfitMinor : columns.profitMinor, [...place, "profit"]),
  };
}

function sumOf(amountsMinor: Float64Array, path: readonly string[]): number | null {
  const total = createMoneyTotal();
  for (const amountMinor of amountsMinor) addMoney(total, amountMinor);
  return settleMoney(total, path);
}
