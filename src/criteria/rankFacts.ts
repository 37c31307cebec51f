import type { CompiledComparison } from "./compileCriteria.ts";
import { evaluateFacts } from "./evaluateFacts.ts";
import type { FactValues } from "./factValue.ts";
import type { Ranking } from "./rankPlan.ts";

/**
 * The index of the root that one row of facts gets, and −1 unranked, by the letter of the criteria: the reference
 * for every executor. Facts are as {@link evaluateFacts} takes them.
 */
export function rankFacts(
  { roots, climb }: Ranking,
  comparisons: readonly CompiledComparison[],
  facts: FactValues,
): number {
  const criteria = { comparisons, roots };
  if (climb === "stepwise") {
    let index = 0;
    while (index < roots.length && evaluateFacts(criteria, index, facts)) index += 1;
    return index - 1;
  }
  let index = roots.length - 1;
  while (index >= 0 && !evaluateFacts(criteria, index, facts)) index -= 1;
  return index;
}
