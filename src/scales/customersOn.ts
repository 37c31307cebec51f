import { fail } from "../base/loyaltyError.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { assertPlacements } from "./assertPlacements.ts";
import { OFF_SCALE, type Placements } from "./placement.ts";
import { type RankedCustomers, type RankingOptions, rankCustomers } from "./rankCustomers.ts";

/**
 * Who stands on a step (`null`: on none), by value, the highest first: unknown values last, equals by id in
 * code-unit order. A step where nobody stands gives an empty list. For a list of people to contact, ask for
 * `contactableOnly`: whoever said no is left out.
 *
 * @throws LoyaltyError `unknown_step`; `unknown_fact` when the table lacks the fact to sort by; `invalid_option`
 * for an unknown option, a flag to sort by, or a limit or offset that is no whole number from 0; `placements_mismatch` when the
 * placements are not those of the table
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob", "eve"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2, 1, 3), revenueMinor: Float64Array.of(40_00, 10_00, 90_00) },
 * });
 * const placements = classifyTable(table, ladderOfLoyalty());
 * customersOn(table, placements, "customer", { limit: 1 }); // => { total: 2, field: "revenueMinor", customers: [{ id: "eve", row: 2, value: 9000 }] }
 */
export function customersOn<Step extends string>(
  table: CustomerTable,
  placements: Placements<Step>,
  step: NoInfer<Step> | null,
  options: RankingOptions = {},
): RankedCustomers {
  assertPlacements(table, placements);
  const wanted = step === null ? OFF_SCALE : stepIndex(placements, step);
  const rows = new Uint32Array(placements.step.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (placements.step[row] !== wanted) continue;
    rows[count] = row;
    count += 1;
  }
  return rankCustomers(table, rows.subarray(0, count), options);
}

function stepIndex({ scale }: Placements, step: string): number {
  const index = scale.steps.findIndex(({ id }) => id === step);
  if (index < 0) fail("unknown_step", [], `one of ${scale.steps.map(({ id }) => id).join(", ")}`, step);
  return index;
}
