import type { IssueList } from "../../base/issueList.ts";
import { MISSING_DAY } from "../../units/column.ts";
import type { EpochDay } from "../../units/day.ts";
import type { Activity, MembershipActivity, ProfileActivity } from "../activity.ts";
import type { FactColumns } from "../customerTable.ts";
import type { OwnFactKinds } from "../facts.ts";
import { compareMoments } from "../rules/compareMoments.ts";
import { memberSinceDayOf } from "../rules/memberSince.ts";
import { listOddFacts, statedFact } from "../rules/ownFact.ts";
import type { PersonActivities } from "./personActivities.ts";

/** The facts of one's own that profiles state. */
type OwnStatements = Iterable<readonly [name: string, statement: { readonly value: number | boolean }]>;

/**
 * Gathers what holds until someone says otherwise: membership, scores, market, consent. Gives the facts of one's
 * own that are known.
 */
export function gatherStates(
  row: FactColumns,
  { memberships, surveys, markets, profiles }: PersonActivities,
  asOfDay: EpochDay,
  ownFacts: OwnFactKinds,
  issues: IssueList,
): OwnStatements {
  gatherMembership(row, memberships, asOfDay);
  const latest: Latest = new Map();
  for (const survey of surveys) {
    if (survey.day <= asOfDay) state(latest, survey, survey.instrument, survey.score);
  }
  for (const market of markets) {
    if (market.day > asOfDay) continue;
    state(latest, market, "targeted", market.targeted);
    state(latest, market, "reachable", market.reachable);
  }
  const past = profiles.filter(({ day }) => day <= asOfDay);
  for (const profile of past) state(latest, profile, "contactable", profile.contactable);
  for (const [name, { value }] of latest) row[name as "nps" | "targeted"][0] = Number(value);
  return past.length === 0 ? [] : ownStatementsOf(past, ownFacts, issues);
}

type Latest = Map<string, Statement>;

interface Statement {
  readonly atMs: number;
  readonly id: string | undefined;
  readonly value: number | boolean;
}

/** Takes a statement, where there is one, unless a later one is known. */
function state(
  latest: Latest,
  { atMs, id }: Activity,
  name: string,
  value: number | boolean | undefined,
): void {
  if (value === undefined) return;
  const statement = { atMs, id, value };
  const best = latest.get(name);
  if (best === undefined || compareMoments(best, statement) < 0) latest.set(name, statement);
}

function ownStatementsOf(
  profiles: readonly ProfileActivity[],
  ownFacts: OwnFactKinds,
  issues: IssueList,
): OwnStatements {
  const latest: Latest = new Map();
  const undeclared = new Set<string>();
  for (const profile of profiles) {
    listOddFacts(ownFacts, profile.facts, profile.id, undeclared, issues);
    for (const [name, kind] of Object.entries(ownFacts)) {
      state(latest, profile, name, statedFact(profile.facts, name, kind));
    }
  }
  return latest;
}

function gatherMembership(
  row: FactColumns,
  memberships: readonly MembershipActivity[],
  asOfDay: EpochDay,
): void {
  row.member[0] = 0;
  if (memberships.length === 0) return;
  const events = memberships
    .filter(({ day }) => day <= asOfDay)
    .map(({ atMs, id, day, joined }) => ({ atMs, id, day, value: joined }));
  const sinceDay = memberSinceDayOf(events);
  row.member[0] = sinceDay === MISSING_DAY ? 0 : 1;
  row.memberSinceDay[0] = sinceDay;
}
