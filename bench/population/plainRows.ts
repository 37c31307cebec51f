import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { numberAt } from "../../src/units/column.ts";

/**
 * The customers of a table as a backend holds them: one object each, written as one literal, so all have one
 * shape. A missing number is `NaN`, a flag that was never said is false.
 */
export function plainRows(table: CustomerTable): CustomerFacts[] {
  return Array.from({ length: table.rowCount }, (_, row) => plainRow(table, row));
}

function plainRow({ columns }: CustomerTable, row: number): CustomerFacts {
  return {
    interests: columns.interests[row]!,
    orders: columns.orders[row]!,
    orderDays: columns.orderDays[row]!,
    referrals: columns.referrals[row]!,
    unpromptedReferrals: columns.unpromptedReferrals[row]!,
    convertedReferrals: columns.convertedReferrals[row]!,
    testimonials: columns.testimonials[row]!,
    reviews: columns.reviews[row]!,
    mentions: columns.mentions[row]!,
    complaints: columns.complaints[row]!,
    openComplaints: columns.openComplaints[row]!,
    firstContactResolutions: columns.firstContactResolutions[row]!,
    recentInterests: columns.recentInterests[row]!,
    recentOrders: columns.recentOrders[row]!,
    recentOrderDays: columns.recentOrderDays[row]!,
    recentReferrals: columns.recentReferrals[row]!,
    recentUnpromptedReferrals: columns.recentUnpromptedReferrals[row]!,
    recentConvertedReferrals: columns.recentConvertedReferrals[row]!,
    recentTestimonials: columns.recentTestimonials[row]!,
    recentReviews: columns.recentReviews[row]!,
    recentMentions: columns.recentMentions[row]!,
    recentComplaints: columns.recentComplaints[row]!,
    recentOpenComplaints: columns.recentOpenComplaints[row]!,
    recentFirstContactResolutions: columns.recentFirstContactResolutions[row]!,
    revenueMinor: columns.revenueMinor[row]!,
    profitMinor: columns.profitMinor[row]!,
    recentRevenueMinor: columns.recentRevenueMinor[row]!,
    recentProfitMinor: columns.recentProfitMinor[row]!,
    firstOrderDay: numberAt("day", columns.firstOrderDay, row),
    lastOrderDay: numberAt("day", columns.lastOrderDay, row),
    lastInterestDay: numberAt("day", columns.lastInterestDay, row),
    memberSinceDay: numberAt("day", columns.memberSinceDay, row),
    recencyDays: columns.recencyDays[row]!,
    meanGapDays: columns.meanGapDays[row]!,
    rhythm: columns.rhythm[row]!,
    nps: numberAt("score", columns.nps, row),
    intent: numberAt("score", columns.intent, row),
    csat: numberAt("score", columns.csat, row),
    ces: numberAt("score", columns.ces, row),
    member: columns.member[row] === 1,
    targeted: columns.targeted[row] === 1,
    reachable: columns.reachable[row] === 1,
    contactable: columns.contactable[row] === 1,
  };
}
