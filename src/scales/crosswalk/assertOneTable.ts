import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import { failOnIssues } from "../../base/loyaltyError.ts";
import type { Scale } from "../scale.ts";

/**
 * Refuses two scales that no table fits both.
 *
 * @throws LoyaltyError `currency_mismatch`, `window_mismatch`, `unknown_fact` for a fact of the user's own that
 * the two declare with different kinds
 */
export function assertOneTable(a: Scale, b: Scale): void {
  const issues: LoyaltyIssue[] = [];
  if (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency) {
    issues.push(createIssue("currency_mismatch", ["currency"], `a scale in ${a.currency}`, b.currency));
  }
  if (a.windowDays !== undefined && b.windowDays !== undefined && a.windowDays !== b.windowDays) {
    const expected = `a scale with a window of ${a.windowDays} days`;
    issues.push(createIssue("window_mismatch", ["windowDays"], expected, b.windowDays));
  }
  const kinds = new Map(Object.entries(a.ownFacts ?? {}));
  for (const [name, kind] of Object.entries(b.ownFacts ?? {})) {
    const other = kinds.get(name) ?? kind;
    if (other === kind) continue;
    issues.push(createIssue("unknown_fact", ["ownFacts", name], `a ${other} ${name}`, `a ${kind}`));
  }
  failOnIssues(issues);
}
