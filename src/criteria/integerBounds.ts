import type { Operator } from "./compareValue.ts";

/** A range of integers, both ends in; empty where `low` is above `high`. */
export interface IntegerBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The integers that compare with a threshold, which may be fractional or infinite: `moreThan 1.5` is at least 2.
 */
export function integerBounds(operator: Operator, threshold: number): IntegerBounds {
  switch (operator) {
    case "atLeast":
      return { low: Math.ceil(threshold), high: Number.POSITIVE_INFINITY };
    case "moreThan":
      return { low: Math.floor(threshold) + 1, high: Number.POSITIVE_INFINITY };
    case "atMost":
      return { low: Number.NEGATIVE_INFINITY, high: Math.floor(threshold) };
    case "lessThan":
      return { low: Number.NEGATIVE_INFINITY, high: Math.ceil(threshold) - 1 };
    case "equals":
      return { low: Math.ceil(threshold), high: Math.floor(threshold) };
  }
}
