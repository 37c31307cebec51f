import type { CompiledComparison } from "../../criteria/compileCriteria.ts";
import type { CustomerFacts } from "../../customers/facts.ts";
import type { CustomerHistory } from "../../customers/history.ts";
import { DEFAULT_MINIMUM_GAP_DAYS, rhythmOf } from "../../customers/rules/rhythm.ts";
import { type EpochDay, isoDayOf } from "../../units/day.ts";
import { classifyCustomer } from "../classifyCustomer.ts";
import { compileScale } from "../compileScale.ts";
import type { Scale } from "../scale.ts";
import { calendarDaysAfter, eventDays } from "./eventDays.ts";
import { type HistoryOptions, type HistoryView, historyView } from "./historyView.ts";

/**
 * The first day after `asOf` on which the person stands elsewhere by time alone: an order leaves the window, a
 * rhythm is lost, something recorded ahead comes due. Null when that never happens (up to the year 9999).
 *
 * It jumps from one event day to the next, and between them solves for the days on which what runs with time
 * (`recencyDays`, `rhythm`) crosses a threshold of the scale, so the answer is exact without trying every day.
 *
 * @throws LoyaltyError as `classifyHistory`
 * @example
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const history = addActivity(empty, { kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * nextChangeOn(history, activityStatus(), { asOf: "1970-01-10" }); // => "1970-02-01"
 */
export function nextChangeOn<Step extends string>(
  history: CustomerHistory,
  scale: Scale<Step>,
  options: HistoryOptions,
): string | null {
  const view = historyView(history, scale, options);
  const running = compileScale(scale).criteria.comparisons.filter(({ names }) => names.some(runsWithTime));
  const stepOn = (day: EpochDay) => classifyCustomer(view.factsOn(day), scale).step;
  const step = stepOn(view.asOfDay);
  const events = eventDays(view);
  const starts = [view.asOfDay, ...events];
  for (const [index, start] of starts.entries()) {
    if (stepOn(start) !== step) return isoDayOf(start);
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    for (const day of crossingDays(view, running, start, options)) {
      if (day < end && stepOn(day) !== step) return isoDayOf(day);
    }
  }
  return null;
}

function runsWithTime(fact: string): boolean {
  return fact === "recencyDays" || fact === "rhythm";
}

/** How much a fact grows from one day to the next while nothing happens. */
function growthPerDay(fact: string, facts: CustomerFacts, minimumGapDays: number): number {
  if (fact === "recencyDays") return 1;
  return fact === "rhythm" ? rhythmOf(1, facts.meanGapDays ?? Number.NaN, minimumGapDays) : 0;
}

/** The days around which a running comparison turns, if nothing else happens after `start`. */
function crossingDays(
  view: HistoryView,
  running: readonly CompiledComparison[],
  start: EpochDay,
  options: HistoryOptions,
): readonly EpochDay[] {
  if (running.length === 0) return [];
  const facts = view.factsOn(start);
  const values = facts as unknown as Readonly<Record<string, number | undefined>>;
  const minimumGapDays = options.minimumGapDays ?? DEFAULT_MINIMUM_GAP_DAYS;
  const days = running.flatMap((comparison) => {
    let value = 0;
    let growth = 0;
    for (const [index, { field }] of comparison.facts.entries()) {
      value += values[field] ?? Number.NaN;
      growth += growthPerDay(comparison.names[index] as string, facts, minimumGapDays);
    }
    const turn = start + Math.floor((comparison.threshold - value) / growth);
    return [turn - 1, turn, turn + 1, turn + 2]; // one to each side more than exact arithmetic would need
  });
  return calendarDaysAfter(start, days.filter(Number.isFinite));
}
