import type { ExplainedComparison } from "../../criteria/explainedPart.ts";
import { BUILTIN_FACTS, type BuiltinFact, type CustomerFacts } from "../../customers/facts.ts";
import type { CustomerHistory } from "../../customers/history.ts";
import type { FactColumn } from "../../units/column.ts";
import { isoDayOf } from "../../units/day.ts";
import { type ExplainedPlacement, type ExplainOptions, explainPlacement } from "../explainPlacement.ts";
import type { Scale } from "../scale.ts";
import { firstDayWhere } from "./firstDayWhere.ts";
import { type HistoryOptions, type HistoryView, historyView } from "./historyView.ts";
import { nextChangeIn } from "./nextChangeIn.ts";

/** An explanation that knows the calendar. */
export interface ExplainedHistory<Step extends string = string> extends ExplainedPlacement<Step> {
  /** The day on which the placement changes by time alone, `YYYY-MM-DD`; null when it never does. */
  readonly nextChangeOn: string | null;
}

/**
 * Why a person stands on a step and what is missing for the next, as `explainPlacement` says, and until when:
 * `before` is the first day on which what counts today no longer suffices, since something left the window.
 *
 * @throws LoyaltyError as `classifyHistory` and `explainPlacement`
 * @example
 * const order = (day: number) =>
 *   ({ kind: "order", id: `o${day}`, customerId: "ann", atMs: 0, day, amountMinor: 100 }) as const;
 * const empty = startHistory({ customerId: "ann", currency: "USD" });
 * const history = [order(0), order(10), order(20)].reduce(addActivity, empty);
 * const levels = customerLevels({ keyAccountRevenue: 500, currency: "USD" });
 * explainHistory(history, levels, { asOf: "1970-02-01" }).next?.sentences; // => ["1 more order before 1971-01-01"]
 */
export function explainHistory<Step extends string>(
  history: CustomerHistory,
  scale: Scale<Step>,
  options: HistoryOptions & Pick<ExplainOptions, "locale">,
): ExplainedHistory<Step> {
  const { locale, ...lookOptions } = options;
  const view = historyView(history, scale, lookOptions);
  const facts = view.factsOn(view.asOfDay);
  const explained = explainPlacement(facts, scale, {
    ...(locale === undefined ? {} : { locale }),
    windowDays: view.windowDays,
    beforeOf: (comparison) => firstShortDay(view, facts, comparison),
  });
  return { ...explained, nextChangeOn: nextChangeIn(view, scale) };
}

/** The first day on which a count or an amount has fallen below today's, so that the stated gap is too small. */
function firstShortDay(
  view: HistoryView,
  facts: CustomerFacts,
  { comparison, facts: names, unit }: ExplainedComparison,
): string | undefined {
  const rises = comparison === "atLeast" || comparison === "moreThan";
  if (!rises || (unit !== "count" && unit !== "money")) return undefined;
  const today = sumOf(facts, names);
  const isShort = (other: CustomerFacts): boolean => sumOf(other, names) < today;
  const day = firstDayWhere(view, {
    sums: [names],
    signsOf: (other) => [Math.sign(sumOf(other, names) - today)],
    isHit: isShort,
  });
  return day === undefined ? undefined : isoDayOf(day);
}

/** `NaN` where one is missing, which is never below anything. */
function sumOf(facts: CustomerFacts, names: readonly string[]): number {
  const values = facts as unknown as Readonly<Record<string, number | undefined>>;
  // facts of one's own are neither counts nor money
  const fieldOf = (name: string) => (BUILTIN_FACTS.get(name as BuiltinFact) as FactColumn).field;
  return names.reduce((sum, name) => sum + (values[fieldOf(name)] ?? Number.NaN), 0);
}
