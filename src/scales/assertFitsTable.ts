import { createIssue, type LoyaltyIssue } from "../base/issue.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import type { OpenScale } from "./scale.ts";

/**
 * Refuses a table that the scale was not made for.
 *
 * @throws LoyaltyError `currency_mismatch`, `window_mismatch`, `unknown_fact`
 */
export function assertFitsTable(scale: OpenScale, table: CustomerTable): void {
  const issues: LoyaltyIssue[] = [];
  const { currency = table.currency, windowDays = table.windowDays, ownFacts = {} } = scale;
  if (currency !== table.currency) {
    issues.push(createIssue("currency_mismatch", ["currency"], `a table in ${currency}`, table.currency));
  }
  if (windowDays !== table.windowDays) {
    const expected = `a table with a window of ${windowDays} days`;
    issues.push(createIssue("window_mismatch", ["windowDays"], expected, table.windowDays));
  }
  for (const [name, kind] of Object.entries(ownFacts)) {
    const held = table.ownFacts.get(name)?.kind;
    if (held === kind) continue;
    const received = held === undefined ? "no such column" : `a ${held}`;
    issues.push(createIssue("unknown_fact", ["ownFacts", name], `a table with a ${kind} ${name}`, received));
  }
  failOnIssues(issues);
}
