import { MISSING_DAY } from "../../units/column.ts";
import type { CustomerFacts } from "../facts.ts";
import { eachOfChain, KIND_NUMBERS, kindOf, type LoggedKind } from "./activityLog.ts";
import { newestOf } from "./concernedCodes.ts";
import { findCode } from "./customerCodes.ts";
import { ALWAYS_STALE, clearFacts, NEVER_STALE } from "./factRows.ts";
import type { Recomputed, RecomputedPerson } from "./recomputeFacts.ts";
import {
  BIRTHDAY,
  BYTE_OFFSETS,
  COUNT_WORDS,
  DAY_WORDS,
  FLAGS,
  HAS_MEMBERSHIP,
  HAS_ROW,
  MONEY_WORDS,
  NEWEST_STATE,
  ORDER_DAY_BITS,
  OWN_FACTS,
  PERSON,
  STALE_FROM,
} from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/** Writes what was recomputed for today; gives the rows of the people, without those who are no customers. */
export function writeRecomputed(state: TrackerState, { people, nameless }: Recomputed): readonly number[] {
  if (nameless !== undefined) state.nameless = nameless;
  return people.flatMap((person) => writePerson(state, person));
}

function writePerson(state: TrackerState, { customerIds, id, facts, birthday }: RecomputedPerson): number[] {
  const { rows, codes, joinedIds } = state;
  const members = customerIds.map((customerId) => findCode(codes, rows, customerId)).sort((a, b) => a - b);
  const row = members[0] as number; // the earliest, as in a table of everybody
  for (const member of members) {
    const base = member * rows.stride;
    clearFacts(rows, member);
    joinedIds.delete(member);
    rows.words[base + PERSON] = row;
    rows.days[base + STALE_FROM] = ALWAYS_STALE;
    if (facts !== undefined) rows.words[base + FLAGS] = (rows.words[base + FLAGS] as number) | HAS_ROW;
  }
  if (facts === undefined) return [];
  if (codes.ids[row] !== id) joinedIds.set(row, id);
  writeFacts(state, row, facts, birthday);
  describeChains(state, row, members);
  return [row];
}

/** Writes facts over a cleared row. */
export function writeFacts(state: TrackerState, row: number, facts: CustomerFacts, birthday: number): void {
  const { rows, ownNames } = state;
  const { words, days, bytes, doubles } = rows;
  const base = row * rows.stride;
  const values = facts as unknown as Readonly<Record<string, number | boolean | undefined>>;
  for (const [field, word] of COUNT_ENTRIES) words[base + word] = values[field] as number;
  for (const [field, word] of DAY_ENTRIES) {
    days[base + word] = (values[field] as number | undefined) ?? MISSING_DAY;
  }
  for (const [field, word] of MONEY_ENTRIES) doubles[(base + word) >> 1] = Number(values[field]);
  for (const [field, offset] of BYTE_ENTRIES) {
    const value = values[field];
    if (value !== undefined) bytes[base * 4 + offset] = Number(value);
  }
  for (let own = 0; own < ownNames.length; own += 1) {
    doubles[ownDouble(base, own)] = Number(values[ownNames[own] as string]);
  }
  words[base + BIRTHDAY] = birthday;
}

const COUNT_ENTRIES: readonly [string, number][] = /* @__PURE__ */ Object.entries(COUNT_WORDS);
const DAY_ENTRIES: readonly [string, number][] = /* @__PURE__ */ Object.entries(DAY_WORDS);
const MONEY_ENTRIES: readonly [string, number][] = /* @__PURE__ */ Object.entries(MONEY_WORDS);
const BYTE_ENTRIES: readonly [string, number][] = /* @__PURE__ */ Object.entries(BYTE_OFFSETS);

/** Writes what the quick way and the calendar need to know of everything that was kept under the members. */
export function describeChains(state: TrackerState, row: number, members: readonly number[]): void {
  const { rows, log, asOfDay } = state;
  const base = row * rows.stride;
  rows.days[base + STALE_FROM] = NEVER_STALE;
  for (const member of members) {
    eachOfChain(log, newestOf(state, member), (reference, kind, at) => {
      if ((kind.days[at] as number) <= asOfDay) describeActivity(state, base, kindOf(reference), kind, at);
    });
  }
}

/** What one activity up to today says about the row of its person, whether it counts or not. */
function describeActivity(
  state: TrackerState,
  base: number,
  number: number,
  kind: LoggedKind,
  at: number,
): void {
  const { words, doubles } = state.rows;
  const day = kind.days[at] as number;
  if (number === KIND_NUMBERS.order) noteOrderDay(words, base, day);
  if (STATE_KINDS.has(number)) {
    const newest = (base + NEWEST_STATE) >> 1;
    doubles[newest] = Math.max(doubles[newest] as number, kind.atMs[at] as number);
    if (number === KIND_NUMBERS.membership)
      words[base + FLAGS] = (words[base + FLAGS] as number) | HAS_MEMBERSHIP;
    return;
  }
  goesStale(state, base, day + state.windowDays);
  if (number === KIND_NUMBERS.complaint) {
    goesStale(state, base, Math.ceil((kind.fields.resolvedDay as Float64Array)[at] as number));
  }
}

const STATE_KINDS: ReadonlySet<number> = /* @__PURE__ */ new Set([
  KIND_NUMBERS.membership,
  KIND_NUMBERS.survey,
  KIND_NUMBERS.market,
  KIND_NUMBERS.profile,
]);

/** Sets the bit of an order day. */
export function noteOrderDay(words: Uint32Array, base: number, day: number): void {
  const word = base + ORDER_DAY_BITS + ((day >>> 5) & 1);
  words[word] = (words[word] as number) | (1 << (day & 31));
}

/** The facts of a row change on a day, if that lies ahead; a missing day is `NaN`. */
export function goesStale({ rows, asOfDay }: TrackerState, base: number, day: number): void {
  const { days } = rows;
  if (day > asOfDay && day < (days[base + STALE_FROM] as number)) days[base + STALE_FROM] = day;
}

/** Where the value of a fact of the user's own stands among the doubles. */
export function ownDouble(base: number, own: number): number {
  return ((base + OWN_FACTS) >> 1) + own;
}
