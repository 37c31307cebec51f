import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { ActivityTable } from "../../customers/activityTable.ts";
import { foldPurchases } from "./foldPurchases.ts";
import { checkedDay } from "./purchaseOptions.ts";
import { cohortOf, type IdentifiedPurchases, minorPerMajorOf, purchaseColumnsOf } from "./purchases.ts";
import { standingPurchases } from "./standingPurchases.ts";

/** What {@link opportunitiesOf} is told. */
export interface OpportunityOptions {
  /** The first day of each period, `YYYY-MM-DD`, ascending: years, months, conferences, sailings. */
  readonly periods: readonly string[];
  /** The last day of the last period, whole. */
  readonly observationEnd: string;
  /** Whether an order of amount 0 is a purchase, as in `summarizeCustomers`. @defaultValue `true` */
  readonly countFreeOrders?: boolean;
}

/**
 * From activities to what BG/BB is fitted to, where customers buy at most once in each of some periods: one entry per
 * customer, whose opportunities are the periods after the one of the first purchase. `repeats` (x) are those with a
 * purchase, `lastAge` (t_x) is the number of the last of them, `age` (n) is how many there were, and `meanSpend` what
 * was bought in one of them. Who bought before the first period belongs to an earlier cohort and is left out. What
 * counts as an order is decided by the rules of `summarizeCustomers`.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * const order = { kind: "order", customerId: "ann", atMs: 0, amountMinor: 1000 };
 * const activities = createActivityTable(
 *   [
 *     { ...order, day: 3 },
 *     { ...order, day: 800 },
 *   ],
 *   { currency: "USD" },
 * );
 * const { repeats, lastAge, age } = opportunitiesOf(activities, {
 *   periods: ["1970-01-01", "1971-01-01", "1972-01-01", "1973-01-01"],
 *   observationEnd: "1973-12-31",
 * });
 * [repeats[0], lastAge[0], age[0]]; // => [1, 2, 3]
 */
export function opportunitiesOf(activities: ActivityTable, options: OpportunityOptions): IdentifiedPurchases {
  assertKnownOptions(options, ["periods", "observationEnd", "countFreeOrders"]);
  const { periods, observationEnd, countFreeOrders = true } = options;
  if (!Array.isArray(periods) || periods.length === 0) {
    fail("invalid_option", ["periods"], "the first days of one or more periods", periods);
  }
  const starts = Int32Array.from(periods, (day: string, index) => checkedDay(day, ["periods", index]));
  const unsorted = starts.findIndex((day, index) => index > 0 && day <= (starts[index - 1] as number));
  if (unsorted >= 0) {
    fail("invalid_option", ["periods", unsorted], `a day after ${periods[unsorted - 1]}`, periods[unsorted]);
  }
  const endDay = checkedDay(observationEnd, ["observationEnd"]);
  const last = starts.length - 1;
  if (endDay < (starts[last] as number)) {
    fail("invalid_option", ["observationEnd"], `${periods[last]} or later`, observationEnd);
  }
  const { ids, orders } = standingPurchases(activities, endDay, endDay, countFreeOrders);
  const folded = foldPurchases(orders, ids.length, (day) => periodOf(starts, day));
  const people = cohortOf(folded, 0);
  const { currency } = activities;
  return {
    ...purchaseColumnsOf(folded, people, last, 1, minorPerMajorOf(currency)),
    ids: Array.from(people, (person) => ids[person] as string),
    currency,
    observationEndDay: endDay,
  };
}

/** The number of the period of a day, from 0; −1 before the first. */
function periodOf(starts: Int32Array, day: number): number {
  let below = 0;
  let above = starts.length;
  while (below < above) {
    const middle = (below + above) >>> 1;
    if ((starts[middle] as number) <= day) below = middle + 1;
    else above = middle;
  }
  return below - 1;
}
