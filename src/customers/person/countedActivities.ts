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

/** Whether an id stands more than once, under whatever kinds. */
export function hasRepeatedId(activities: readonly Activity[]): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const { id } of activities) {
    if (id === undefined) continue;
    ids.add(id);
    count += 1;
  }
  return ids.size < count;
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
  const counts = activities.map((activity) => activity.day <= asOfDay); // by place: one object may stand twice
  const firstPlaces = new Map<string, number>();
  const conflicts = new Set<string>();
  for (const [place, activity] of activities.entries()) {
    if (counts[place] !== true || activity.id === undefined) continue;
    const key = `${activity.kind} ${activity.id}`;
    const first = firstPlaces.get(key);
    if (first === undefined) {
      firstPlaces.set(key, place);
      continue;
    }
    counts[place] = false;
    if (conflicts.has(key) || activitiesSayTheSame(activities[first] as Activity, activity, isSamePerson))
      continue;
    conflicts.add(key);
    counts[first] = false;
    addIssue(issues, conflictIssue(activity.kind, activity.id, activity.day));
  }
  for (const { kind, id, day } of disputes) {
    const key = `${kind} ${id}`;
    const first = firstPlaces.get(key);
    if (day > asOfDay || first === undefined || conflicts.has(key)) continue;
    conflicts.add(key);
    counts[first] = false;
    addIssue(issues, conflictIssue(kind, id, day));
  }
  return activities.filter((_, place) => counts[place]);
}
