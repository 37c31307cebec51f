import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { Activity } from "../activity.ts";
import { activitiesSayTheSame } from "../columns/sameContent.ts";
import type { Dispute } from "../history.ts";
import { conflictIssue } from "../rules/conflictIssue.ts";

/** What else decides which activities count. */
interface CountingOptions {
  readonly disputes?: readonly Dispute[] | undefined;
  /** Whether two customer ids are one person. */
  readonly isSamePerson?: (idA: string | undefined, idB: string | undefined) => boolean;
}

/**
 * The activities that count on a day: what came later, repeats, and every activity of an id that bears two
 * different contents are left out. The same judgement as `countedRows`, over objects.
 */
export function countedActivities(
  activities: readonly Activity[],
  asOfDay: EpochDay,
  issues: IssueList,
  { disputes = [], isSamePerson = Object.is }: CountingOptions = {},
): readonly Activity[] {
  const counted = new Set<Activity>();
  const firstByKey = new Map<string, Activity>();
  const conflicts = new Set<string>();
  for (const activity of activities) {
    if (activity.day > asOfDay) continue;
    const key = activity.id === undefined ? undefined : `${activity.kind} ${activity.id}`;
    const first = key === undefined ? undefined : firstByKey.get(key);
    if (key === undefined || first === undefined) {
      counted.add(activity);
      if (key !== undefined) firstByKey.set(key, activity);
    } else if (!conflicts.has(key) && !activitiesSayTheSame(first, activity, isSamePerson)) {
      conflicts.add(key);
      counted.delete(first);
      addIssue(issues, conflictIssue(activity.kind, activity.id as string, activity.day));
    }
  }
  for (const dispute of disputes) {
    const key = `${dispute.kind} ${dispute.id}`;
    const first = firstByKey.get(key);
    if (dispute.day > asOfDay || first === undefined || conflicts.has(key)) continue;
    conflicts.add(key);
    counted.delete(first);
    addIssue(issues, conflictIssue(dispute.kind, dispute.id, dispute.day));
  }
  return [...counted];
}
