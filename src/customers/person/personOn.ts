import type { IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import type { Activity } from "../activity.ts";
import type { CustomerHistory } from "../history.ts";
import { countedActivities, hasRepeatedId } from "./countedActivities.ts";
import { joinedIds, smallestId } from "./joinedIds.ts";
import { type PersonActivities, personActivities } from "./personActivities.ts";

/** A person whose facts are asked for, on one day or on several. */
export interface Person {
  readonly history: CustomerHistory;
  /** One of their ids. */
  readonly customerId: string;
  /**
   * Everything, sorted, where no day changes what counts but by what has happened: without aliases, repeated ids
   * and disputes, as nearly always. Then a day only looks at the days.
   */
  readonly plain: PersonOnDay | undefined;
}

/** What counts of a person on a day. It may hold what comes later, but nothing that must not count then. */
interface PersonOnDay {
  /** Of the ids that are joined the smallest in code-unit order. */
  readonly customerId: string;
  readonly isTheirs: (customerId: string) => boolean;
  readonly activities: PersonActivities;
}

/** Looks through a history once, however many days are asked for. */
export function personOf(history: CustomerHistory, customerId: string): Person {
  const { activities, disputes } = history;
  const isPlain = disputes === undefined && !activities.some(isAlias) && !hasRepeatedId(activities);
  if (!isPlain) return { history, customerId, plain: undefined };
  const isTheirs = (id: string): boolean => id === customerId;
  const plain = { customerId, isTheirs, activities: personActivities(activities, isTheirs) };
  return { history, customerId, plain };
}

/** What counts on a day; adds what must not count to `issues`. */
export function personOn(
  { history, customerId, plain }: Person,
  asOfDay: EpochDay,
  issues: IssueList,
): PersonOnDay {
  if (plain !== undefined) return plain;
  const { activities, disputes } = history;
  const aliases = countedActivities(activities.filter(isAlias), asOfDay, issues, { disputes });
  const isSamePerson = samePersonBy(aliases);
  const others = activities.filter((activity) => !isAlias(activity));
  const counted = countedActivities(others, asOfDay, issues, { disputes, isSamePerson });
  const ids = joinedIds(aliases, customerId);
  const isTheirs = (id: string): boolean => ids.has(id);
  return { customerId: smallestId(ids), isTheirs, activities: personActivities(counted, isTheirs) };
}

function isAlias(activity: Activity): boolean {
  return activity.kind === "alias";
}

/** Whether two ids are one person; the aliases are asked only where the ids differ, which is rare. */
function samePersonBy(aliases: readonly Activity[]) {
  return (idA: string | undefined, idB: string | undefined): boolean =>
    idA === idB || (idA !== undefined && idB !== undefined && joinedIds(aliases, idA).has(idB));
}
