import { createIssueList } from "../../base/issueList.ts";
import { type EpochDay, isoDayOf } from "../../units/day.ts";
import type { Activity } from "../activity.ts";
import { activityAt } from "../activityAt.ts";
import { type ActivityTable, NOBODY } from "../activityTable.ts";
import type { NamelessTotals } from "../customerTable.ts";
import type { CustomerFacts } from "../facts.ts";
import { countedActivities } from "../person/countedActivities.ts";
import { joinedIds, smallestId } from "../person/joinedIds.ts";
import { summarizeHistory } from "../summarizeHistory.ts";
import { kindOf, type LoggedKind, rowOf } from "./activityLog.ts";
import { type Mention, mentionOf } from "./concernedCodes.ts";
import { gatherActivities } from "./gatherActivities.ts";
import { lastBirthday } from "./lastBirthday.ts";
import { recomputeNameless } from "./recomputeNameless.ts";
import type { TrackerState } from "./trackerState.ts";

/** What some people turn out to be, before anything is written. */
export interface Recomputed {
  /** Everybody who was asked for, once per person. */
  readonly people: readonly RecomputedPerson[];
  /** Absent where the orders of nobody were not concerned. */
  readonly nameless?: NamelessTotals;
}

/** One person, by all ids that are the person today. */
export interface RecomputedPerson {
  readonly customerIds: readonly string[];
  /** The one that the person goes by. */
  readonly id: string;
  /** Undefined where there is no such customer yet. */
  readonly facts: CustomerFacts | undefined;
  readonly birthday: number;
}

/**
 * The facts of some people on a day, by the very rules of the batch, from nothing but the kept activities that
 * concern them and one that arrives; nothing is written. The exact way, for whatever is not simple.
 *
 * @throws LoyaltyError `unsafe_total`
 */
export function recomputeFacts(
  state: TrackerState,
  codes: ReadonlySet<number>,
  asOfDay: EpochDay,
  arriving?: Activity,
): Recomputed {
  const mention = arriving === undefined ? undefined : mentionOf(state, arriving);
  const people = independentGroups(state, codes, mention).flatMap((group, index) => {
    const activities = activitiesOf(state, inOrder(gatherActivities(state, group, mention)));
    const asked = new Set(Array.from(group, (code) => state.codes.ids[code] as string));
    if (arriving !== undefined) {
      activities.push(arriving);
      if (index === 0) for (const id of idsNamedBy(arriving)) asked.add(id); // they may have no code yet
    }
    return peopleAmong(state, activities, asked, asOfDay);
  });
  if (!codes.has(NOBODY)) return { people };
  const nobodys = inOrder(gatherActivities(state, new Set([NOBODY]), mention));
  return { people, nameless: recomputeNameless(state, nobodys, asOfDay, arriving) };
}

/**
 * The codes in groups of which none can become one person with another: clusters, and first of all everybody whom
 * an arriving activity names. Group by group the time grows with the people, all at once with their square.
 */
function independentGroups(
  { clusters }: TrackerState,
  codes: ReadonlySet<number>,
  arriving: Mention | undefined,
): readonly ReadonlySet<number>[] {
  const groups: ReadonlySet<number>[] = [];
  const open = new Set(codes);
  open.delete(NOBODY);
  const take = (some: readonly number[]) => {
    const group = new Set(some.flatMap((code) => clusters.get(code) ?? [code]));
    for (const code of group) open.delete(code);
    groups.push(group);
  };
  if (arriving !== undefined) take(arriving.codes);
  for (const code of open) take([code]);
  return groups;
}

function idsNamedBy(activity: Activity): readonly string[] {
  if (activity.kind === "alias") return [activity.customerId, activity.otherId];
  return activity.customerId === undefined ? [] : [activity.customerId];
}

/** In order of arrival within each kind, as a table has them. */
function inOrder(references: ReadonlySet<number>): readonly number[] {
  return Array.from(references).sort((a, b) => a - b);
}

function activitiesOf({ codes, log }: TrackerState, references: readonly number[]): Activity[] {
  // The log has what `activityAt` reads of a table.
  const source = { customerIds: codes.ids, kinds: log.kindsByName } as unknown as ActivityTable;
  return references.map((reference): Activity => {
    const { kind } = log.kinds[kindOf(reference)] as LoggedKind;
    return activityAt(source, kind, rowOf(reference));
  });
}

/** Who is who among the ids, and the facts of each person. */
function peopleAmong(
  { currency, timeZone, options }: TrackerState,
  activities: readonly Activity[],
  asked: ReadonlySet<string>,
  asOfDay: EpochDay,
): readonly RecomputedPerson[] {
  const asOf = isoDayOf(asOfDay);
  const aliases = countedActivities(activities.filter(isAlias), asOfDay, createIssueList(0));
  const people: RecomputedPerson[] = [];
  const open = new Set(asked);
  for (const customerId of open) {
    const joined = joinedIds(aliases, customerId);
    for (const id of joined) open.delete(id);
    // Whoever is joined was seen with the alias that joins them.
    const isSeen =
      joined.size > 1 ||
      activities.some((activity) => activity.customerId === customerId && activity.day <= asOfDay);
    const person = { customerIds: [...joined], id: smallestId(joined) };
    if (!isSeen) {
      people.push({ ...person, facts: undefined, birthday: 0 });
      continue;
    }
    const format = "loyalty-ladder/history@1";
    const history = { format, customerId, currency, timeZone, activities } as const;
    const { facts } = summarizeHistory(history, { ...options, asOf });
    people.push({ ...person, facts, birthday: lastBirthday(activities, joined, asOfDay) });
  }
  return people;
}

function isAlias(activity: Activity): boolean {
  return activity.kind === "alias";
}
