import { type Box, lowerHigh, type Narrowing, raiseLow } from "./box.ts";
import type { Atom, Inequality, QuotientConstraint, SumConstraint } from "./constraint.ts";
import { sumAt } from "./sumAt.ts";

/** Whether no values inside the box satisfy the atom. It may miss that, but is never wrong when it says so. */
export function isImpossible(atom: Atom, box: Box): boolean {
  switch (atom.kind) {
    case "inequality":
      return leastDifference(atom, box) > atom.limit;
    case "sum":
      return !overlap(box, atom.whole, sumAt(box.low, atom.parts), sumAt(box.high, atom.parts));
    case "quotient":
      return !overlap(box, atom.quotient, leastQuotient(atom, box), greatestQuotient(atom, box));
  }
}

/** Takes values out of the box that the atom rules out; false when nothing is left. */
export function narrowAtom(atom: Atom, narrowing: Narrowing): boolean {
  switch (atom.kind) {
    case "inequality":
      return narrowInequality(atom, narrowing);
    case "sum":
      return narrowSum(atom, narrowing);
    case "quotient":
      return narrowQuotient(atom, narrowing);
  }
}

function overlap({ low, high }: Box, variable: number, least: number, greatest: number): boolean {
  // Negated comparisons: a bound that is NaN (0/0) rules nothing out.
  return !(least > (high[variable] as number)) && !(greatest < (low[variable] as number));
}

function leastDifference({ plus, minus }: Inequality, { low, high }: Box): number {
  return sumAt(low, plus) - sumAt(high, minus);
}

function narrowInequality({ plus, minus, limit }: Inequality, narrowing: Narrowing): boolean {
  const { low, high } = narrowing.box;
  return (
    plus.every((variable) =>
      lowerHigh(narrowing, variable, limit - (sumAt(low, plus, variable) - sumAt(high, minus))),
    ) &&
    minus.every((variable) =>
      raiseLow(narrowing, variable, sumAt(low, plus) - sumAt(high, minus, variable) - limit),
    )
  );
}

/**
 * Forwards the bounds are exact, because rounding keeps order: adding the least parts as the evaluators do gives
 * the least sum. Backwards they are widened by more than all the rounding that can have happened.
 */
function narrowSum({ whole, parts }: SumConstraint, narrowing: Narrowing): boolean {
  const { low, high } = narrowing.box;
  return (
    raiseLow(narrowing, whole, sumAt(low, parts)) &&
    lowerHigh(narrowing, whole, sumAt(high, parts)) &&
    parts.every((part) => {
      const times = parts.filter((other) => other === part).length;
      const least = (low[whole] as number) - sumAt(high, parts, part);
      const leastRounding = roundingOf(high, parts, part, low[whole] as number);
      const greatest = (high[whole] as number) - sumAt(low, parts, part);
      const greatestRounding = roundingOf(low, parts, part, high[whole] as number);
      return (
        raiseLow(narrowing, part, finiteOrNothing((least - leastRounding) / times)) &&
        lowerHigh(narrowing, part, finiteOrNothing((greatest + greatestRounding) / times))
      );
    })
  );
}

/** A bound, or `NaN`, which says nothing, where a difference went beyond the doubles: a part next to their end may fit. */
function finiteOrNothing(bound: number): number {
  return Number.isFinite(bound) ? bound : Number.NaN;
}

/** Each of n additions errs by at most 2^-53 of what is added; four times that covers both directions. */
function roundingOf(values: Float64Array, parts: readonly number[], except: number, whole: number): number {
  let magnitude = Math.abs(whole);
  for (const part of parts) if (part !== except) magnitude += Math.abs(values[part] as number);
  return parts.length * 2 ** -51 * magnitude;
}

/** More than the rounding of a product and a quotient; whole numbers round it away again. */
const QUOTIENT_ROUNDING = 2 ** -40;

function leastQuotient({ dividend, divisor }: QuotientConstraint, { low, high }: Box): number {
  return (low[dividend] as number) / (high[divisor] as number);
}

function greatestQuotient({ dividend, divisor }: QuotientConstraint, { low, high }: Box): number {
  return (high[dividend] as number) / (low[divisor] as number);
}

function narrowQuotient(atom: QuotientConstraint, narrowing: Narrowing): boolean {
  const { quotient, dividend, divisor } = atom;
  const { low, high } = narrowing.box;
  const less = 1 - QUOTIENT_ROUNDING;
  const more = 1 + QUOTIENT_ROUNDING;
  return (
    raiseLow(narrowing, quotient, leastQuotient(atom, narrowing.box)) &&
    lowerHigh(narrowing, quotient, greatestQuotient(atom, narrowing.box)) &&
    raiseLow(narrowing, dividend, (low[quotient] as number) * (low[divisor] as number) * less) &&
    lowerHigh(narrowing, dividend, (high[quotient] as number) * (high[divisor] as number) * more) &&
    raiseLow(narrowing, divisor, ((low[dividend] as number) * less) / (high[quotient] as number)) &&
    lowerHigh(narrowing, divisor, ((high[dividend] as number) / (low[quotient] as number)) * more)
  );
}
