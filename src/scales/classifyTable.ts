import { evaluateColumns } from "../criteria/evaluateColumns.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { assertFitsTable } from "./assertFitsTable.ts";
import { columnsOf } from "./columnsOf.ts";
import { compileScale } from "./compileScale.ts";
import { OFF_SCALE, type Placements } from "./placement.ts";
import type { Scale } from "./scale.ts";

/**
 * Where every customer of a table stands: the same answer as {@link classifyCustomer} row by row, at the speed
 * of columns. An empty table gives empty placements.
 *
 * @throws LoyaltyError `not_calibrated`; `currency_mismatch`, `window_mismatch` where the scale states another
 * currency or window than the table; `unknown_fact` where the table lacks a fact of your own that the scale
 * declares, or has it in another kind; what `defineScale` throws for an object that is no scale
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2, 0) },
 * });
 * const placements = classifyTable(table, ladderOfLoyalty());
 * stepAt(placements, 0); // => "customer"
 * stepAt(placements, 1); // => null
 */
export function classifyTable<Step extends string>(
  table: CustomerTable,
  scale: Scale<Step>,
): Placements<Step> {
  const compiled = compileScale(scale);
  assertFitsTable(compiled.scale, table);
  const step = new Uint8Array(table.rowCount).fill(OFF_SCALE);
  const raise = compiled.scale.climb === "stepwise" ? raiseStepwise : raiseHighest;
  evaluateColumns(compiled.criteria, columnsOf(table), table.rowCount, (firstRow, count, holds) => {
    const block = step.subarray(firstRow, firstRow + count);
    for (let index = 0; index < holds.length; index += 1) raise(block, holds[index] as Uint8Array, index);
  });
  return { scale: compiled.scale, step };
}

/** Steps come from the lowest to the highest, so whoever holds a step is lifted from wherever they stand. */
function raiseHighest(block: Uint8Array, holds: Uint8Array, index: number): void {
  for (let row = 0; row < block.length; row += 1) {
    block[row] = holds[row] === 0 ? (block[row] as number) : index;
  }
}

/** Only from the step right below (off the scale, for the lowest) can anyone be lifted. */
function raiseStepwise(block: Uint8Array, holds: Uint8Array, index: number): void {
  const below = index === 0 ? OFF_SCALE : index - 1;
  for (let row = 0; row < block.length; row += 1) {
    block[row] = holds[row] !== 0 && block[row] === below ? index : (block[row] as number);
  }
}
