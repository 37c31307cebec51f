import type { CustomerTable, NamelessTotals } from "../customers/customerTable.ts";
import { census } from "../scales/census.ts";
import { labelOf } from "../scales/labelOf.ts";
import type { Placements } from "../scales/placement.ts";
import { assertCurrency } from "../units/currency.ts";
import { isoDayOf } from "../units/day.ts";
import { divideMinor } from "../units/decimal.ts";
import { formatMinor } from "../units/money.ts";
import type { LoyaltyReport, ReportedNameless, ReportedScale, ReportedTotals } from "./loyaltyReport.ts";
import type { PlacedCustomers } from "./placeCustomers.ts";
import { type Totals, totalsOf } from "./totalsOf.ts";

/**
 * The report on customers who are placed already; the same as `composeReport` gives for their activities.
 *
 * @throws LoyaltyError `unsafe_total` when a sum of money is beyond 2^53 − 1 minor units;
 * `placements_mismatch` when placements are not those of the table
 *
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 }],
 *   { currency: "USD", timeZone: "UTC" },
 * );
 * const placed = placeCustomers(activities, { scales: { ladder: ladderOfLoyalty() } }, { asOf: "1970-01-31" });
 * composePlacedReport(placed).averageOrderValue; // => "12.50"
 * [...composeCustomerRows(placed)]; // => [{ id: "ann", steps: { ladder: "shopper" }, value: "12.50" }]
 */
export function composePlacedReport<Steps extends Readonly<Record<string, string>>>(
  placed: PlacedCustomers<Steps>,
): LoyaltyReport<Steps> {
  const { table } = placed;
  const digits = assertCurrency(table.currency, ["currency"]);
  const lifetime = totalsOf(table, "lifetime");
  const mean = (count: number): string | null =>
    count === 0 ? null : divideMinor(lifetime.revenueMinor, count, digits);
  const scales = Object.entries<Placements>(placed.placements).map(
    ([key, placements]) => [key, reportScale(table, placements, placed.locale, digits)] as const,
  );
  return {
    format: "loyalty-ladder/report@1",
    asOf: isoDayOf(table.asOfDay),
    windowDays: table.windowDays,
    timeZone: table.timeZone,
    currency: table.currency,
    customerCount: table.rowCount,
    ...reportTotals(lifetime, digits),
    averageOrderValue: mean(lifetime.orderCount),
    revenuePerCustomer: mean(table.rowCount),
    revenuePerBuyer: mean(lifetime.buyerCount),
    recent: reportTotals(totalsOf(table, "recent"), digits),
    rejected: placed.rejected,
    issues: { count: table.issueCount, listed: table.issues },
    mayDoubleCount: placed.mayDoubleCount,
    nameless: reportNameless(table.nameless, digits),
    scales: Object.fromEntries(scales) as LoyaltyReport<Steps>["scales"],
  };
}

function reportTotals(
  { buyerCount, orderCount, revenueMinor, profitMinor }: Totals,
  digits: number,
): ReportedTotals {
  return {
    buyerCount,
    orderCount,
    revenue: formatMinor(revenueMinor, digits),
    profit: profitText(profitMinor, digits),
  };
}

function profitText(profitMinor: number | null, digits: number): string | null {
  return profitMinor === null ? null : formatMinor(profitMinor, digits);
}

function reportNameless(
  { orders, revenueMinor, profitMinor }: NamelessTotals,
  digits: number,
): ReportedNameless | null {
  if (orders === 0) return null;
  return {
    orderCount: orders,
    revenue: formatMinor(revenueMinor, digits),
    profit: profitText(Number.isNaN(profitMinor) ? null : profitMinor, digits),
  };
}

function reportScale(
  table: CustomerTable,
  placements: Placements,
  locale: string,
  digits: number,
): ReportedScale {
  const { scale } = placements;
  const { steps, off, mostCrowded, emptiest } = census(table, placements, { locale });
  // A summary knows everyone's revenue, if only as 0.
  const revenueText = (revenueMinor: number | null): string => formatMinor(revenueMinor as number, digits);
  return {
    name: scale.name,
    version: scale.version,
    label: labelOf(scale.labels, locale, scale.name),
    climb: scale.climb,
    census: steps.map(({ step, rank, label, count, share, revenueMinor, profitMinor }) => ({
      step,
      rank,
      label,
      count,
      share,
      revenue: revenueText(revenueMinor),
      profit: profitText(profitMinor, digits),
    })),
    offCount: off.count,
    offShare: off.share,
    offRevenue: revenueText(off.revenueMinor),
    offProfit: profitText(off.profitMinor, digits),
    mostCrowded,
    emptiest,
    calibration: scale.calibration ?? [],
  };
}
