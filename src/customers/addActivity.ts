import { failOnActivity } from "../base/activityIssue.ts";
import type { Activity, CancellationActivity, RefundActivity, ResolutionActivity } from "./activity.ts";
import { assertActivity } from "./assertActivity.ts";
import { activitiesSayTheSame } from "./columns/sameContent.ts";
import type { CustomerHistory } from "./history.ts";
import { joinedIds } from "./person/joinedIds.ts";

/**
 * The history with one more activity; the given one stays as it is. The same activity id with the same content
 * changes nothing: adding twice is adding once. An alias widens the person by an id, from then on activities
 * of that id are taken too (what it did before comes in with `mergeHistories`).
 *
 * @throws `customer_mismatch` for someone else's activity; `empty_id`, `unknown_kind`, `invalid_instant`,
 * `invalid_amount` as `createActivityTable` does
 * @example
 * const order = { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 } as const;
 * const once = addActivity(startHistory({ customerId: "ann", currency: "USD" }), order);
 * addActivity(once, order).activities.length; // => 1
 */
export function addActivity(history: CustomerHistory, activity: Activity): CustomerHistory {
  assertActivity(activity);
  if (history.activities.some((known) => isRepeat(known, activity))) return history;
  const activities = [...history.activities, activity];
  if (namesItsTarget(activity)) return { ...history, activities };
  if (activity.kind !== "alias" && activity.customerId === history.customerId)
    return { ...history, activities };
  const ids = joinedIds(activities, history.customerId);
  if (!ids.has(activity.customerId)) {
    failOnActivity("customer_mismatch", ["customerId"], history.customerId, activity.customerId);
  }
  return { ...history, activities };
}

/** Whether two activities are one: the same kind and id with the same content. */
export function isRepeat(a: Activity, b: Activity): boolean {
  return a.id !== undefined && a.id === b.id && a.kind === b.kind && activitiesSayTheSame(a, b);
}

/** The order or the complaint says whose it is, whoever sent the money back. */
function namesItsTarget(
  activity: Activity,
): activity is RefundActivity | CancellationActivity | ResolutionActivity {
  return activity.kind === "refund" || activity.kind === "cancellation" || activity.kind === "resolution";
}
