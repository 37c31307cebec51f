import type { IssueList } from "../../base/issueList.ts";
import { addIssue } from "../../base/issueList.ts";
import { MISSING_DAY } from "../../units/column.ts";
import type { Activity, ComplaintActivity } from "../activity.ts";
import { type CountFact, recentTwinOf } from "../facts.ts";
import {
  addResolution,
  type ComplaintOutcome,
  isFirstContactResolution,
  outcomeStated,
  unknownComplaint,
} from "../rules/complaintOutcome.ts";
import type { Window } from "../rules/window.ts";
import type { Gathering } from "./gatherOrders.ts";

/** Gathers the counts of everything but orders. `theirs` are this person's among all counted activities. */
export function gatherCounts(
  facts: Gathering,
  theirs: readonly Activity[],
  counted: readonly Activity[],
  window: Window,
  issues: IssueList,
): void {
  const outcomes = outcomesOf(counted, window, issues);
  for (const activity of theirs) {
    for (const fact of factsCountedBy(activity, outcomes)) {
      facts[fact] = (facts[fact] as number) + 1;
      if (activity.day < window.fromDay) continue;
      const recent = recentTwinOf(fact);
      facts[recent] = (facts[recent] as number) + 1;
    }
    if (activity.kind === "interest") {
      const { lastInterestDay = MISSING_DAY } = facts as { lastInterestDay?: number };
      facts.lastInterestDay = Math.max(lastInterestDay, activity.day);
    }
  }
}

type Outcomes = ReadonlyMap<ComplaintActivity, ComplaintOutcome>;

function outcomesOf(counted: readonly Activity[], window: Window, issues: IssueList): Outcomes {
  const outcomes = new Map<ComplaintActivity, ComplaintOutcome>();
  const byId = new Map<string, ComplaintOutcome>();
  for (const activity of counted) {
    if (activity.kind !== "complaint") continue;
    const outcome = outcomeStated(activity.resolvedDay, activity.contacts, window.asOfDay);
    outcomes.set(activity, outcome);
    if (activity.id !== undefined) byId.set(activity.id, outcome);
  }
  for (const activity of counted) {
    if (activity.kind !== "resolution") continue;
    const outcome = byId.get(activity.complaintId);
    if (outcome === undefined) addIssue(issues, unknownComplaint(activity.id, activity.complaintId));
    else addResolution(outcome, activity.contacts);
  }
  return outcomes;
}

/** The counts that an activity raises. */
function factsCountedBy(activity: Activity, outcomes: Outcomes): readonly CountFact[] {
  switch (activity.kind) {
    case "interest":
      return ["interests"];
    case "referral": {
      const facts: CountFact[] = ["referrals"];
      if (activity.prompted === false) facts.push("unpromptedReferrals");
      if (activity.converted === true) facts.push("convertedReferrals");
      return facts;
    }
    case "testimonial":
      return ["testimonials"];
    case "review":
      return ["reviews"];
    case "social":
      return ["mentions"];
    case "complaint": {
      const outcome = outcomes.get(activity) as ComplaintOutcome;
      if (!outcome.resolved) return ["complaints", "openComplaints"];
      return isFirstContactResolution(outcome) ? ["complaints", "firstContactResolutions"] : ["complaints"];
    }
    default:
      return [];
  }
}
