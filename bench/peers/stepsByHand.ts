import type { CustomerTable, FactColumns } from "../../src/customers/customerTable.ts";
import { OFF_SCALE } from "../../src/scales/placement.ts";
import { MISSING_BYTE } from "../../src/units/column.ts";

// The built-in scales as loops over the typed arrays of a table, written by hand: the same branches as
// in ranksByHand.ts. Each gives the index of the step by row, and 255 off the scale.

/** The ladder of loyalty. */
function ladderSteps(columns: FactColumns): Uint8Array {
  const { orders, interests, referrals, testimonials, recentUnpromptedReferrals } = columns;
  const { recentMentions, member, targeted } = columns;
  const step = new Uint8Array(orders.length);
  for (let row = 0; row < step.length; row += 1) {
    if (recentUnpromptedReferrals[row]! + recentMentions[row]! >= 2) step[row] = 6;
    else if (referrals[row]! + testimonials[row]! >= 1) step[row] = 5;
    else if (orders[row]! >= 2) step[row] = member[row] === 1 ? 4 : 3;
    else if (orders[row]! >= 1) step[row] = 2;
    else if (interests[row]! >= 1) step[row] = 1;
    else step[row] = targeted[row] === 1 ? 0 : OFF_SCALE;
  }
  return step;
}

/** The customer levels, with a key account from 500.00 in the window on. */
function levelSteps(columns: FactColumns): Uint8Array {
  const { orders, recentOrders, recentRevenueMinor, targeted, reachable } = columns;
  const step = new Uint8Array(orders.length);
  for (let row = 0; row < step.length; row += 1) {
    if (recentOrders[row]! >= 4) step[row] = recentRevenueMinor[row]! >= 50_000 ? 5 : 4;
    else if (orders[row]! >= 2) step[row] = 3;
    else if (orders[row]! >= 1) step[row] = 2;
    else if (targeted[row] !== 1) step[row] = OFF_SCALE;
    else step[row] = reachable[row] === 1 ? 1 : 0;
  }
  return step;
}

/** The loyalty levels, with very loyal from 500.00 in the window on. */
function loyaltyLevelSteps(columns: FactColumns): Uint8Array {
  const { orders, interests, reviews, mentions, referrals, testimonials, openComplaints } = columns;
  const { recentOrders, recentRevenueMinor, nps, intent } = columns;
  const step = new Uint8Array(orders.length);
  for (let row = 0; row < step.length; row += 1) {
    const score = nps[row]!;
    if (recentOrders[row]! >= 3 && score > 6 && openComplaints[row] === 0) {
      const committed =
        referrals[row]! + testimonials[row]! + mentions[row]! >= 1 ||
        (score >= 9 && score !== MISSING_BYTE) ||
        (intent[row]! >= 9 && intent[row] !== MISSING_BYTE);
      step[row] = recentRevenueMinor[row]! >= 50_000 && committed ? 3 : 2;
    } else if (
      recentOrders[row]! >= 1 &&
      orders[row]! + interests[row]! + reviews[row]! + mentions[row]! >= 2
    ) {
      step[row] = 1;
    } else step[row] = orders[row]! >= 1 || interests[row]! >= 1 ? 0 : OFF_SCALE;
  }
  return step;
}

/** The lifecycle stages. */
function lifecycleSteps(columns: FactColumns): Uint8Array {
  const { orders, interests, referrals, testimonials, targeted } = columns;
  const step = new Uint8Array(orders.length);
  for (let row = 0; row < step.length; row += 1) {
    if (referrals[row]! + testimonials[row]! >= 1) step[row] = 4;
    else if (orders[row]! >= 2) step[row] = 3;
    else if (orders[row]! >= 1) step[row] = 2;
    else if (interests[row]! >= 1) step[row] = 1;
    else step[row] = targeted[row] === 1 ? 0 : OFF_SCALE;
  }
  return step;
}

/** The activity status. */
function statusSteps(columns: FactColumns): Uint8Array {
  const { orders, orderDays, recencyDays, rhythm } = columns;
  const step = new Uint8Array(orders.length);
  for (let row = 0; row < step.length; row += 1) {
    if (orders[row]! < 1) step[row] = OFF_SCALE;
    else if (orderDays[row] === 1) {
      const days = recencyDays[row]!;
      step[row] = days <= 30 ? 4 : days <= 90 ? 3 : days <= 180 ? 2 : days <= 365 ? 1 : 0;
    } else {
      const gaps = rhythm[row]!;
      step[row] = gaps <= 1.5 ? 3 : gaps <= 3 ? 2 : gaps <= 6 ? 1 : 0;
    }
  }
  return step;
}

/** The value scale of this bench; a missing amount or number is `NaN` and compares with nothing. */
export function valueSteps({ columns, ownFacts }: CustomerTable): Uint8Array {
  const { revenueMinor, recentRevenueMinor, profitMinor, rhythm } = columns;
  const tenure = ownFacts.get("tenureYears")!.values;
  const step = new Uint8Array(rhythm.length);
  for (let row = 0; row < step.length; row += 1) {
    const recentMinor = recentRevenueMinor[row]!;
    const spentMinor = revenueMinor[row]! + recentMinor;
    const gained = profitMinor[row]!;
    const gaps = rhythm[row]!;
    const years = tenure[row]!;
    if ((recentMinor >= 90_000 && gaps < 1.25) || (gained >= 25_000 && years > 6.5)) step[row] = 5;
    else if (spentMinor >= 60_000 && years >= 1 && years <= 8) step[row] = 4;
    else if (gained + recentMinor > 17_550 && gaps >= 0.2 && gaps <= 3) step[row] = 3;
    else if (gained >= 4_000 && !(gaps > 6)) step[row] = 2;
    else if (spentMinor >= 15_000) step[row] = 1;
    else step[row] = years >= 0.5 ? 0 : OFF_SCALE;
  }
  return step;
}

/** The ladder and the levels. */
export function twoSteps(columns: FactColumns): Uint8Array[] {
  return [ladderSteps(columns), levelSteps(columns)];
}

/** All five scales, in the order of this file. */
export function allSteps(columns: FactColumns): Uint8Array[] {
  return [
    ladderSteps(columns),
    levelSteps(columns),
    loyaltyLevelSteps(columns),
    lifecycleSteps(columns),
    statusSteps(columns),
  ];
}
