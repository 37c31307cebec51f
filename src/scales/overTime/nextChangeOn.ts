import { factValue } from "../../criteria/factValue.ts";
import type { CustomerFacts } from "../../customers/facts.ts";
import type { CustomerHistory } from "../../customers/history.ts";
import { isoDayOf } from "../../units/day.ts";
import { compileScale } from "../compileScale.ts";
import type { Scale } from "../scale.ts";
import { stepIndexOf } from "../stepIndexOf.ts";
import { firstDayWhere } from "./firstDayWhere.ts";
import { type HistoryOptions, historyView } from "./historyView.ts";

/**
 * The first day after `asOf` on which the person stands elsewhere by time alone: an order leaves the window, a
 * rhythm is lost, something recorded ahead comes due. Null when that never happens (up to the year 9999).
 *
 * The answer is exact without trying every day: while nothing recorded ahead comes due, facts run one way, so
 * halving finds the days on which they cross a threshold of the scale.
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
  const compiled = compileScale(scale);
  const { comparisons } = compiled.criteria;
  const stepOf = (facts: CustomerFacts): number => stepIndexOf(compiled, facts);
  const today = stepOf(view.factsOn(view.asOfDay));
  const day = firstDayWhere(view, {
    sums: comparisons.map(({ names }) => names),
    signsOf: (facts) =>
      comparisons.map((comparison) => Math.sign(factValue(facts, comparison.facts) - comparison.threshold)),
    isHit: (facts) => stepOf(facts) !== today,
  });
  return day === undefined ? null : isoDayOf(day);
}
