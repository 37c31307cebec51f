import { createActivityIssue } from "../../base/activityIssue.ts";
import type { LoyaltyIssue } from "../../base/issue.ts";

/** What came back from one order. Sums are clamped as they grow, so the order of refunds does not matter. */
export interface Returned {
  amountMinor: number;
  costMinor: number;
  /** The plain sum that was asked for, to be told when it exceeds the order. */
  askedMinor: number;
  /** The same of saved costs. */
  askedCostMinor: number;
  cancelled: boolean;
}

/** Nothing came back yet. */
export function nothingReturned(): Returned {
  return { amountMinor: 0, costMinor: 0, askedMinor: 0, askedCostMinor: 0, cancelled: false };
}

/** What an order brought and cost, or what a refund gave back of both; a missing cost is `NaN`. */
interface OrderAmounts {
  readonly amountMinor: number;
  readonly costMinor: number;
}

/** Beyond 2^53 - 1 a sum no longer tells anything but that it is too much. */
function addSafely(a: number, b: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, a + b);
}

/** Adds a refund to what came back, cut to the order's amount and cost. */
export function addRefund(returned: Returned, refund: OrderAmounts, order: OrderAmounts): void {
  returned.askedMinor = addSafely(returned.askedMinor, refund.amountMinor);
  returned.amountMinor = Math.min(order.amountMinor, returned.amountMinor + refund.amountMinor);
  if (!Number.isNaN(refund.costMinor) && !Number.isNaN(order.costMinor)) {
    returned.askedCostMinor = addSafely(returned.askedCostMinor, refund.costMinor);
    returned.costMinor = Math.min(order.costMinor, returned.costMinor + refund.costMinor);
  }
}

/** Whether the order is gone: cancelled, or every minor unit came back. */
export function isGone(returned: Returned, orderAmountMinor: number): boolean {
  return returned.cancelled || returned.amountMinor >= orderAmountMinor;
}

/** The issue for a refund or cancellation that names no known order. */
export function unknownOrder(
  kind: "refund" | "cancellation",
  id: string | undefined,
  orderId: string,
): LoyaltyIssue {
  const path = id === undefined ? [kind, "orderId"] : [kind, id, "orderId"];
  return createActivityIssue("refund_of_unknown_order", path, "the id of a known order", orderId);
}

/** The issues for an order of which more was asked back, in money or in saved cost, than there was. */
export function issuesOfReturn(orderId: string, order: OrderAmounts, returned: Returned): LoyaltyIssue[] {
  const issueOf = (field: "amountMinor" | "costMinor", askedMinor: number) => {
    const expected = `refunds of at most ${order[field]} minor units`;
    return createActivityIssue("refund_above_order", ["order", orderId, field], expected, askedMinor);
  };
  return [
    ...(returned.askedMinor > order.amountMinor ? [issueOf("amountMinor", returned.askedMinor)] : []),
    ...(returned.askedCostMinor > order.costMinor ? [issueOf("costMinor", returned.askedCostMinor)] : []),
  ];
}
