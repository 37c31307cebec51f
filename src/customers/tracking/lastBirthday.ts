import { createIssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { Activity, ProfileActivity } from "../activity.ts";
import { countedActivities } from "../person/countedActivities.ts";
import { birthdayNumber } from "../rules/birthdayNumber.ts";
import { compareMoments } from "../rules/compareMoments.ts";

/** The birthday that a person stated last up to a day, as month × 100 + day; 0 where none did. */
export function lastBirthday(
  activities: readonly Activity[],
  customerIds: ReadonlySet<string>,
  asOfDay: EpochDay,
): number {
  const profiles = activities.filter((activity): activity is ProfileActivity => activity.kind === "profile");
  if (profiles.every(({ birthday }) => birthday === undefined)) return 0;
  const isTheirs = (id: string | undefined) => customerIds.has(id as string);
  const isSamePerson = (idA: string | undefined, idB: string | undefined) =>
    idA === idB || (isTheirs(idA) && isTheirs(idB));
  const counted = countedActivities(profiles, asOfDay, createIssueList(0), { isSamePerson });
  let last: { atMs: number; id: string | undefined; value: string } | undefined;
  for (const { customerId, atMs, id, birthday } of counted as readonly ProfileActivity[]) {
    if (birthday === undefined || !isTheirs(customerId)) continue;
    const statement = { atMs, id, value: birthday };
    if (last === undefined || compareMoments(last, statement) < 0) last = statement;
  }
  return last === undefined ? 0 : birthdayNumber(last.value);
}
