import type { CustomerHistory } from "../../customers/history.ts";
import { classifyCustomer } from "../classifyCustomer.ts";
import type { Placement } from "../placement.ts";
import type { Scale } from "../scale.ts";
import { type HistoryOptions, historyView } from "./historyView.ts";

/**
 * Where one person stands on a day, straight from the history: the placement that the table of everybody gives.
 *
 * @throws LoyaltyError `not_calibrated`, `currency_mismatch`, `window_mismatch`, `invalid_option`, `unsafe_total`
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const history = addActivity(empty, { kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * classifyHistory(history, ladderOfLoyalty(), { asOf: "1970-01-31" }).step; // => "shopper"
 */
export function classifyHistory<Step extends string>(
  history: CustomerHistory,
  scale: Scale<Step>,
  options: HistoryOptions,
): Placement<Step> {
  const view = historyView(history, scale, options);
  return classifyCustomer(view.factsOn(view.asOfDay), scale);
}
