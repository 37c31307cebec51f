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
import { checkSummarizeOptions, type SummarizeHistoryOptions } from "./rules/summarizeOptions.ts";

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
  const { activities, disputes } = history;
  const aliases = countedActivities(activities.filter(isAlias), window.asOfDay, issues, { disputes });
  const isSamePerson = samePersonBy(aliases);
  const others = activities.filter((activity) => !isAlias(activity));
  const counted = countedActivities(others, window.asOfDay, issues, { disputes, isSamePerson });
  const ids = joinedIds(aliases, options.customerId ?? history.customerId);
  const customerId = smallestId(ids);
  const isTheirs = (activity: Activity) => activity.customerId !== undefined && ids.has(activity.customerId);
  const theirs = counted.filter(isTheirs);
  const orders = standingOrders(counted, checked.countFreeOrders, issues).filter(({ order }) =>
    isTheirs(order),
  );
  const facts: Record<string, number | boolean> = {};
  for (const { kind, field } of BUILTIN_FACTS.values()) if (kind === "count") facts[field] = 0;
  gatherOrders(facts, orders, customerId, window, checked.minimumGapDays);
  gatherCounts(facts, theirs, counted, window, issues);
  gatherStates(facts, theirs, checked.ownFacts, issues);
  return {
    customerId,
    facts: facts as unknown as CustomerFacts,
    issues: issues.issues,
    issueCount: issues.count,
  };
}

function isAlias(activity: Activity): boolean {
  return activity.kind === "alias";
}

/** Whether two ids are one person; the aliases are asked only where the ids differ, which is rare. */
function samePersonBy(aliases: readonly Activity[]) {
  return (idA: string | undefined, idB: string | undefined): boolean =>
    idA === idB || (idA !== undefined && idB !== undefined && joinedIds(aliases, idA).has(idB));
}
