import { MISSING_BYTE, MISSING_DAY } from "../../units/column.ts";
import type { MarketActivity, MembershipActivity, SurveyActivity } from "../activity.ts";
import { assertActivity } from "../assertActivity.ts";
import { type MembershipEvent, memberSinceDayOf } from "../rules/memberSince.ts";
import { SCORE_RANGES } from "../rules/scoreRanges.ts";
import { KIND_NUMBERS, keepSaid, type LoggedKind } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import { eachOfPerson, surelyCounts } from "./certainty.ts";
import { flagByte, hasLastWord, isLastFlag, keepStatement, statementOf, writeFlag } from "./lastWord.ts";
import { isFlagOrAbsent, isPlainHead, isTextOrAbsent } from "./plainFields.ts";
import { CLOSED, openQuickWay } from "./quickWay.ts";
import { BYTE_OFFSETS, DAY_WORDS, FLAGS, HAS_MEMBERSHIP } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/*
 * What holds until someone says otherwise: the latest word, whenever it arrives. What is stated for the first time,
 * or later than anything else, holds at once; else a walk through what the person stated tells.
 */

const { survey: SURVEY, market: MARKET, membership: MEMBERSHIP } = KIND_NUMBERS;

/** Adds an answer to a survey. */
export function addSurvey(state: TrackerState, activity: SurveyActivity): number {
  const { id, customerId, atMs, day, instrument, score } = activity;
  if (!isPlainHead(id, customerId, atMs, day) || !isPlainScore(instrument, score)) assertActivity(activity);
  const row = openQuickWay(state, SURVEY, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const { bytes, stride } = state.rows;
  const place = row * stride * 4 + BYTE_OFFSETS[instrument];
  const statement = statementOf(state, row, SURVEY, id, atMs);
  const holds =
    bytes[place] === MISSING_BYTE ||
    hasLastWord(state, statement, score, (fields, at) =>
      (fields.instrument as unknown[])[at] === instrument ? (fields.score as Float64Array)[at] : undefined,
    );
  if (holds === undefined) return addSlowly(state, activity);
  if (holds) bytes[place] = score;
  const at = keepStatement(state, statement, day);
  const logged = state.log.kinds[SURVEY] as LoggedKind;
  keepSaid(logged, "instrument", at, instrument);
  (logged.fields.score as Float64Array)[at] = score;
  return row;
}

function isPlainScore(instrument: string, score: unknown): boolean {
  if (instrument !== "nps" && instrument !== "intent" && instrument !== "csat" && instrument !== "ces")
    return false;
  const [low, high] = SCORE_RANGES[instrument];
  return Number.isInteger(score) && (score as number) >= low && (score as number) <= high;
}

/** Adds whether someone fits the market, or can be reached. */
export function addMarket(state: TrackerState, activity: MarketActivity): number {
  const { id, customerId, atMs, day, targeted, reachable } = activity;
  const isPlain =
    isPlainHead(id, customerId, atMs, day) && isFlagOrAbsent(targeted) && isFlagOrAbsent(reachable);
  if (!isPlain) assertActivity(activity);
  const row = openQuickWay(state, MARKET, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const statement = statementOf(state, row, MARKET, id, atMs);
  const isTargetLast = isLastFlag(state, statement, "targeted", targeted);
  const isReachLast = isLastFlag(state, statement, "reachable", reachable);
  if (isTargetLast === undefined || isReachLast === undefined) return addSlowly(state, activity);
  if (isTargetLast) writeFlag(state, row, "targeted", targeted);
  if (isReachLast) writeFlag(state, row, "reachable", reachable);
  const at = keepStatement(state, statement, day);
  const { fields } = state.log.kinds[MARKET] as LoggedKind;
  (fields.targeted as Uint8Array)[at] = flagByte(targeted);
  (fields.reachable as Uint8Array)[at] = flagByte(reachable);
  return row;
}

/** Adds that someone joined or left. */
export function addMembership(state: TrackerState, activity: MembershipActivity): number {
  const { id, customerId, atMs, day, joined, plan } = activity;
  const isPlain =
    isPlainHead(id, customerId, atMs, day) && typeof joined === "boolean" && isTextOrAbsent(plan);
  if (!isPlain) assertActivity(activity);
  const row = openQuickWay(state, MEMBERSHIP, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const { words, days, bytes, stride } = state.rows;
  const base = row * stride;
  const statement = statementOf(state, row, MEMBERSHIP, id, atMs);
  const isFirst = ((words[base + FLAGS] as number) & HAS_MEMBERSHIP) === 0;
  const since = base + DAY_WORDS.memberSinceDay;
  let sinceDay: number | undefined = joined ? day : MISSING_DAY;
  if (!isFirst && !statement.isNewest) sinceDay = sinceDayWith(state, row, { id, atMs, day, value: joined });
  else if (joined && days[since] !== MISSING_DAY) sinceDay = days[since] as number;
  if (sinceDay === undefined) return addSlowly(state, activity);
  days[since] = sinceDay;
  bytes[base * 4 + BYTE_OFFSETS.member] = sinceDay === MISSING_DAY ? 0 : 1;
  words[base + FLAGS] = (words[base + FLAGS] as number) | HAS_MEMBERSHIP;
  const at = keepStatement(state, statement, day);
  const logged = state.log.kinds[MEMBERSHIP] as LoggedKind;
  (logged.fields.joined as Uint8Array)[at] = Number(joined);
  keepSaid(logged, "plan", at, plan);
  return row;
}

/** Since when someone is a member, by all that counts and one event that comes late; undefined where that is not sure. */
function sinceDayWith(state: TrackerState, row: number, late: MembershipEvent): number | undefined {
  const events = [late];
  let isSure = true;
  eachOfPerson(state, row, (kind, at) => {
    if (kind.kind !== "membership") return;
    const { atMs, ids, days, fields } = kind;
    const value = (fields.joined as Uint8Array)[at] === 1;
    events.push({ atMs: atMs[at] as number, id: ids[at], day: days[at] as number, value });
    isSure &&= surelyCounts(state, kind, at);
  });
  return isSure ? memberSinceDayOf(events.reverse()) : undefined; // in order of arrival: the newest was met first
}
