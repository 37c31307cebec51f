import type { CustomerFacts } from "../../src/customers/facts.ts";

// The built-in scales as one would write them without the library: one chain of ifs each, from the top step
// down. Each gives the rank from 1, and 0 off the scale. What is missing is absent, NaN or false.

/** The ladder of loyalty. */
function ladderRankOf(facts: CustomerFacts): number {
  if (facts.recentUnpromptedReferrals + facts.recentMentions >= 2) return 7;
  if (facts.referrals + facts.testimonials >= 1) return 6;
  if (facts.orders >= 2) return facts.member === true ? 5 : 4;
  if (facts.orders >= 1) return 3;
  if (facts.interests >= 1) return 2;
  return facts.targeted === true ? 1 : 0;
}

/** The customer levels, with a key account from 500.00 in the window on. */
function levelRankOf(facts: CustomerFacts): number {
  if (facts.recentOrders >= 4) return facts.recentRevenueMinor! >= 50_000 ? 6 : 5;
  if (facts.orders >= 2) return 4;
  if (facts.orders >= 1) return 3;
  if (facts.targeted !== true) return 0;
  return facts.reachable === true ? 2 : 1;
}

/** The loyalty levels, with very loyal from 500.00 in the window on. */
function loyaltyLevelRankOf(facts: CustomerFacts): number {
  if (facts.recentOrders >= 3 && !(facts.nps! <= 6) && !(facts.openComplaints >= 1)) {
    const committed =
      facts.referrals + facts.testimonials + facts.mentions >= 1 || facts.nps! >= 9 || facts.intent! >= 9;
    return facts.recentRevenueMinor! >= 50_000 && committed ? 4 : 3;
  }
  if (facts.recentOrders >= 1 && facts.orders + facts.interests + facts.reviews + facts.mentions >= 2)
    return 2;
  return facts.orders >= 1 || facts.interests >= 1 ? 1 : 0;
}

/** The lifecycle stages. */
function lifecycleRankOf(facts: CustomerFacts): number {
  if (facts.referrals + facts.testimonials >= 1) return 5;
  if (facts.orders >= 2) return 4;
  if (facts.orders >= 1) return 3;
  if (facts.interests >= 1) return 2;
  return facts.targeted === true ? 1 : 0;
}

/** The activity status. */
function statusRankOf(facts: CustomerFacts): number {
  if (facts.orders < 1) return 0;
  if (facts.orderDays === 1) {
    if (facts.recencyDays! <= 30) return 5;
    if (facts.recencyDays! <= 90) return 4;
    if (facts.recencyDays! <= 180) return 3;
    return facts.recencyDays! <= 365 ? 2 : 1;
  }
  if (facts.rhythm! <= 1.5) return 4;
  if (facts.rhythm! <= 3) return 3;
  return facts.rhythm! <= 6 ? 2 : 1;
}

type RankOf = (facts: CustomerFacts) => number;

/** The chains by hand, in the order of this file. */
export const RANKS_BY_HAND = {
  ladder: ladderRankOf,
  levels: levelRankOf,
  loyalty: loyaltyLevelRankOf,
  lifecycle: lifecycleRankOf,
  status: statusRankOf,
} as const satisfies Readonly<Record<string, RankOf>>;

/** Every row on one scale. Give each scale a process of its own: a loop that has called two chains inlines neither. */
export function ranksByHand(rows: readonly CustomerFacts[], rankOf: RankOf): Uint8Array {
  const ranks = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) ranks[row] = rankOf(rows[row]!);
  return ranks;
}

/** Every row on all five scales, in the order of this file; five ranks a row. */
export function allRanksOf(rows: readonly CustomerFacts[]): Uint8Array {
  const ranks = new Uint8Array(rows.length * 5);
  let place = 0;
  for (const facts of rows) {
    ranks[place] = ladderRankOf(facts);
    ranks[place + 1] = levelRankOf(facts);
    ranks[place + 2] = loyaltyLevelRankOf(facts);
    ranks[place + 3] = lifecycleRankOf(facts);
    ranks[place + 4] = statusRankOf(facts);
    place += 5;
  }
  return ranks;
}
