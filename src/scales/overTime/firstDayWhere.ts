import type { CustomerFacts } from "../../customers/facts.ts";
import { type EpochDay, LAST_CALENDAR_DAY } from "../../units/day.ts";
import { daysAhead, exitDays } from "./eventDays.ts";
import type { HistoryView } from "./historyView.ts";
import { runsOneWay } from "./runsOneWay.ts";

/** What is looked for in the facts of a day. */
interface Search {
  /** The sums of facts that decide, by the names of the facts. */
  readonly sums: readonly (readonly string[])[];
  /** What each sum says: a number that turns only where something may change, and never back while a sum runs one way. */
  readonly signsOf: (facts: CustomerFacts) => readonly number[];
  /** Decided by the signs alone. */
  readonly isHit: (facts: CustomerFacts) => boolean;
}

interface Look {
  readonly day: EpochDay;
  readonly facts: CustomerFacts;
  readonly signs: readonly number[];
}

/** How far the first step of a search goes; each further one goes four times as far. */
const FIRST_STRIDE_DAYS = 32;
const STRIDE_GROWTH = 4;

/**
 * The first day from `asOf` on whose facts are a hit, by time alone; undefined when there is none up to the end
 * of the calendar. Between the days on which something recorded ahead comes due, what is in the window only
 * leaves it and the time since the last order only grows. So where a sum says the same on two days, it says it
 * on all days between, and halving finds the turn. Sums that run both ways are looked at from exit to exit.
 */
export function firstDayWhere(view: HistoryView, search: Search): EpochDay | undefined {
  const lookOn = (day: EpochDay): Look => {
    const facts = view.factsOn(day);
    return { day, facts, signs: search.signsOf(facts) };
  };
  const exits = search.sums.every(runsOneWay) ? [] : exitDays(view);
  const starts = [...new Set([view.asOfDay, ...daysAhead(view), ...exits])]
    .filter((day) => day <= LAST_CALENDAR_DAY)
    .sort((a, b) => a - b);
  for (const [index, start] of starts.entries()) {
    const first = lookOn(start);
    if (search.isHit(first.facts)) return start;
    const end = (starts[index + 1] ?? LAST_CALENDAR_DAY + 1) - 1;
    const found =
      end > start ? firstHit(first, lookOn(end), FIRST_STRIDE_DAYS, { ...search, lookOn }) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first hit after `low`, which is none, up to `high`. */
function firstHit(
  low: Look,
  high: Look,
  stride: number,
  search: Search & { readonly lookOn: (day: EpochDay) => Look },
): EpochDay | undefined {
  if (low.signs.every((sign, index) => Object.is(sign, high.signs[index]))) return undefined;
  const span = high.day - low.day;
  if (span === 1) return search.isHit(high.facts) ? high.day : undefined;
  const middle = search.lookOn(low.day + Math.min(stride, Math.floor(span / 2)));
  return firstHit(low, middle, stride, search) ?? firstHit(middle, high, stride * STRIDE_GROWTH, search);
}
