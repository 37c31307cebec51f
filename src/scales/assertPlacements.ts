import { fail } from "../base/loyaltyError.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { OFF_SCALE, type Placements } from "./placement.ts";

/**
 * Refuses placements that cannot be those of the table: of another length, or with a step that the scale
 * does not have.
 *
 * @throws LoyaltyError `placements_mismatch`
 */
export function assertPlacements(table: CustomerTable, { scale, step }: Placements): void {
  if (step.length !== table.rowCount) {
    fail("placements_mismatch", [], `placements of ${table.rowCount} rows`, step.length);
  }
  const stepCount = scale.steps.length;
  const oddRow = step.findIndex((index) => index >= stepCount && index !== OFF_SCALE);
  if (oddRow >= 0)
    fail("placements_mismatch", ["step", oddRow], `an index below ${stepCount}, or 255`, step[oddRow]);
}
