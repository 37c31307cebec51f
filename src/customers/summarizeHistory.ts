import { createIssueList } from "../base/issueList.ts";
import type { Activity } from "./activity.ts";
import { BUILTIN_FACTS, type CustomerFacts } from "./facts.ts";
import type { CustomerHistory, CustomerSummary } from "./history.ts";
import { countedActivities } from "./person/countedActivities.ts";
import { gatherCounts } from "./person/gatherCounts.ts";
import { gatherOrders } from "./person/gatherOrders.ts";
import { gatherStates } from "./person/gatherStates.ts";
import { joinedIds, smallestId } from "./person/joinedIds.ts";
import { standingOrders } from "./person/standingOrders.ts";
import { checkSummarizeOptions, type SummarizeOptions } from "./rules/summarizeOptions.ts";

/** The options of `summarizeCustomers`, and for whom where a later alias will join several ids. */
export interface SummarizeHistoryOptions extends SummarizeOptions {
  /** @defaultValue the history's `customerId` */
  readonly customerId?: string;
}

/**
 * The facts of one person on one day, straight from the history: exactly the row that `summarizeCustomers`
 * gives for the same activities, and the plain form that it is tested against. Someone who did nothing yet
 * has zero counts and nothing else.
 *
 * @throws as `summarizeCustomers`
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const history = addActivity(empty, { kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * summarizeHistory(history, { asOf: "1970-01-31" }).facts.recencyDays; // => 30
 */
export function summarizeHistory(
  history: CustomerHistory,
  options: SummarizeHistoryOptions,
): CustomerSummary {
  const checked = checkSummarizeOptions(history, options);
  const { window } = checked;
  const issues = createIssueList(options.issueLimit);
  const counted = countedActivities(history.activities, window.asOfDay, issues, history.disputes);
  const ids = joinedIds(counted, options.customerId ?? history.customerId);
  const isTheirs = (activity: Activity) => activity.customerId !== undefined && ids.has(activity.customerId);
  const theirs = counted.filter(isTheirs);
  const orders = standingOrders(counted, checked.countFreeOrders, issues).filter(({ order }) =>
    isTheirs(order),
  );
  const facts: Record<string, number | boolean> = {};
  for (const { kind, field } of BUILTIN_FACTS.values()) if (kind === "count") facts[field] = 0;
  gatherOrders(facts, orders, window, checked.minimumGapDays);
  gatherCounts(facts, theirs, counted, window, issues);
  gatherStates(facts, theirs, checked.ownFacts, issues);
  return {
    customerId: smallestId(ids),
    facts: facts as unknown as CustomerFacts,
    issues: issues.issues,
    issueCount: issues.count,
  };
}
