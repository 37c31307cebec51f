import type { OwnFactKind } from "../../units/column.ts";
import type { ProfileActivity } from "../activity.ts";
import { assertActivity } from "../assertActivity.ts";
import { birthdayNumber } from "../rules/birthdayNumber.ts";
import { statedFact } from "../rules/ownFact.ts";
import { KIND_NUMBERS, keepSaid, type LoggedKind } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import {
  flagByte,
  hasLastWord,
  isLastFlag,
  keepStatement,
  type Statement,
  statementOf,
  writeFlag,
} from "./lastWord.ts";
import { CLOSED, openQuickWay } from "./quickWay.ts";
import { BIRTHDAY } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";
import { ownDouble } from "./writeFacts.ts";

const { profile: PROFILE } = KIND_NUMBERS;

/** Adds what someone told about themselves: of each thing the latest word holds. */
export function addProfile(state: TrackerState, activity: ProfileActivity): number {
  assertActivity(activity);
  const { id, customerId, atMs, day, birthday, contactable, facts } = activity;
  const row = openQuickWay(state, PROFILE, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const statement = statementOf(state, row, PROFILE, id, atMs);
  const isContactLast = isLastFlag(state, statement, "contactable", contactable);
  const isBirthdayLast = isLastBirthday(state, statement, birthday);
  const lastFacts = ownFactsStatedLast(state, statement, facts);
  if (isContactLast === undefined || isBirthdayLast === undefined || lastFacts === undefined) {
    return addSlowly(state, activity);
  }
  const { words, doubles, stride } = state.rows;
  if (isContactLast) writeFlag(state, row, "contactable", contactable);
  if (isBirthdayLast) words[row * stride + BIRTHDAY] = birthdayNumber(birthday as string);
  for (const [own, value] of lastFacts) doubles[ownDouble(row * stride, own)] = value;
  const at = keepStatement(state, statement, day);
  const logged = state.log.kinds[PROFILE] as LoggedKind;
  (logged.fields.contactable as Uint8Array)[at] = flagByte(contactable);
  keepSaid(logged, "birthday", at, birthday);
  keepSaid(logged, "facts", at, facts);
  return row;
}

function isLastBirthday(
  state: TrackerState,
  statement: Statement,
  birthday: string | undefined,
): boolean | undefined {
  if (birthday === undefined) return false;
  const { words, stride } = state.rows;
  if (words[statement.row * stride + BIRTHDAY] === 0) return true;
  return hasLastWord(state, statement, birthday, (fields, at) => fields.birthday?.[at] as string | undefined);
}

/** The numbers and values of the own facts of which an activity is the last word; undefined where that is not sure. */
function ownFactsStatedLast(
  state: TrackerState,
  statement: Statement,
  facts: ProfileActivity["facts"],
): readonly (readonly [own: number, value: number])[] | undefined {
  const stated: (readonly [number, number])[] = [];
  for (const [own, name] of state.ownNames.entries()) {
    const kind = state.ownFacts[name] as OwnFactKind;
    const value = statedFact(facts, name, kind);
    if (value === undefined) continue;
    const isLast = hasLastWord(state, statement, value, (fields, at) =>
      statedFact(fields.facts?.[at] as ProfileActivity["facts"], name, kind),
    );
    if (isLast === undefined) return undefined;
    if (isLast) stated.push([own, Number(value)]);
  }
  return stated;
}
