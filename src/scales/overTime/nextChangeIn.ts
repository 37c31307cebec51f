import { factValue } from "../../criteria/factValue.ts";
import type { CustomerFacts } from "../../customers/facts.ts";
import { isoDayOf } from "../../units/day.ts";
import { compileScale } from "../compileScale.ts";
import type { Scale } from "../scale.ts";
import { stepIndexOf } from "../stepIndexOf.ts";
import { firstDayWhere } from "./firstDayWhere.ts";
import type { HistoryView } from "./historyView.ts";

/** What `nextChangeOn` says, for a history that is in view already. */
export function nextChangeIn(view: HistoryView, scale: Scale): string | null {
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
