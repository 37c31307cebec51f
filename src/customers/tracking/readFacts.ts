import { MISSING_BYTE, MISSING_DAY } from "../../units/column.ts";
import { BUILTIN_FACTS, type CustomerFacts } from "../facts.ts";
import { meanGapDaysOf, rhythmOf } from "../rules/rhythm.ts";
import { freshRow } from "./freshRow.ts";
import { BYTE_OFFSETS, COUNT_WORDS, DAY_WORDS, MONEY_WORDS } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";
import { ownDouble } from "./writeFacts.ts";

/** Where in a row a fact stands: how to read it, and the word, byte, double or number of an own fact. */
export interface FactPlace {
  readonly form: number;
  readonly at: number;
}

const COUNT = 0;
const MONEY = 1;
const DAY = 2;
const BYTE = 3;
const OWN = 4;
const RECENCY = 5;
const GAP = 6;
const RHYTHM = 7;

/** Finds a fact by its field; undefined where the tracker has none of that name. */
export function placeOf(ownNames: readonly string[], field: string): FactPlace | undefined {
  const own = ownNames.indexOf(field);
  return BUILTIN_PLACES.get(field) ?? (own < 0 ? undefined : { form: OWN, at: own });
}

function builtinPlaces(): ReadonlyMap<string, FactPlace> {
  const placed = (form: number, words: Readonly<Record<string, number>>) =>
    Object.entries(words).map(([field, at]) => [field, { form, at }] as const);
  return new Map([
    ...placed(COUNT, COUNT_WORDS),
    ...placed(MONEY, MONEY_WORDS),
    ...placed(DAY, DAY_WORDS),
    ...placed(BYTE, BYTE_OFFSETS),
    ["recencyDays", { form: RECENCY, at: 0 }],
    ["meanGapDays", { form: GAP, at: 0 }],
    ["rhythm", { form: RHYTHM, at: 0 }],
  ]);
}

const BUILTIN_PLACES: ReadonlyMap<string, FactPlace> = /* @__PURE__ */ builtinPlaces();

/** The value of a fact in a row that is fresh, as a number: flags are 1 and 0, what is missing is `NaN`. */
export function readFactAt(state: TrackerState, row: number, { form, at }: FactPlace): number {
  const { words, days, bytes, doubles, stride } = state.rows;
  const base = row * stride;
  switch (form) {
    case COUNT:
      return words[base + at] as number;
    case MONEY:
      return doubles[(base + at) >> 1] as number;
    case DAY:
      return dayOrNaN(days[base + at] as number);
    case BYTE: {
      const value = bytes[base * 4 + at] as number;
      return value === MISSING_BYTE ? Number.NaN : value;
    }
    case OWN:
      return doubles[ownDouble(base, at)] as number;
  }
  const lastDay = dayOrNaN(days[base + DAY_WORDS.lastOrderDay] as number);
  const recency = state.asOfDay - lastDay;
  if (form === RECENCY) return recency;
  const firstDay = days[base + DAY_WORDS.firstOrderDay] as number;
  const gap = meanGapDaysOf(words[base + COUNT_WORDS.orderDays] as number, firstDay, lastDay);
  return form === GAP ? gap : rhythmOf(recency, gap, state.minimumGapDays);
}

function dayOrNaN(day: number): number {
  return day === MISSING_DAY ? Number.NaN : day;
}

/** The facts of a person as an object, as `customerAt` gives them. */
export function factsOfRow(state: TrackerState, asked: number): CustomerFacts {
  const row = freshRow(state, asked);
  const facts: Record<string, number | boolean> = {};
  const add = (field: string, isFlag: boolean) => {
    const value = readFactAt(state, row, placeOf(state.ownNames, field) as FactPlace);
    if (!Number.isNaN(value)) facts[field] = isFlag ? value === 1 : value;
  };
  for (const { kind, field } of BUILTIN_FACTS.values()) add(field, kind === "flag");
  for (const name of state.ownNames) add(name, state.ownFacts[name] === "flag");
  return facts as unknown as CustomerFacts;
}
