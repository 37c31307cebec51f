import type { CustomerHistory } from "../../customers/history.ts";
import type { Scale } from "../scale.ts";
import { type HistoryOptions, historyView } from "./historyView.ts";
import { nextChangeIn } from "./nextChangeIn.ts";

/**
 * The first day after `asOf` on which the person stands elsewhere by time alone: an order leaves the window, a
 * rhythm is lost, something recorded ahead comes due. Null when that never happens (up to the year 9999).
 *
 * The answer is exact without trying every day: while nothing recorded ahead comes due, facts run one way, so
 * halving finds the days on which they cross a threshold of the scale.
 *
 * @throws LoyaltyError as `classifyHistory`
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const history = addActivity(empty, { kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * nextChangeOn(history, activityStatus(), { asOf: "1970-01-10" }); // => "1970-02-01"
 */
export function nextChangeOn<Step extends string>(
  history: CustomerHistory,
  scale: Scale<Step>,
  options: HistoryOptions,
): string | null {
  return nextChangeIn(historyView(history, scale, options), scale);
}
