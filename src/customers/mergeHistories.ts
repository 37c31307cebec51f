import { failOnActivity } from "../base/activityIssue.ts";
import { isRepeat } from "./addActivity.ts";
import { disputeActivity } from "./disputeActivity.ts";
import type { CustomerHistory } from "./history.ts";
import { joinedIds, smallestId } from "./person/joinedIds.ts";

/**
 * Joins two parts of one person's history: two devices, or two ids that an alias in either part makes one.
 * Activities with an id that stand in both are kept once. Facts do not depend on order or grouping of merges.
 *
 * @throws `currency_mismatch`, `time_zone_mismatch`; `customer_mismatch` when nothing joins the two ids
 * @example
 * const part = startHistory({ customerId: "ann", currency: "USD" });
 * mergeHistories(part, part).customerId; // => "ann"
 */
export function mergeHistories(a: CustomerHistory, b: CustomerHistory): CustomerHistory {
  if (a.currency !== b.currency) failOnActivity("currency_mismatch", ["currency"], a.currency, b.currency);
  if (a.timeZone !== b.timeZone) failOnActivity("time_zone_mismatch", ["timeZone"], a.timeZone, b.timeZone);
  const activities = [...a.activities];
  for (const activity of b.activities) {
    if (!activities.some((known) => isRepeat(known, activity))) activities.push(activity);
  }
  const ids = joinedIds(activities, a.customerId);
  if (!ids.has(b.customerId)) failOnActivity("customer_mismatch", ["customerId"], a.customerId, b.customerId);
  const customerId = smallestId(new Set([a.customerId, b.customerId]));
  const joined = { ...a, customerId, activities };
  return (b.disputes ?? []).reduce(disputeActivity, joined);
}
