import type { CustomerHistory, Dispute } from "./history.ts";

/**
 * The history with one id marked as disputed: another person's activity of that kind bears it too, so from
 * that day on it counts for neither. One history cannot see the other; whoever keeps both (a unique index on
 * kind and id) says so here, and the facts stay exactly those of the batch. Twice is once.
 *
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const bought = addActivity(empty, { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * const disputed = disputeActivity(bought, { kind: "order", id: "o1", day: 3 });
 * summarizeHistory(disputed, { asOf: "1970-01-31" }).facts.orders; // => 0
 */
export function disputeActivity(history: CustomerHistory, dispute: Dispute): CustomerHistory {
  const { disputes = [] } = history;
  const known = disputes.some(
    ({ kind, id, day }) => kind === dispute.kind && id === dispute.id && day === dispute.day,
  );
  return known ? history : { ...history, disputes: [...disputes, dispute] };
}
