import type { Column } from "../units/column.ts";
import type { CompiledComparison, CompiledNode } from "./compileCriteria.ts";

/** What a row gets that stands on no step. A plan has at most 254 roots per ranking, so no root has this index. */
export const UNRANKED = 255;

/** Criteria in order, of which each row gets the index of one. */
export interface Ranking {
  readonly roots: readonly CompiledNode[];
  /** `highest`: the last root that holds. `stepwise`: the last root up to which every root holds. */
  readonly climb: "highest" | "stepwise";
}

/**
 * What an executor is asked to do in one pass over the rows: one or several rankings over shared comparisons. It
 * gives a new array for each ranking, with the index of a root for every row, or {@link UNRANKED}; all executors
 * give the same. Immutable; executors keep what they make of a plan by its identity.
 */
export interface RankPlan {
  readonly comparisons: readonly CompiledComparison[];
  readonly rankings: readonly Ranking[];
}

/** Finds the column of a field; at least `rowCount` long, in the array of its kind. */
export type ColumnLookup = (field: string) => Column;
