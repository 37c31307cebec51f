import { createIssueList } from "../base/issueList.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import { checkCriterion } from "../criteria/checkCriterion.ts";
import type { CompileOptions } from "../criteria/compileCriteria.ts";

/**
 * Refuses what is no criterion over the facts of the schema, or waits for calibration.
 *
 * @throws LoyaltyError with everything that is wrong, at most 100 issues
 */
export function assertCriterion(criterion: unknown, options: CompileOptions): void {
  const issues = createIssueList();
  checkCriterion(criterion, { ...options, allowTop: false }, [], issues);
  failOnIssues(issues.issues);
}
