import { createIssueList } from "../base/issueList.ts";
import type { CustomerHistory, CustomerSummary } from "./history.ts";
import { personOf } from "./person/personOn.ts";
import { summarizePerson } from "./person/summarizePerson.ts";
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
  const issues = createIssueList(options.issueLimit);
  const person = personOf(history, options.customerId ?? history.customerId);
  const { customerId, facts } = summarizePerson(person, checked, issues);
  return { customerId, facts, issues: issues.issues, issueCount: issues.count };
}
