import type { Criterion, TopThreshold } from "./criterion.ts";
import { shapeOf } from "./shapeOf.ts";

/**
 * The (checked) criterion with every comparison that a population has yet to set replaced by what `replace`
 * gives for it, in order from left to right. The criterion itself is not changed.
 */
export function replaceTopThresholds(
  criterion: Criterion,
  replace: (fact: string, top: TopThreshold) => Criterion,
): Criterion {
  const shape = shapeOf(criterion);
  const inside = (part: Criterion): Criterion => replaceTopThresholds(part, replace);
  switch (shape.form) {
    case "all":
      return { all: shape.parts.map(inside) };
    case "any":
      return { any: shape.parts.map(inside) };
    case "not":
      return { not: inside(shape.part) };
    case "top":
      return replace(shape.fact, shape.top);
    default:
      return criterion;
  }
}
