import type { Criterion } from "./criterion.ts";
import { shapeOf } from "./shapeOf.ts";

/** Whether a population has yet to set a threshold somewhere in the (checked) criterion. */
export function hasTopThreshold(criterion: Criterion): boolean {
  const shape = shapeOf(criterion);
  if (shape.form === "all" || shape.form === "any") return shape.parts.some(hasTopThreshold);
  if (shape.form === "not") return hasTopThreshold(shape.part);
  return shape.form === "top";
}
