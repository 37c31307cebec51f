import type { Climb } from "../scale.ts";
import { type Literal, negated } from "./addCriteria.ts";

/**
 * The truths that put someone on the step with this index, and on no other; −1 is off the scale. `criteria` are
 * the truths of the steps' criteria, from the lowest step.
 */
export function climbCondition(
  climb: Climb,
  criteria: readonly Literal[],
  index: number,
): readonly Literal[] {
  const above = criteria.slice(index + 1).map(negated);
  if (climb === "stepwise") return [...criteria.slice(0, index + 1), ...above.slice(0, 1)];
  return [...criteria.filter((_, step) => step === index), ...above];
}
