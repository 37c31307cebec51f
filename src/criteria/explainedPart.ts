import type { ColumnKind } from "../units/column.ts";
import type { Operator } from "./compareValue.ts";

/** How an explanation compares: as a criterion does, or `differsFrom`, which `not` of `equals` becomes. */
export type ExplainedOperator = Operator | "differsFrom";

/**
 * A value as people read it: a decimal string in major units for money, `YYYY-MM-DD` for a day, a boolean for
 * a flag, else a number.
 */
export type ExplainedValue = number | string | boolean;

/** One comparison, with what it asks for against what is there. Plain data, safe for JSON. */
export interface ExplainedComparison {
  readonly kind: "comparison";
  /** The facts that are compared: one, or several that are added up. */
  readonly facts: readonly string[];
  /** What the values are: the kind of the fact, and `number` for sums of anything but counts alone or money. */
  readonly unit: ColumnKind;
  /** ISO 4217; only where the unit is money. */
  readonly currency?: string;
  /** With every `not` worked in: `not (nps <= 6)` asks for `moreThan` 6. */
  readonly comparison: ExplainedOperator;
  readonly required: ExplainedValue;
  /** What is there; null when it is not known. */
  readonly actual: ExplainedValue | null;
  /**
   * The smallest change that makes it hold: positive for more or later, negative for less or earlier; money as
   * a decimal string, days as a number of days. Null when it holds already, where the actual value is not
   * known, for flags, and where no change is the smallest.
   */
  readonly gap: number | string | null;
  readonly holds: boolean;
  /** True where an unknown value is as good: the comparison stood under `not`. */
  readonly orUnknown?: true;
  /**
   * Only where it must fall and falls when certain counts grow: those counts. A new order lowers `recencyDays`.
   */
  readonly fallsWith?: readonly string[];
  /** Until when the gap must be closed, exclusive; set by who knows the customer's history. */
  readonly before?: string;
}

/** Alternatives: the parts of one of them are enough. */
export interface ExplainedChoice {
  readonly kind: "oneOf";
  /** At least two, each with at least one part. */
  readonly options: readonly (readonly ExplainedPart[])[];
}

/** Nothing can make it hold, as with an empty `any`. */
export interface ExplainedImpossibility {
  readonly kind: "impossible";
}

/** One part of an explanation. */
export type ExplainedPart = ExplainedComparison | ExplainedChoice | ExplainedImpossibility;

/** Why a criterion holds or not. Plain data, safe for JSON. */
export interface Explanation {
  readonly holds: boolean;
  /** What speaks for it and is there already. */
  readonly met: readonly ExplainedComparison[];
  /** All of this must change for the criterion to hold; empty when it holds. */
  readonly missing: readonly ExplainedPart[];
}
