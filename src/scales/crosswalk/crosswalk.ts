import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import { failOnIssues } from "../../base/loyaltyError.ts";
import { OFF_SCALE, type Placements } from "../placement.ts";
import { type AllowedPairsOptions, allowedPairs } from "./allowedPairs.ts";

/** How one population stands on two scales at once. Plain data, safe for JSON. */
export interface Crosswalk<RowStep extends string = string, ColumnStep extends string = string> {
  /** The name of the first scale. */
  readonly rowScale: string;
  /** The name of the second scale. */
  readonly columnScale: string;
  /** The steps of the first scale from the lowest, then null: off the scale. */
  readonly rows: readonly (RowStep | null)[];
  /** The steps of the second scale from the lowest, then null: off the scale. */
  readonly columns: readonly (ColumnStep | null)[];
  /** By row and column: how many customers stand on both. They sum to `customerCount`. */
  readonly counts: readonly (readonly number[])[];
  /** By row and column: their part of all customers, from 0 to 1; 0 for no customers. */
  readonly shares: readonly (readonly number[])[];
  readonly customerCount: number;
  /** By row and column: whether a customer can stand on both. Where it is false, the count is 0. */
  readonly allowed: readonly (readonly boolean[])[];
  /**
   * Customers on pairs that {@link allowedPairs} rules out, because their facts contradict each other: 0 for
   * every table of `summarizeCustomers`, perhaps not for columns that were gathered elsewhere. A pair that
   * occurs counts as allowed.
   */
  readonly unexpectedCount: number;
}

/**
 * The cross-table of a population over two scales: how many customers stand on each pair of steps, and which
 * pairs can occur at all, by {@link allowedPairs}. Both placements must be of one table. No customers give zeros.
 *
 * @throws LoyaltyError `placements_mismatch` for placements of different lengths or with a step that the scale
 * does not have; what {@link allowedPairs} throws for its scales and options
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(1, 3), recentOrders: Uint32Array.of(1, 0) },
 * });
 * const { rows, columns, counts, shares, allowed } = crosswalk(
 *   classifyTable(table, ladderOfLoyalty()),
 *   classifyTable(table, lifecycleStages()),
 * );
 * rows[3]; // => "customer"
 * columns[3]; // => "retention"
 * counts[3][3]; // => 1
 * shares[3][3]; // => 0.5
 * allowed[3][2]; // => false
 */
export function crosswalk<RowStep extends string, ColumnStep extends string>(
  rowPlacements: Placements<RowStep>,
  columnPlacements: Placements<ColumnStep>,
  options: AllowedPairsOptions = {},
): Crosswalk<RowStep, ColumnStep> {
  assertSameCustomers(rowPlacements, columnPlacements);
  const { rows, columns, allowed } = allowedPairs(rowPlacements.scale, columnPlacements.scale, options);
  const customerCount = rowPlacements.step.length;
  const counts = countPairs(rowPlacements, columnPlacements);
  const unexpected = counts.flatMap((row, index) => row.filter((_, column) => !allowed[index]?.[column]));
  return {
    rowScale: rowPlacements.scale.name,
    columnScale: columnPlacements.scale.name,
    rows,
    columns,
    counts,
    shares: counts.map((row) => row.map((count) => (customerCount === 0 ? 0 : count / customerCount))),
    customerCount,
    allowed: counts.map((row, index) =>
      row.map((count, column) => count > 0 || allowed[index]?.[column] === true),
    ),
    unexpectedCount: unexpected.reduce((sum, count) => sum + count, 0),
  };
}

function assertSameCustomers(row: Placements, column: Placements): void {
  const issues: LoyaltyIssue[] = [];
  if (row.step.length !== column.step.length) {
    const expected = `placements of ${row.step.length} rows`;
    issues.push(createIssue("placements_mismatch", [], expected, column.step.length));
  }
  for (const { scale, step } of [row, column]) {
    const stepCount = scale.steps.length;
    const oddRow = step.findIndex((index) => index >= stepCount && index !== OFF_SCALE);
    if (oddRow < 0) continue;
    const expected = `an index below ${stepCount}, or 255`;
    issues.push(createIssue("placements_mismatch", [scale.name, "step", oddRow], expected, step[oddRow]));
  }
  failOnIssues(issues);
}

/** One count per pair in a flat array, so that the loop over the customers touches nothing else. */
function countPairs(row: Placements, column: Placements): readonly (readonly number[])[] {
  const rowCount = row.scale.steps.length + 1;
  const columnCount = column.scale.steps.length + 1;
  const flat = new Uint32Array(rowCount * columnCount);
  for (let customer = 0; customer < row.step.length; customer += 1) {
    const rowIndex = Math.min(row.step[customer] as number, rowCount - 1); // off the scale (255) comes last
    const columnIndex = Math.min(column.step[customer] as number, columnCount - 1);
    const place = rowIndex * columnCount + columnIndex;
    flat[place] = (flat[place] as number) + 1;
  }
  return Array.from({ length: rowCount }, (_, index) => [
    ...flat.subarray(index * columnCount, (index + 1) * columnCount),
  ]);
}
