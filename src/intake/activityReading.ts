import type { LoyaltyIssue } from "../base/issue.ts";
import type { ActivityTable } from "../customers/activityTable.ts";

/** What came of reading rows. */
export interface ActivityReading {
  /** Every good row, ready for `summarizeCustomers`. */
  readonly activities: ActivityTable;
  readonly rowCount: number;
  readonly acceptedCount: number;
  readonly rejectedCount: number;
  /** What was wrong, at most `issueLimit`: each with `row` (from 0), `path`, `expected` and `received`. */
  readonly issues: readonly LoyaltyIssue[];
  /** How many issues there were in all; a row may have several. */
  readonly issueCount: number;
}
