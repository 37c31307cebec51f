import type { IssueList } from "../../base/issueList.ts";
import type { ActivityKind } from "../activity.ts";
import type { KindColumns } from "../activityTable.ts";
import type { FactColumns } from "../customerTable.ts";
import { isFirstContactResolution } from "../rules/complaintOutcome.ts";
import type { Window } from "../rules/window.ts";
import { complaintOutcomes } from "./complaintFacts.ts";
import type { CountedRows } from "./countedRows.ts";
import { countRows } from "./countFacts.ts";
import type { OwnerLookup } from "./stateFacts.ts";

/** Fills the counts of everything but orders, and the last interest. */
export function fillCounts(
  columns: FactColumns,
  counted: <K extends ActivityKind>(kind: K) => CountedRows<K>,
  owner: OwnerLookup,
  window: Window,
  issues: IssueList,
): void {
  const { asOfDay, fromDay } = window;
  const interests = counted("interest");
  countRows(columns, "interests", interests, owner, fromDay);
  fillLastInterest(columns, interests, owner);
  const referrals = counted("referral");
  const { prompted, converted } = referrals.columns.fields;
  countRows(columns, "referrals", referrals, owner, fromDay);
  countRows(columns, "unpromptedReferrals", referrals, owner, fromDay, (row) => prompted[row] === 0);
  countRows(columns, "convertedReferrals", referrals, owner, fromDay, (row) => converted[row] === 1);
  countRows(columns, "testimonials", counted("testimonial"), owner, fromDay);
  countRows(columns, "reviews", counted("review"), owner, fromDay);
  countRows(columns, "mentions", counted("social"), owner, fromDay);
  const complaints = counted("complaint");
  const outcomes = complaintOutcomes(complaints, counted("resolution"), asOfDay, issues);
  countRows(columns, "complaints", complaints, owner, fromDay);
  countRows(
    columns,
    "openComplaints",
    complaints,
    owner,
    fromDay,
    (row) => outcomes[row]?.resolved === false,
  );
  countRows(columns, "firstContactResolutions", complaints, owner, fromDay, (row) => {
    const outcome = outcomes[row];
    return outcome !== undefined && isFirstContactResolution(outcome);
  });
}

function fillLastInterest(
  columns: FactColumns,
  interests: CountedRows<"interest">,
  owner: OwnerLookup,
): void {
  const { lastInterestDay } = columns;
  for (let row = 0; row < interests.columns.count; row += 1) {
    if (interests.counts[row] !== 1) continue;
    const customer = owner(interests.columns as unknown as KindColumns, row);
    const day = interests.columns.days[row] as number;
    if (day > (lastInterestDay[customer] as number)) lastInterestDay[customer] = day;
  }
}
