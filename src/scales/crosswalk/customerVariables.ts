import { BUILTIN_FACTS, type OwnFactKinds, recentTwinOf } from "../../customers/facts.ts";
import { DEFAULT_MINIMUM_GAP_DAYS } from "../../customers/rules/rhythm.ts";
import { SCORE_RANGES } from "../../customers/rules/scoreRanges.ts";
import { DEFAULT_WINDOW_DAYS, MAXIMUM_WINDOW_DAYS } from "../../customers/rules/window.ts";
import { FARTHEST_DAY, FIRST_CALENDAR_DAY, LAST_CALENDAR_DAY } from "../../units/day.ts";
import {
  type Atom,
  addVariable,
  atLeast,
  atMost,
  type ConstraintSystem,
  type Variable,
  variableOf,
} from "./constraint.ts";

type Guess = Variable["guess"];
/** From the name of a lifetime count or sum to that of a part of it. */
export type PartOf = (name: string) => string;

const COUNT_MAXIMUM = 2 ** 32 - 1;

const DAYS_MAXIMUM = LAST_CALENDAR_DAY + FARTHEST_DAY;

/** 2026-01-01: any day would do, and a customer who is made up needs one. */
const USUAL_AS_OF_DAY = 20_454;
/** What an order of theirs brings where the amount does not matter. */
const USUAL_ORDER_MINOR = 10_000;

/** The part of a lifetime count or sum that lies before the window: `orders` → `earlier orders`. No fact has a space. */
export function earlierTwinOf(name: string): string {
  return `earlier ${name}`;
}

/** What lies before the window, what lies in it, and the whole: a law for one holds for all three. */
export const PARTS: readonly PartOf[] = [earlierTwinOf, recentTwinOf, (name) => name];

/** The variable that is 1 where a fact is known; only facts that can be missing have one. */
export function knownTwinOf(fact: string): string {
  return `known ${fact}`;
}

/** The counts over a life, without their twins. */
export function lifetimeCounts(): readonly string[] {
  return [...BUILTIN_FACTS].flatMap(([name, { kind }]) =>
    kind === "count" && !name.startsWith("recent") ? [name] : [],
  );
}

/**
 * Adds a variable for everything there is to say of one customer on one day: the built-in facts and the user's
 * own, whether each is known, and what ties them together without being a fact (the day of the summary, the
 * window, what lies before it, the cost, the days and gaps between orders). Money is in minor units, days are
 * epoch days. The guesses make a plain customer: few activities, recent ones, and nothing said.
 */
export function addCustomerVariables(
  system: ConstraintSystem,
  ownFacts: OwnFactKinds,
  windowDays: number | undefined,
): void {
  const [least, most] = [windowDays ?? 1, windowDays ?? MAXIMUM_WINDOW_DAYS];
  addWhole(system, "window days", least, most, () => DEFAULT_WINDOW_DAYS);
  addWhole(system, "as-of day", FIRST_CALENDAR_DAY, LAST_CALENDAR_DAY, () => USUAL_AS_OF_DAY);
  for (const name of lifetimeCounts()) {
    addInParts(system, name, COUNT_MAXIMUM, (partOf) =>
      name === "orderDays" ? atMostOne(readerOf(system, partOf("orders"))) : () => 0,
    );
  }
  addMoney(system);
  addWhole(system, "member", 0, 1); // never missing: who did not join is none
  addDays(system);
  addRhythm(system);
  for (const [name, [low, high]] of Object.entries(SCORE_RANGES)) addMissable(system, name, low, high);
  for (const name of ["targeted", "reachable", "contactable"]) addMissable(system, name, 0, 1);
  for (const [name, kind] of Object.entries(ownFacts)) {
    if (kind === "flag") addMissable(system, name, 0, 1);
    else addMissableNumber(system, name, -Number.MAX_VALUE, Number.MAX_VALUE);
  }
}

/** What holds in a table that was summarised with the defaults, but with the window that the scales state. */
export function usualSettings(
  system: ConstraintSystem,
  windowDays: number = DEFAULT_WINDOW_DAYS,
): readonly Atom[] {
  const [window, gap] = [variableOf(system, "window days"), variableOf(system, "minimum gap days")];
  return [
    atLeast(window, windowDays),
    atMost(window, windowDays),
    atLeast(gap, DEFAULT_MINIMUM_GAP_DAYS),
    atMost(gap, DEFAULT_MINIMUM_GAP_DAYS),
  ];
}

function addMoney(system: ConstraintSystem): void {
  const maximum = Number.MAX_SAFE_INTEGER;
  addInParts(system, "revenue", maximum, (partOf) => {
    const orders = readerOf(system, partOf("orders"));
    return (values) => orders(values) * USUAL_ORDER_MINOR;
  });
  addInParts(system, "cost of orders", maximum, () => () => 0);
  for (const partOf of PARTS) {
    const [revenue, cost] = [readerOf(system, partOf("revenue")), readerOf(system, partOf("cost of orders"))];
    const ordered = atMostOne(readerOf(system, partOf("orders")));
    const guessKnown: Guess = (values) => 1 - ordered(values); // who has orders rarely has the cost of each
    const guess: Guess = (values) => revenue(values) - cost(values);
    addMissable(system, partOf("profit"), -maximum, maximum, guess, guessKnown);
  }
}

