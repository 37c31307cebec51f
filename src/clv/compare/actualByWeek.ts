import { fail } from "../../base/loyaltyError.ts";
import type { ActivityTable } from "../../customers/activityTable.ts";
import type { OwnedOrders } from "../../customers/summary/ownedOrders.ts";
import { sortRows } from "../patterns/sortRows.ts";
import type { SplitHistory } from "../purchases/splitPurchases.ts";
import { standingPurchases } from "../purchases/standingPurchases.ts";
import { DAYS_PER_WEEK, type Weeks } from "./weeks.ts";

/**
 * Repeat purchases of the whole cohort until the end of each week, by the rules of `splitPurchases`: the calibration
 * knows no refund or order that came later.
 *
 * @throws LoyaltyError `invalid_option` for activities whose purchases are not those of the history
 */
export function actualByWeek(
  activities: ActivityTable,
  countFreeOrders: boolean,
  { calibration, holdout }: SplitHistory,
  { calibrationEndDay, holdoutEndDay, calibrationWeeks, endDays }: Weeks,
): number[] {
  const cohort = new Set(calibration.ids);
  const sums = new Float64Array(endDays.length);
  const weekOf = (day: number) => calibrationWeeks + Math.ceil((day - calibrationEndDay) / DAYS_PER_WEEK) - 1;
  const count = (asOfDay: number, isFirstPart: boolean) => {
    const { ids, orders } = standingPurchases(activities, asOfDay, holdoutEndDay, countFreeOrders);
    const isMember = ids.map((id) => cohort.has(id));
    forEachPurchase(orders, isMember, (day, isFirst) => {
      if (day <= calibrationEndDay !== isFirstPart || (isFirstPart && isFirst)) return;
      const week = weekOf(day);
      sums[week] = (sums[week] as number) + 1; // a day before all weeks is lost here, and found missing below
    });
  };
  count(calibrationEndDay, true);
  count(holdoutEndDay, false);
  let sum = 0;
  const cumulative = Array.from(sums, (purchases) => {
    sum += purchases;
    return sum;
  });
  const repeats = totalOf(calibration.repeats);
  const total = repeats + totalOf(holdout.purchases);
  if (cumulative[calibrationWeeks - 1] !== repeats || sum !== total) {
    const expected = `those of the history: ${repeats} repeat purchases, with the hold-out ${total}`;
    fail("invalid_option", ["activities"], expected, sum);
  }
  return cumulative;
}

/** Visits every day on which a member bought, once, and says whether it was their first. */
function forEachPurchase(
  { stands, ownerRows, days }: OwnedOrders,
  isMember: readonly boolean[],
  visit: (day: number, isFirst: boolean) => void,
): void {
  const rowCount = days.length;
  const dayKeys = Uint32Array.from(days, (day) => day + 2 ** 31); // in the order of days of either sign
  let lastOwner = -1;
  let lastDay = 0;
  for (const row of sortRows([dayKeys, Uint32Array.from(ownerRows)], rowCount)) {
    const owner = ownerRows[row] as number;
    const day = days[row] as number;
    // orders of nobody have an owner beyond all members
    if (stands[row] !== 1 || isMember[owner] !== true || (owner === lastOwner && day === lastDay)) continue;
    visit(day, owner !== lastOwner);
    lastOwner = owner;
    lastDay = day;
  }
}

function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
