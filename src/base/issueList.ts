import type { LoyaltyIssue } from "./issue.ts";

/** How many issues a verb keeps unless told otherwise; all are counted. */
export const DEFAULT_ISSUE_LIMIT = 100;

/** A list of issues that stops growing at its limit but goes on counting, so ten million bad rows stay flat. */
export interface IssueList {
  readonly issues: LoyaltyIssue[];
  count: number;
  readonly limit: number;
}

export function createIssueList(limit: number = DEFAULT_ISSUE_LIMIT): IssueList {
  return { issues: [], count: 0, limit };
}

export function addIssue(list: IssueList, issue: LoyaltyIssue): void {
  list.count += 1;
  if (list.issues.length < list.limit) list.issues.push(issue);
}
