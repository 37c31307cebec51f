import { fail } from "../../base/loyaltyError.ts";
import type { ActivityTable } from "../../customers/activityTable.ts";
import { isoDayOf } from "../../units/day.ts";
import { foldPurchases } from "./foldPurchases.ts";
import { type CohortOptions, checkedCohort, checkedDay } from "./purchaseOptions.ts";
import { cohortOf, minorPerMajorOf, type Purchases, purchaseColumnsOf } from "./purchases.ts";
import { standingPurchases } from "./standingPurchases.ts";

/** What {@link splitPurchases} is told. */
export interface SplitOptions extends CohortOptions {
  /** The last day that the models get to see, whole, `YYYY-MM-DD`. */
  readonly calibrationEnd: string;
  /** The last day on which they are tried, whole; later than `calibrationEnd`. */
  readonly holdoutEnd: string;
}

/** What customers did after the calibration, by its entries. */
export interface Holdout {
  /** How long it lasted, in the time unit of the calibration: the horizon to predict. */
  readonly length: number;
  /** Days with a purchase. */
  readonly purchases: Float64Array;
  /** What was bought on them, in major units. */
  readonly spend: Float64Array;
}

/** One history cut in two: what models are fitted to, and what they are tried on. */
export interface SplitHistory {
  readonly calibration: Purchases;
  readonly holdout: Holdout;
}

/**
 * Cuts activities into a calibration period, of which it gives what {@link purchasesOf} gives, and the hold-out period
 * after it, with purchases and spend of the same customers. The calibration knows no refund or order that came later;
 * who is one person is known as of the end, or the two parts would speak of different people. Who came after the
 * calibration is in neither.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * const order = { kind: "order", customerId: "ann", atMs: 0, amountMinor: 1000 };
 * const activities = createActivityTable(
 *   [
 *     { ...order, day: 0 },
 *     { ...order, day: 14 },
 *   ],
 *   { currency: "USD" },
 * );
 * const { calibration, holdout } = splitPurchases(activities, {
 *   calibrationEnd: "1970-01-08",
 *   holdoutEnd: "1970-01-22",
 * });
 * calibration.repeats[0]; // => 0
 * holdout.purchases[0]; // => 1
 * holdout.length; // => 2
 */
export function splitPurchases(activities: ActivityTable, options: SplitOptions): SplitHistory {
  const cohort = checkedCohort(options, ["calibrationEnd", "holdoutEnd"]);
  const { daysPerUnit, timeUnit, firstDay, countFreeOrders } = cohort;
  const calibrationDay = checkedDay(options.calibrationEnd, ["calibrationEnd"]);
  const holdoutDay = checkedDay(options.holdoutEnd, ["holdoutEnd"]);
  if (holdoutDay <= calibrationDay) {
    fail("invalid_option", ["holdoutEnd"], `a day after ${isoDayOf(calibrationDay)}`, options.holdoutEnd);
  }
  const { ids, orders } = standingPurchases(activities, calibrationDay, holdoutDay, countFreeOrders);
  const folded = foldPurchases(orders, ids.length, (day) => day);
  const people = cohortOf(folded, firstDay);
  const known = standingPurchases(activities, holdoutDay, holdoutDay, countFreeOrders);
  const later = foldPurchases(known.orders, ids.length, (day) => (day > calibrationDay ? day : undefined));
  const { currency } = activities;
  const minorPerMajor = minorPerMajorOf(currency);
  return {
    calibration: {
      ...purchaseColumnsOf(folded, people, calibrationDay, daysPerUnit, minorPerMajor),
      ids: Array.from(people, (person) => ids[person] as string),
      currency,
      observationEndDay: calibrationDay,
      timeUnit,
      daysPerUnit,
    },
    holdout: {
      length: (holdoutDay - calibrationDay) / daysPerUnit,
      purchases: Float64Array.from(people, (person) => later.periodCount[person] as number),
      spend: Float64Array.from(people, (person) => (later.spendMinor[person] as number) / minorPerMajor),
    },
  };
}
