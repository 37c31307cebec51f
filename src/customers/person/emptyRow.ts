import { type ColumnArrays, type ColumnKind, createColumn } from "../../units/column.ts";
import type { FactColumns } from "../customerTable.ts";

interface OneRow {
  readonly columns: FactColumns;
  readonly all: readonly { readonly values: ColumnArrays[ColumnKind]; readonly empty: number }[];
}

let oneRow: OneRow | undefined;

/**
 * Columns for the facts of one person, as of somebody who did nothing. Always the same columns: read them before
 * the next person's facts are gathered. To make 43 arrays takes longer than to gather the facts.
 */
export function emptyRow(): FactColumns {
  oneRow ??= createOneRow();
  for (const { values, empty } of oneRow.all) values[0] = empty;
  return oneRow.columns;
}

function createOneRow(): OneRow {
  const columns: FactColumns = {
    interests: createColumn("count", 1),
    orders: createColumn("count", 1),
    orderDays: createColumn("count", 1),
    referrals: createColumn("count", 1),
    unpromptedReferrals: createColumn("count", 1),
    convertedReferrals: createColumn("count", 1),
    testimonials: createColumn("count", 1),
    reviews: createColumn("count", 1),
    mentions: createColumn("count", 1),
    complaints: createColumn("count", 1),
    openComplaints: createColumn("count", 1),
    firstContactResolutions: createColumn("count", 1),
    recentInterests: createColumn("count", 1),
    recentOrders: createColumn("count", 1),
    recentOrderDays: createColumn("count", 1),
    recentReferrals: createColumn("count", 1),
    recentUnpromptedReferrals: createColumn("count", 1),
    recentConvertedReferrals: createColumn("count", 1),
    recentTestimonials: createColumn("count", 1),
    recentReviews: createColumn("count", 1),
    recentMentions: createColumn("count", 1),
    recentComplaints: createColumn("count", 1),
    recentOpenComplaints: createColumn("count", 1),
    recentFirstContactResolutions: createColumn("count", 1),
    revenueMinor: createColumn("money", 1),
    profitMinor: createColumn("money", 1),
    recentRevenueMinor: createColumn("money", 1),
    recentProfitMinor: createColumn("money", 1),
    firstOrderDay: createColumn("day", 1),
    lastOrderDay: createColumn("day", 1),
    lastInterestDay: createColumn("day", 1),
    memberSinceDay: createColumn("day", 1),
    recencyDays: createColumn("number", 1),
    meanGapDays: createColumn("number", 1),
    rhythm: createColumn("number", 1),
    nps: createColumn("score", 1),
    intent: createColumn("score", 1),
    csat: createColumn("score", 1),
    ces: createColumn("score", 1),
    member: createColumn("flag", 1),
    targeted: createColumn("flag", 1),
    reachable: createColumn("flag", 1),
    contactable: createColumn("flag", 1),
  };
  const all = Object.values(columns).map((values) => ({ values, empty: values[0] as number }));
  return { columns, all };
}
