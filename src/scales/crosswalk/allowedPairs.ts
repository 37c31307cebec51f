import { fail } from "../../base/loyaltyError.ts";
import { compileScale } from "../compileScale.ts";
import type { Scale } from "../scale.ts";
import { assertOneTable } from "./assertOneTable.ts";
import { spendAtMost } from "./effort.ts";
import { createPairSearch } from "./pairSearch.ts";
import type { PossibleCustomer } from "./possibleCustomer.ts";

/** How hard {@link allowedPairs} searches. */
export interface AllowedPairsOptions {
  /**
   * How many looks at a condition one pair may cost before it is left undecided; a whole number from 1. The
   * built-in scales need less than 8,000. All pairs together may cost twenty-five times as much.
   *
   * @defaultValue `200_000`
   */
  readonly searchLimit?: number;
}

/** A pair of steps; null is off the scale. */
export interface StepPair<RowStep extends string = string, ColumnStep extends string = string> {
  readonly row: RowStep | null;
  readonly column: ColumnStep | null;
}

/** Which steps of two scales can be one customer's. Plain data, safe for JSON. */
export interface AllowedPairs<RowStep extends string = string, ColumnStep extends string = string> {
  /** The steps of the first scale from the lowest, then null: off the scale. */
  readonly rows: readonly (RowStep | null)[];
  /** The steps of the second scale from the lowest, then null: off the scale. */
  readonly columns: readonly (ColumnStep | null)[];
  /** By row and column: whether a customer can stand on both. False is certain. */
  readonly allowed: readonly (readonly boolean[])[];
  /** Pairs that the search could not decide within its limit; they count as allowed. */
  readonly undecided: readonly StepPair<RowStep, ColumnStep>[];
  /** By row and column: a customer who stands on both; null where there is none, or none was found. */
  readonly witnesses: readonly (readonly (PossibleCustomer | null)[])[];
}

const DEFAULT_SEARCH_LIMIT = 200_000;
const TASKS_AT_FULL_LIMIT = 25;

/**
 * Which pairs of steps the criteria of two scales allow at all, with a customer for each who shows it. It needs
 * no table: it searches everything that the facts of a customer can be, under the laws that tie them together
 * (orders in the window are orders; whoever ordered has a last order day; with one order day there is no
 * rhythm …). The laws hold for every table of `summarizeCustomers`; columns gathered elsewhere may break them.
 *
 * A pair is ruled out only when the search has seen that nothing is left, so false is certain. A pair is
 * given a witness only after the plain evaluator has put that customer on both steps. Where the search ends at its
 * limit the pair counts as allowed and stands in `undecided`. That takes criteria that contradict each other in a
 * roundabout way: overlapping sums of amounts or of your own numbers, or hundreds of steps.
 *
 * Equal scales give equal results: the search counts its work and has neither clock nor chance.
 *
 * @throws LoyaltyError `currency_mismatch`, `window_mismatch`, `unknown_fact` when no table fits both scales;
 * `not_calibrated` for a scale whose calibration is open; `invalid_option` for a limit that is no whole number
 * from 1; what `defineScale` throws for an object that is no scale
 *
 * @example
 * const pairs = allowedPairs(ladderOfLoyalty(), lifecycleStages());
 * pairs.rows[3]; // => "customer"
 * pairs.columns[2]; // => "development"
 * pairs.allowed[3][2]; // => false
 * pairs.allowed[2][2]; // => true
 * pairs.witnesses[2][2].facts.orders; // => 1
 */
export function allowedPairs<RowStep extends string, ColumnStep extends string>(
  rowScale: Scale<RowStep>,
  columnScale: Scale<ColumnStep>,
  options: AllowedPairsOptions = {},
): AllowedPairs<RowStep, ColumnStep> {
  const { searchLimit = DEFAULT_SEARCH_LIMIT } = options;
  if (!(Number.isSafeInteger(searchLimit) && searchLimit >= 1)) {
    fail("invalid_option", ["searchLimit"], "a whole number from 1", searchLimit);
  }
  const compiledRows = compileScale(rowScale);
  const compiledColumns = compileScale(columnScale);
  assertOneTable(compiledRows.scale, compiledColumns.scale);
  const rows = [...compiledRows.scale.steps.map(({ id }) => id), null];
  const columns = [...compiledColumns.scale.steps.map(({ id }) => id), null];
  const searchRow = createPairSearch(compiledRows, compiledColumns);
  const effort = { left: searchLimit * TASKS_AT_FULL_LIMIT };
  const verdicts = rows.map((row, rowIndex) => {
    const searchColumn = spendAtMost(effort, searchLimit, (share) =>
      searchRow(row === null ? OFF : rowIndex, share),
    );
    return columns.map((column, columnIndex) =>
      spendAtMost(effort, searchLimit, (share) => searchColumn(column === null ? OFF : columnIndex, share)),
    );
  });
  return {
    rows,
    columns,
    allowed: verdicts.map((row) => row.map(({ status }) => status !== "ruled-out")),
    undecided: rows.flatMap((row, rowIndex) =>
      columns.flatMap((column, columnIndex) =>
        verdicts[rowIndex]?.[columnIndex]?.status === "undecided" ? [{ row, column }] : [],
      ),
    ),
    witnesses: verdicts.map((row) => row.map((verdict) => ("witness" in verdict ? verdict.witness : null))),
  };
}

/** The index of who stands on no step. */
const OFF = -1;
