import type { CustomerTable } from "../customers/customerTable.ts";
import { assertPlacements } from "./assertPlacements.ts";
import { addCustomer, type CensusGroup, createTally, groupOf, type Tally } from "./censusGroup.ts";
import { labelOf } from "./labelOf.ts";
import { OFF_SCALE, type Placements } from "./placement.ts";

/** Who stands on one step. */
export interface CensusStep<Step extends string = string> extends CensusGroup {
  readonly step: Step;
  /** From 1, the lowest step. */
  readonly rank: number;
  /** The name of the step in the asked language, else in English, else its id. */
  readonly label: string;
}

/** How the customers of a table spread over a scale. Plain data, safe for JSON. */
export interface Census<Step extends string = string> {
  /** The name of the scale. */
  readonly scale: string;
  readonly customerCount: number;
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  /** Every step from the lowest to the highest, empty ones too. */
  readonly steps: readonly CensusStep<Step>[];
  /** Those who stand on no step. */
  readonly off: CensusGroup;
  /** The step with the most customers, the lower one of equals; null when nobody stands on any. */
  readonly mostCrowded: Step | null;
  /** The step with the fewest customers, the lower one of equals; null when nobody stands on any. */
  readonly emptiest: Step | null;
}

/** What {@link census} can be told. */
export interface CensusOptions {
  /** The code of the language of the labels. @defaultValue `"en"` */
  readonly locale?: string;
}

/**
 * How many customers stand on each step, and what they brought: counts that sum to the rows of the table,
 * shares that sum to 1 with `off`, exact sums of lifetime revenue and profit.
 *
 * @throws LoyaltyError `placements_mismatch` when the placements are not those of the table; `unsafe_total` when
 * a sum is beyond 2^53 − 1 minor units; its path names the scale, the step (or `off`) and the fact
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob", "eve"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2, 1, 3), revenueMinor: Float64Array.of(40_00, 10_00, 90_00) },
 * });
 * const { steps, mostCrowded } = census(table, classifyTable(table, ladderOfLoyalty()));
 * mostCrowded; // => "customer"
 * steps[3].count; // => 2
 * steps[3].revenueMinor; // => 13000
 */
export function census<Step extends string>(
  table: CustomerTable,
  placements: Placements<Step>,
  options: CensusOptions = {},
): Census<Step> {
  assertPlacements(table, placements);
  const { locale = "en" } = options;
  const { scale, step } = placements;
  const { revenueMinor, profitMinor } = table.columns;
  const tallies = scale.steps.map(createTally);
  const off = createTally();
  for (let row = 0; row < step.length; row += 1) {
    const index = step[row] as number;
    const tally = index === OFF_SCALE ? off : (tallies[index] as Tally);
    addCustomer(tally, revenueMinor[row] as number, profitMinor[row] as number);
  }
  const steps = scale.steps.map(({ id, labels }, index) => ({
    step: id,
    rank: index + 1,
    label: labelOf(labels, locale, id),
    ...groupOf(tallies[index] as Tally, table.rowCount, [scale.name, id]),
  }));
  return {
    scale: scale.name,
    customerCount: table.rowCount,
    currency: table.currency,
    steps,
    off: groupOf(off, table.rowCount, [scale.name, "off"]),
    ...extremesOf(steps),
  };
}

function extremesOf<Step extends string>(
  steps: readonly CensusStep<Step>[],
): Pick<Census<Step>, "mostCrowded" | "emptiest"> {
  const most = steps.reduce((one, other) => (other.count > one.count ? other : one));
  const fewest = steps.reduce((one, other) => (other.count < one.count ? other : one));
  return most.count === 0
    ? { mostCrowded: null, emptiest: null }
    : { mostCrowded: most.step, emptiest: fewest.step };
}
