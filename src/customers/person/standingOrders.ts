import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { OrderActivity } from "../activity.ts";
import {
  addRefund,
  isGone,
  issuesOfReturn,
  nothingReturned,
  type Returned,
  unknownOrder,
} from "../rules/returned.ts";
import type { PersonActivities } from "./personActivities.ts";

/** An order that still stands, net of what came back. */
export interface StandingOrder {
  readonly order: OrderActivity;
  readonly netAmountMinor: number;
  /** `NaN` where no cost was given. */
  readonly netCostMinor: number;
}

/** The orders that stand on a day; the same judgement as `settleOrders`, over objects. */
export function standingOrders(
  { orders, returns }: PersonActivities,
  asOfDay: EpochDay,
  countFreeOrders: boolean,
  issues: IssueList,
): readonly StandingOrder[] {
  const past = orders.filter((order) => order.day <= asOfDay);
  const returnedByOrder = returns.length === 0 ? undefined : returnedFrom(returns, past, asOfDay, issues);
  const standing: StandingOrder[] = [];
  for (const order of past) {
    const returned = returnedByOrder?.get(order);
    if (returned !== undefined) {
      for (const issue of issuesOfReturn(order.id as string, withCost(order), returned))
        addIssue(issues, issue);
      if (isGone(returned, order.amountMinor)) continue;
    }
    if (order.amountMinor === 0 && !countFreeOrders) continue;
    const netAmountMinor = order.amountMinor - (returned?.amountMinor ?? 0);
    const netCostMinor = (order.costMinor ?? Number.NaN) - (returned?.costMinor ?? 0);
    standing.push({ order, netAmountMinor, netCostMinor });
  }
  return standing;
}

function returnedFrom(
  returns: PersonActivities["returns"],
  orders: readonly OrderActivity[],
  asOfDay: EpochDay,
  issues: IssueList,
): ReadonlyMap<OrderActivity, Returned> {
  const orderById = new Map<string | undefined, OrderActivity>();
  for (const order of orders) if (order.id !== undefined) orderById.set(order.id, order);
  const returnedByOrder = new Map<OrderActivity, Returned>();
  for (const activity of returns) {
    if (activity.day > asOfDay) continue;
    const order = orderById.get(activity.orderId);
    if (order === undefined) {
      addIssue(issues, unknownOrder(activity.kind, activity.id, activity.orderId));
      continue;
    }
    const returned = returnedByOrder.get(order) ?? nothingReturned();
    returnedByOrder.set(order, returned);
    if (activity.kind === "cancellation") returned.cancelled = true;
    else addRefund(returned, withCost(activity), withCost(order));
  }
  return returnedByOrder;
}

function withCost(activity: { readonly amountMinor: number; readonly costMinor?: number }) {
  return { amountMinor: activity.amountMinor, costMinor: activity.costMinor ?? Number.NaN };
}
