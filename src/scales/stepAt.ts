import { fail } from "../base/loyaltyError.ts";
import type { Placements } from "./placement.ts";

/**
 * The step that the customer in row `row` (from 0) stands on; null off the scale.
 *
 * @throws LoyaltyError `unknown_customer` when there is no such row
 *
 * @example
 * const table = createCustomerTable({ ids: ["ann"], asOf: "2026-06-30", currency: "USD" });
 * stepAt(classifyTable(table, ladderOfLoyalty()), 0); // => null
 */
export function stepAt<Step extends string>(placements: Placements<Step>, row: number): Step | null {
  const index = placements.step[row];
  if (index === undefined) fail("unknown_customer", [], `a row from 0 to ${placements.step.length - 1}`, row);
  return placements.scale.steps[index]?.id ?? null; // 255 is beyond the last step
}
