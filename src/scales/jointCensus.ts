import type { CustomerTable } from "../customers/customerTable.ts";
import { assertPlacements } from "./assertPlacements.ts";
import { addCustomer, type CensusGroup, createTally, groupOf, type Tally } from "./censusGroup.ts";
import { OFF_SCALE, type Placements } from "./placement.ts";

/** One step of each scale, null off it. */
export type StepsOnEach<Placed extends readonly Placements[]> = {
  readonly [Index in keyof Placed]: Placed[Index] extends Placements<infer Step> ? Step | null : never;
};

/** Those who stand on the same step of every scale. */
export interface JointGroup<Steps extends readonly (string | null)[] = readonly (string | null)[]>
  extends CensusGroup {
  /** In the order of the scales; null off the scale. */
  readonly steps: Steps;
}

/** How the customers of a table spread over several scales at once. Plain data, safe for JSON. */
export interface JointCensus<Steps extends readonly (string | null)[] = readonly (string | null)[]> {
  /** The names of the scales. */
  readonly scales: readonly string[];
  readonly customerCount: number;
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  /** Every combination that occurs, from the lowest steps to the highest, off a scale first. */
  readonly groups: readonly JointGroup<Steps>[];
}

/**
 * The census over any number of scales together: who stands on the same step of each, with counts that sum to
 * the rows of the table and exact sums of lifetime revenue and profit. For two scales and the pairs that do not
 * occur, see {@link crosswalk}. No customers give no groups; no scales give one group of all customers.
 *
 * @throws LoyaltyError `placements_mismatch` when placements are not those of the table; `unsafe_total` when a
 * sum is beyond 2^53 − 1 minor units; its path names the steps and the fact
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob", "eve"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2, 1, 3), recentOrders: Uint32Array.of(1, 1, 2) },
 * });
 * const placements = classifyTable(table, [ladderOfLoyalty(), lifecycleStages()]);
 * const { groups } = jointCensus(table, placements);
 * groups.map(({ steps, count }) => [...steps, count]); // => [["shopper", "development", 1], ["customer", "retention", 2]]
 */
export function jointCensus<const Placed extends readonly Placements[]>(
  table: CustomerTable,
  placements: Placed,
): JointCensus<StepsOnEach<Placed>> {
  for (const placed of placements) assertPlacements(table, placed);
  const { groupOfRow, indices } = groupRows(placements, table.rowCount);
  const { revenueMinor, profitMinor } = table.columns;
  const tallies = indices.map(createTally);
  for (let row = 0; row < groupOfRow.length; row += 1) {
    const tally = tallies[groupOfRow[row] as number] as Tally;
    addCustomer(tally, revenueMinor[row] as number, profitMinor[row] as number);
  }
  const groups = indices.map((index, group) => {
    const steps = index.map((step, scale) => placements[scale]?.scale.steps[step]?.id ?? null);
    const place = steps.map((step) => step ?? "off");
    return { steps, ...groupOf(tallies[group] as Tally, table.rowCount, place) };
  });
  return {
    scales: placements.map(({ scale }) => scale.name),
    customerCount: table.rowCount,
    currency: table.currency,
    groups: groups as readonly object[] as readonly JointGroup<StepsOnEach<Placed>>[],
  };
}

interface GroupedRows {
  readonly groupOfRow: Uint32Array;
  /** Of each group: the index of the step on each scale, {@link OFF_SCALE} off it. */
  readonly indices: readonly (readonly number[])[];
}

/** Splits all rows by one scale after the other: room for those that occur times the steps of the next scale. */
function groupRows(placements: readonly Placements[], rowCount: number): GroupedRows {
  const groupOfRow = new Uint32Array(rowCount);
  let indices: readonly (readonly number[])[] = rowCount === 0 ? [] : [[]];
  for (const { scale, step } of placements) {
    const width = scale.steps.length + 1; // place 0 is off the scale, so that it comes first
    const counts = new Uint32Array(indices.length * width);
    for (let row = 0; row < rowCount; row += 1) {
      const place = (groupOfRow[row] as number) * width + placeOf(step[row] as number);
      groupOfRow[row] = place;
      counts[place] = (counts[place] as number) + 1;
    }
    const groupOfPlace = new Uint32Array(counts.length);
    const split: (readonly number[])[] = [];
    for (const [place, count] of counts.entries()) {
      if (count === 0) continue;
      groupOfPlace[place] = split.length;
      const index = place % width === 0 ? OFF_SCALE : (place % width) - 1;
      split.push([...(indices[Math.floor(place / width)] as readonly number[]), index]);
    }
    for (let row = 0; row < rowCount; row += 1) {
      groupOfRow[row] = groupOfPlace[groupOfRow[row] as number] as number;
    }
    indices = split;
  }
  return { groupOfRow, indices };
}

/** 0 off the scale (255), else the index of the step and one. */
function placeOf(index: number): number {
  return (index + 1) & OFF_SCALE;
}
