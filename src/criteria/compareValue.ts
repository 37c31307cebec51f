/** How a compiled comparison compares. */
export type Operator = "atLeast" | "moreThan" | "atMost" | "lessThan" | "equals";

/** Whether `value` compares with `threshold` as the operator says; a missing value (`NaN`) never does. */
export function compareValue(operator: Operator, value: number, threshold: number): boolean {
  switch (operator) {
    case "atLeast":
      return value >= threshold;
    case "moreThan":
      return value > threshold;
    case "atMost":
      return value <= threshold;
    case "lessThan":
      return value < threshold;
    case "equals":
      return value === threshold;
  }
}
