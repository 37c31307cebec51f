import type { IssueList } from "../../base/issueList.ts";
import { MISSING_DAY } from "../../units/column.ts";
import type { Activity, MembershipActivity, ProfileActivity } from "../activity.ts";
import type { OwnFactKinds } from "../facts.ts";
import { compareMoments } from "../rules/compareMoments.ts";
import { memberSinceDayOf } from "../rules/memberSince.ts";
import { listOddFacts, statedFact } from "../rules/ownFact.ts";
import type { Gathering } from "./gatherOrders.ts";

/** Gathers what holds until someone says otherwise: membership, scores, market, consent, facts of one's own. */
export function gatherStates(
  facts: Gathering,
  theirs: readonly Activity[],
  ownFacts: OwnFactKinds,
  issues: IssueList,
): void {
  const undeclared = new Set<string>();
  const latest = new Map<string, Statement>();
  for (const activity of theirs) {
    if (activity.kind === "profile") listOddFacts(ownFacts, activity.facts, activity.id, undeclared, issues);
    for (const [name, value] of statementsOf(activity, ownFacts)) {
      const statement = { atMs: activity.atMs, id: activity.id, value };
      const best = latest.get(name);
      if (best === undefined || compareMoments(best, statement) < 0) latest.set(name, statement);
    }
  }
  for (const [name, { value }] of latest) facts[name] = value;
  gatherMembership(facts, theirs);
}

interface Statement {
  readonly atMs: number;
  readonly id: string | undefined;
  readonly value: number | boolean;
}

/** What an activity states about facts of which only the latest word holds. */
function statementsOf(activity: Activity, ownFacts: OwnFactKinds): (readonly [string, number | boolean])[] {
  switch (activity.kind) {
    case "survey":
      return [[activity.instrument, activity.score]];
    case "market":
      return [...saidFlag("targeted", activity.targeted), ...saidFlag("reachable", activity.reachable)];
    case "profile":
      return [...saidFlag("contactable", activity.contactable), ...ownStatements(activity, ownFacts)];
    default:
      return [];
  }
}

function saidFlag(name: string, value: boolean | undefined): (readonly [string, boolean])[] {
  return value === undefined ? [] : [[name, value]];
}

function ownStatements(
  profile: ProfileActivity,
  ownFacts: OwnFactKinds,
): (readonly [string, number | boolean])[] {
  return Object.entries(ownFacts).flatMap(([name, kind]) => {
    const value = statedFact(profile.facts, name, kind);
    return value === undefined ? [] : [[name, value] as const];
  });
}

function gatherMembership(facts: Gathering, theirs: readonly Activity[]): void {
  const events = theirs
    .filter((activity): activity is MembershipActivity => activity.kind === "membership")
    .map(({ atMs, id, day, joined }) => ({ atMs, id, day, value: joined }));
  const sinceDay = memberSinceDayOf(events);
  facts.member = sinceDay !== MISSING_DAY;
  if (sinceDay !== MISSING_DAY) facts.memberSinceDay = sinceDay;
}
