import { createIssueList } from "../../base/issueList.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { ActivityKind } from "../../customers/activity.ts";
import { type ActivityTable, NOBODY } from "../../customers/activityTable.ts";
import { countedRows } from "../../customers/summary/countedRows.ts";
import { joinAliases } from "../../customers/summary/joinAliases.ts";
import type { OwnedOrders } from "../../customers/summary/ownedOrders.ts";
import { settleOrders } from "../../customers/summary/settleOrders.ts";
import type { EpochDay } from "../../units/day.ts";

/** Who bought when: the orders that stand, each with its person. */
interface StandingPurchases {
  readonly ids: readonly string[];
  readonly orders: OwnedOrders;
}

/**
 * The orders that stand on a day, by the very rules that the facts about customers go by: repeats and conflicts of
 * ids, refunds, cancellations, free orders, joined ids. `joinedDay` is the day up to which aliases are known. What
 * the rules find odd is listed by `summarizeCustomers`, not here.
 *
 * @throws LoyaltyError `invalid_option` for anything but an activity table
 */
export function standingPurchases(
  activities: ActivityTable,
  asOfDay: EpochDay,
  joinedDay: EpochDay,
  countFreeOrders: boolean,
): StandingPurchases {
  if (activities?.kinds === undefined) {
    fail(
      "invalid_option",
      ["activities"],
      "an activity table; rows go through readActivities first",
      activities,
    );
  }
  const issues = createIssueList(0);
  const aliases = countedRows(activities, "alias", joinedDay, issues);
  const { ids, rowOfCode } = joinAliases(activities, aliases, joinedDay);
  const personOf = (code: number) => (code === NOBODY ? NOBODY : (rowOfCode[code] as number));
  const counted = <K extends ActivityKind>(kind: K) =>
    countedRows(activities, kind, asOfDay, issues, personOf);
  const orders = counted("order");
  const settled = settleOrders(orders, counted("refund"), counted("cancellation"), countFreeOrders, issues);
  const { customers, days } = orders.columns;
  return { ids, orders: { ...settled, ownerRows: customers.map(personOf), days } };
}
