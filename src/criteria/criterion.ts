/** How deep a criterion may be nested; a comparison alone is one level. */
export const MAXIMUM_LEVELS = 100;

/**
 * A threshold in the unit of its fact: a number for counts, numbers and scores, from 0 where only counts and
 * scores are compared; major units, as a number or a decimal string, for money (compared exactly); a calendar
 * day (`"2026-01-31"`) for days.
 */
export type Threshold = number | string;

/**
 * A threshold that a population sets: the value at rank ceil(top · n) in descending order among the n
 * customers for whom `among` holds; ties with it are in. Calibration turns it into a plain threshold.
 */
export interface TopThreshold<Fact extends string = string> {
  /** The share, above 0 and at most 1, read as a decimal: .07 of 100 is exactly 7. */
  readonly top: number;
  readonly among: Criterion<Fact>;
  /** A fact to use instead when nobody in `among` misses it, such as profit where every order has a cost. */
  readonly prefer?: Fact;
}

/** How a value is compared. `between` has both ends in; `is` takes a number or, for flags, a boolean. */
export type Comparison<Fact extends string = string> =
  | { readonly atLeast: Threshold | TopThreshold<Fact> }
  | { readonly moreThan: Threshold }
  | { readonly atMost: Threshold }
  | { readonly lessThan: Threshold }
  | { readonly between: readonly [low: Threshold, high: Threshold] }
  | { readonly is: Threshold | boolean };

/** A condition on one fact. A missing fact fails every comparison, so `not` of it holds. −0 is 0. */
export type FactCriterion<Fact extends string = string> = { readonly fact: Fact } & Comparison<Fact>;

/** A condition on a sum of facts of one unit; missing when any of them is. */
export type SumCriterion<Fact extends string = string> = { readonly sum: readonly Fact[] } & Comparison<Fact>;

/**
 * A condition over facts, as data: comparisons joined by `all`, `any` and `not`, at most 100 levels deep.
 * An empty `all` is true, an empty `any` false. Everything here can be said in SQL.
 */
export type Criterion<Fact extends string = string> =
  | FactCriterion<Fact>
  | SumCriterion<Fact>
  | { readonly all: readonly Criterion<Fact>[] }
  | { readonly any: readonly Criterion<Fact>[] }
  | { readonly not: Criterion<Fact> };
