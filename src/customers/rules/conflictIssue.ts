import { createActivityIssue } from "../../base/activityIssue.ts";
import type { LoyaltyIssue } from "../../base/issue.ts";
import { type EpochDay, isoDayOf } from "../../units/day.ts";
import type { ActivityKind } from "../activity.ts";

/** The issue for an id that bears a second content, dated `day`. */
export function conflictIssue(kind: ActivityKind, id: string, day: EpochDay): LoyaltyIssue {
  const issue = createActivityIssue(
    "conflicting_activity",
    [kind, id],
    "one content per activity id",
    undefined,
  );
  return { ...issue, received: `another content, dated ${isoDayOf(day)}` };
}
