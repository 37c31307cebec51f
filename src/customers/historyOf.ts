import { fail } from "../base/loyaltyError.ts";
import type { Activity } from "./activity.ts";
import { activitiesOfKind, eachActivity } from "./activityAt.ts";
import type { ActivityTable } from "./activityTable.ts";
import { disputeActivity } from "./disputeActivity.ts";
import type { CustomerHistory } from "./history.ts";
import { joinedIds } from "./person/joinedIds.ts";

/**
 * The history of one person out of a table of everybody's activities: everything under their id and the ids
 * that aliases join with it, what others wrote about their orders and complaints, and which of their ids
 * others bear too. A few walks through the table: for everybody at once, `summarizeCustomers` is the way.
 *
 * @throws `unknown_customer` when nobody bears the id
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "interest", customerId: "ann", atMs: 0, day: 0 }],
 *   { currency: "USD" },
 * );
 * historyOf(activities, "ann").activities.length; // => 1
 */
export function historyOf(table: ActivityTable, customerId: string): CustomerHistory {
  if (!table.customerIds.includes(customerId)) {
    fail("unknown_customer", ["customerId"], "an id in the table", customerId);
  }
  const ids = joinedIds(activitiesOfKind(table, "alias"), customerId);
  const isTheirs = (activity: Activity) => activity.customerId !== undefined && ids.has(activity.customerId);
  const theirKeys = keysOf(table, isTheirs);
  const belongs = (activity: Activity) => isTheirs(activity) || theirKeys.has(keyOfTarget(activity));
  const gatheredKeys = keysOf(table, belongs);
  const activities: Activity[] = [];
  const foreign: Activity[] = [];
  for (const activity of eachActivity(table)) {
    if (belongs(activity)) activities.push(activity);
    else if (activity.id !== undefined && gatheredKeys.has(keyOf(activity))) foreign.push(activity);
  }
  const { currency, timeZone } = table;
  const format = "loyalty-ladder/history@1";
  const history = { format, customerId, currency, timeZone, activities } as const;
  return foreign.reduce<CustomerHistory>(
    (disputed, { kind, id, day }) => disputeActivity(disputed, { kind, id: id as string, day }),
    history,
  );
}

function keysOf(table: ActivityTable, belongs: (activity: Activity) => boolean): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const activity of eachActivity(table)) if (belongs(activity)) keys.add(keyOf(activity));
  return keys;
}

function keyOf(activity: Activity): string {
  return `${activity.kind} ${activity.id ?? ""}`;
}

/** The key of the order or the complaint that an activity is about. */
function keyOfTarget(activity: Activity): string {
  switch (activity.kind) {
    case "refund":
    case "cancellation":
      return `order ${activity.orderId}`;
    case "resolution":
      return `complaint ${activity.complaintId}`;
    default:
      return "";
  }
}
