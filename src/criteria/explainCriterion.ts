import { type CompileOptions, compileCriteria } from "./compileCriteria.ts";
import type { Criterion } from "./criterion.ts";
import { explainCompiled } from "./explainCompiled.ts";
import type { Explanation } from "./explainedPart.ts";
import type { FactGrowth } from "./factGrowth.ts";
import type { FactValues } from "./factValue.ts";

/**
 * Explains why a checked criterion holds for one row of facts, or what must change for it to hold.
 *
 * `not` is worked into the comparisons (`not (nps <= 6)` asks for more than 6, and an unknown score is as
 * good); of an `all` every unmet part is missing, of an `any` one of several options, where a single one stands
 * for itself. What is said twice, or follows from a tighter part, is said once. An amount between two minor
 * units is stated as the next one that decides alike.
 *
 * `missing` is empty exactly when the criterion holds, which is exactly when `evaluateFacts` says so. Each part
 * is judged for itself: that two parts contradict each other (at least 5 orders and at most 2) is not found,
 * unless `growth` tells that the one ends the other.
 *
 * @param facts - values under the fields of their columns: `revenueMinor`, not `revenue`
 * @param growth - which facts never fall, and which fall only when others grow; what would need it otherwise is
 * `impossible`
 * @throws LoyaltyError `not_calibrated` for a threshold that a population has yet to set; `unknown_currency`
 * where money is compared and no known currency is given
 */
export function explainCriterion(
  criterion: Criterion,
  facts: FactValues,
  options: CompileOptions,
  growth?: FactGrowth,
): Explanation {
  return explainCompiled(compileCriteria([criterion], options), 0, facts, growth);
}
