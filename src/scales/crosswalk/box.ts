import { doubleAbove, doubleBelow } from "../../units/nextDouble.ts";
import type { Variable } from "./constraint.ts";

/** What is still possible: for each variable the least and the greatest value. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Everything that the variables may be. */
export function boxOf(variables: readonly Variable[]): Box {
  return {
    low: Float64Array.from(variables, ({ low }) => low),
    high: Float64Array.from(variables, ({ high }) => high),
  };
}

export function copyBox(box: Box): Box {
  return { low: box.low.slice(), high: box.high.slice() };
}

/** A box that is being narrowed, and the variables that it was narrowed in. */
export interface Narrowing {
  readonly variables: readonly Variable[];
  readonly box: Box;
  readonly touched: number[];
}

/** Takes away the values below `bound`; false when none is left. A bound that is `NaN` says nothing. */
export function raiseLow({ variables, box, touched }: Narrowing, variable: number, bound: number): boolean {
  const low = (variables[variable] as Variable).whole ? Math.ceil(bound) : bound;
  if (!(low > (box.low[variable] as number))) return true;
  box.low[variable] = low;
  touched.push(variable);
  return low <= (box.high[variable] as number);
}

/** Takes away the values above `bound`; false when none is left. A bound that is `NaN` says nothing. */
export function lowerHigh({ variables, box, touched }: Narrowing, variable: number, bound: number): boolean {
  const high = (variables[variable] as Variable).whole ? Math.floor(bound) : bound;
  if (!(high < (box.high[variable] as number))) return true;
  box.high[variable] = high;
  touched.push(variable);
  return high >= (box.low[variable] as number);
}

/** The next value above: the next whole number, or the next double. */
export function nextAbove(variable: Variable, value: number): number {
  return variable.whole ? value + 1 : doubleAbove(value);
}

/** The next value below: the next whole number, or the next double. */
export function nextBelow(variable: Variable, value: number): number {
  return variable.whole ? value - 1 : doubleBelow(value);
}
