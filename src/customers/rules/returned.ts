import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";

/** What came back from one order. Sums are clamped as they grow, so the order of refunds does not matter. */
export interface Returned {
  amountMinor: number;
  costMinor: number;
  /** The plain sum that was asked for, to be told when it exceeds the order. */
  askedMinor: number;
  cancelled: boolean;
}

/** Nothing came back yet. */
export function nothingReturned(): Returned {
  return { amountMinor: 0, costMinor: 0, askedMinor: 0, cancelled: false };
}

/** Adds a refund to what came back, cut to the order's amount and cost. */
export function addRefund(
  returned: Returned,
  refund: { readonly amountMinor: number; readonly costMinor: number },
  order: { readonly amountMinor: number; readonly costMinor: number },
): void {
  returned.askedMinor = Math.min(Number.MAX_SAFE_INTEGER, returned.askedMinor + refund.amountMinor);
  returned.amountMinor = Math.min(order.amountMinor, returned.amountMinor + refund.amountMinor);
  if (!Number.isNaN(refund.costMinor) && !Number.isNaN(order.costMinor)) {
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
  return createIssue("refund_of_unknown_order", path, "the id of a known order", orderId);
}

/** The issue for an order of which more was asked back than it brought. */
export function refundedAbove(orderId: string, orderMinor: number, returned: Returned): LoyaltyIssue {
  const expected = `refunds of at most ${orderMinor} minor units`;
  return createIssue("refund_above_order", ["order", orderId, "amountMinor"], expected, returned.askedMinor);
}
