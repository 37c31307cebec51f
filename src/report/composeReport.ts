import type { ActivityTable } from "../customers/activityTable.ts";
import type { BuiltinScales } from "./builtinScales.ts";
import { composePlacedReport } from "./composePlacedReport.ts";
import type { LoyaltyReport } from "./loyaltyReport.ts";
import {
  placeCustomers,
  type ReportDefinitions,
  type ReportOptions,
  type ReportScales,
  type StepsOf,
} from "./placeCustomers.ts";

/**
 * From what customers did to the answer in one call: how many stand on each step of each scale, what they
 * brought, and what did not fit together. Plain data, safe for JSON. Money is decimal strings in major units.
 * Open scales are calibrated on the customers of the report, and the report states what was decided. No
 * activities give a report of zeros, with null where a mean or a profit has nothing to be taken from.
 *
 * @param definitions - scales by key; `{}` or undefined for the five built-in ones
 * @throws LoyaltyError `invalid_option`, `currency_mismatch`, `time_zone_mismatch`, `window_mismatch`,
 * `unknown_fact`, `invalid_fact`, `reserved_fact`, `not_calibratable`, `unsafe_total`
 *
 * @example
 * const activities = createActivityTable(
 *   [
 *     { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 },
 *     { kind: "order", id: "o2", customerId: "ann", atMs: 0, day: 9, amountMinor: 750 },
 *     { kind: "interest", id: "i1", customerId: "bob", atMs: 0, day: 4 },
 *   ],
 *   { currency: "USD", timeZone: "UTC" },
 * );
 * const report = composeReport(activities, {}, { asOf: "1970-01-31" });
 * report.customerCount; // => 2
 * report.revenue; // => "20.00"
 * report.scales.ladder.census[3].step; // => "customer"
 * report.scales.ladder.census[3].share; // => 0.5
 */
export function composeReport<Scales extends ReportScales = BuiltinScales>(
  activities: ActivityTable,
  definitions: ReportDefinitions<Scales> | undefined,
  options: ReportOptions,
): LoyaltyReport<StepsOf<Scales>> {
  return composePlacedReport(placeCustomers(activities, definitions, options));
}