function addDays(system: ConstraintSystem): void {
  const [asOf, window] = [readerOf(system, "as-of day"), readerOf(system, "window days")];
  const [recentOrders, earlierOrders] = [
    readerOf(system, "recentOrders"),
    readerOf(system, "earlier orders"),
  ];
  const orderDays = readerOf(system, "orderDays");
  const ordered = atMostOne(readerOf(system, "orders"));
  const guessRecency: Guess = (values) => (recentOrders(values) > 0 ? 0 : window(values));
  addMissable(system, "recencyDays", 0, DAYS_MAXIMUM, guessRecency, ordered);
  const recency = readerOf(system, "recencyDays");
  addWhole(system, "order gaps", 0, COUNT_MAXIMUM, (values) => Math.max(0, orderDays(values) - 1));
  const gaps = readerOf(system, "order gaps");
  addWhole(system, "order span days", 0, DAYS_MAXIMUM, (values) => {
    const spansWindow = recentOrders(values) > 0 && earlierOrders(values) > 0;
    return spansWindow ? Math.max(gaps(values), window(values) - recency(values)) : gaps(values);
  });
  const span = readerOf(system, "order span days");
  const guessLast: Guess = (values) => asOf(values) - recency(values);
  addMissable(system, "lastOrderAt", -FARTHEST_DAY, LAST_CALENDAR_DAY, guessLast, ordered);
  const guessFirst: Guess = (values) => guessLast(values) - span(values);
  addMissable(system, "firstOrderAt", -FARTHEST_DAY, LAST_CALENDAR_DAY, guessFirst, ordered);
  const [interests, recentInterests] = [readerOf(system, "interests"), readerOf(system, "recentInterests")];
  const guessInterest: Guess = (values) => asOf(values) - (recentInterests(values) > 0 ? 0 : window(values));
  addMissable(
    system,
    "lastInterestAt",
    -FARTHEST_DAY,
    LAST_CALENDAR_DAY,
    guessInterest,
    atMostOne(interests),
  );
  addMissable(system, "memberSince", -FARTHEST_DAY, LAST_CALENDAR_DAY, asOf, readerOf(system, "member"));
}

function addRhythm(system: ConstraintSystem): void {
  const [gaps, span] = [readerOf(system, "order gaps"), readerOf(system, "order span days")];
  const guessGap: Guess = (values) => span(values) / Math.max(1, gaps(values));
  addMissableNumber(system, "meanGapDays", 1, DAYS_MAXIMUM, guessGap, atMostOne(gaps));
  const meanGap = readerOf(system, "meanGapDays");
  addNumber(system, "rhythm gap days", 1, Number.MAX_VALUE, (values) =>
    Math.max(DEFAULT_MINIMUM_GAP_DAYS, meanGap(values)),
  );
  const rhythmGap = readerOf(system, "rhythm gap days");
  addNumber(system, "minimum gap days", Number.MIN_VALUE, Number.MAX_VALUE, (values) =>
    rhythmGap(values) > meanGap(values)
      ? rhythmGap(values)
      : Math.min(DEFAULT_MINIMUM_GAP_DAYS, meanGap(values)),
  );
  const recency = readerOf(system, "recencyDays");
  const guessRhythm: Guess = (values) => recency(values) / rhythmGap(values);
  addMissableNumber(system, "rhythm", 0, DAYS_MAXIMUM, guessRhythm, atMostOne(gaps));
}

/** A count or a sum: the part before the window, the part inside it, and the two together. */
function addInParts(
  system: ConstraintSystem,
  name: string,
  high: number,
  guessOf: (partOf: PartOf) => Guess,
): void {
  for (const partOf of [earlierTwinOf, recentTwinOf])
    addWhole(system, partOf(name), 0, high, guessOf(partOf));
  const [earlier, recent] = [readerOf(system, earlierTwinOf(name)), readerOf(system, recentTwinOf(name))];
  addWhole(system, name, 0, high, (values) => earlier(values) + recent(values));
}

function addWhole(
  system: ConstraintSystem,
  name: string,
  low: number,
  high: number,
  guess: Guess = () => 0,
): void {
  addVariable(system, { name, low, high, whole: true, guess });
}

function addMissable(
  system: ConstraintSystem,
  name: string,
  low: number,
  high: number,
  guess?: Guess,
  guessKnown?: Guess,
): void {
  addWhole(system, knownTwinOf(name), 0, 1, guessKnown);
  addWhole(system, name, low, high, guess);
}

function addMissableNumber(
  system: ConstraintSystem,
  name: string,
  low: number,
  high: number,
  guess: Guess = () => 0,
  guessKnown?: Guess,
): void {
  addWhole(system, knownTwinOf(name), 0, 1, guessKnown);
  addNumber(system, name, low, high, guess);
}

function addNumber(system: ConstraintSystem, name: string, low: number, high: number, guess: Guess): void {
  addVariable(system, { name, low, high, whole: false, guess });
}

/** Reads a variable that was added before. */
function readerOf(system: ConstraintSystem, name: string): Guess {
  const index = variableOf(system, name);
  return (values) => values[index] as number;
}

function atMostOne(value: Guess): Guess {
  return (values) => Math.min(1, value(values));
}
