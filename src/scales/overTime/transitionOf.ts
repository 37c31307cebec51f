import type { Activity } from "../../customers/activity.ts";
import { addActivity } from "../../customers/addActivity.ts";
import type { CustomerHistory } from "../../customers/history.ts";
import { classifyCustomer } from "../classifyCustomer.ts";
import type { Placement } from "../placement.ts";
import type { Scale } from "../scale.ts";
import { classifyHistory } from "./classifyHistory.ts";
import { type HistoryOptions, historyView } from "./historyView.ts";
import { nextChangeIn } from "./nextChangeIn.ts";

/** What one activity did to a person's placement. */
export interface Transition<Step extends string = string> {
  /** The history with the activity in it. */
  readonly history: CustomerHistory;
  readonly from: Placement<Step>;
  readonly to: Placement<Step>;
  /** The day on which the new placement changes by time alone, `YYYY-MM-DD`; null when it never does. */
  readonly nextChangeOn: string | null;
}

/**
 * One activity into a history: where the person stood without it and stands with it on the same day, and when
 * that will change by itself. Pure: the given history stays as it is.
 *
 * @throws LoyaltyError as `addActivity` and `classifyHistory`
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const order = { kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 } as const;
 * const { from, to } = transitionOf(empty, order, ladderOfLoyalty(), { asOf: "1970-01-31" });
 * [from.step, to.step]; // => [null, "shopper"]
 */
export function transitionOf<Step extends string>(
  history: CustomerHistory,
  activity: Activity,
  scale: Scale<Step>,
  options: HistoryOptions,
): Transition<Step> {
  const longer = addActivity(history, activity);
  const from = classifyHistory(history, scale, options);
  const view = historyView(longer, scale, options);
  return {
    history: longer,
    from,
    to: classifyCustomer(view.factsOn(view.asOfDay), scale),
    nextChangeOn: nextChangeIn(view, scale),
  };
}
