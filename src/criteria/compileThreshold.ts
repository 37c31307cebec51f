import { assertInvariant } from "../base/assertInvariant.ts";
import type { FactColumn } from "../units/column.ts";
import { assertCurrency } from "../units/currency.ts";
import { parseDay } from "../units/day.ts";
import { minorBoundsOf } from "../units/money.ts";
import type { Operator } from "./compareValue.ts";
import type { Threshold } from "./criterion.ts";

/** A comparison in the unit of the column. */
interface ColumnThreshold {
  readonly operator: Operator;
  readonly threshold: number;
}

/**
 * Brings a checked threshold into the unit of the columns of `facts`. An amount between two minor units moves
 * to the one next to it that decides alike for every whole amount: `atLeast 10.005` USD is at least 1001 cents.
 * Undefined where no whole amount compares, as in `is 10.005`.
 */
export function compileThreshold(
  facts: readonly FactColumn[],
  operator: Operator,
  bound: Threshold | boolean,
  currency: string | undefined,
): ColumnThreshold | undefined {
  const { kind } = facts[0] as FactColumn; // a sum has one class of units
  if (kind === "money") return moneyThreshold(operator, bound as Threshold, currency);
  if (kind === "day") return { operator, threshold: parseDay(bound as string) as number };
  return { operator, threshold: Number(bound) + 0 }; // −0 + 0 is 0; a flag's true is 1
}

function moneyThreshold(
  operator: Operator,
  bound: Threshold,
  currency: string | undefined,
): ColumnThreshold | undefined {
  const bounds = minorBoundsOf(bound, assertCurrency(currency, ["currency"]));
  assertInvariant(bounds !== undefined, "a checked amount", bound);
  const { floor, exact } = bounds;
  if (exact) return { operator, threshold: floor };
  const next = floor + 1;
  switch (operator) {
    case "atLeast":
      return Number.isSafeInteger(next)
        ? { operator, threshold: next }
        : { operator: "moreThan", threshold: floor };
    case "lessThan":
      return Number.isSafeInteger(next)
        ? { operator, threshold: next }
        : { operator: "atMost", threshold: floor };
    case "moreThan":
    case "atMost":
      return { operator, threshold: floor };
    case "equals":
      return undefined;
  }
}
