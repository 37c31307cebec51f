import type { ActivityTable } from "../../customers/activityTable.ts";
import { foldPurchases } from "./foldPurchases.ts";
import { type CohortOptions, checkedCohort, checkedDay } from "./purchaseOptions.ts";
import { cohortOf, minorPerMajorOf, type Purchases, purchaseColumnsOf } from "./purchases.ts";
import { standingPurchases } from "./standingPurchases.ts";

/** What {@link purchasesOf} is told. */
export interface PurchaseOptions extends CohortOptions {
  /** The last day that counts, whole, `YYYY-MM-DD`: ages run to it. One day more is another likelihood. */
  readonly observationEnd: string;
}

/**
 * From activities to what the models of repeat purchases are fitted to, one entry per customer who bought: the days
 * with a purchase after the first (x), the age on the last of them (t_x) and at the end of the observation (T), and
 * the mean spend of repeat purchases (m_x). What counts as an order, at which amount and whose, is decided by the
 * rules of `summarizeCustomers`; several orders on one day are one purchase.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * const order = { kind: "order", customerId: "ann", atMs: 0, amountMinor: 1000 };
 * const activities = createActivityTable(
 *   [
 *     { ...order, day: 0 },
 *     { ...order, day: 14, amountMinor: 3000 },
 *     { ...order, day: 14, amountMinor: 500 },
 *   ],
 *   { currency: "USD" },
 * );
 * const purchases = purchasesOf(activities, { observationEnd: "1970-01-29" });
 * purchases.repeats[0]; // => 1
 * purchases.lastAge[0]; // => 2
 * purchases.age[0]; // => 4
 * purchases.meanSpend[0]; // => 35
 */
export function purchasesOf(activities: ActivityTable, options: PurchaseOptions): Purchases {
  const { daysPerUnit, timeUnit, firstDay, countFreeOrders } = checkedCohort(options, ["observationEnd"]);
  const endDay = checkedDay(options.observationEnd, ["observationEnd"]);
  const { ids, orders } = standingPurchases(activities, endDay, endDay, countFreeOrders);
  const folded = foldPurchases(orders, ids.length, (day) => day);
  const people = cohortOf(folded, firstDay);
  const { currency } = activities;
  return {
    ...purchaseColumnsOf(folded, people, endDay, daysPerUnit, minorPerMajorOf(currency)),
    ids: Array.from(people, (person) => ids[person] as string),
    currency,
    observationEndDay: endDay,
    timeUnit,
    daysPerUnit,
  };
}
