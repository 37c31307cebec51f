import { rankRows } from "../criteria/rankRows.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { assertFitsTable } from "./assertFitsTable.ts";
import { columnsOf } from "./columnsOf.ts";
import { type CompiledScale, compileScale } from "./compileScale.ts";
import { compileTogether } from "./compileTogether.ts";
import type { Placements } from "./placement.ts";
import type { Scale } from "./scale.ts";

/** The placements of several scales, in the order of the scales. */
export type PlacementsOnEach<Scales extends readonly Scale[]> = {
  readonly [Index in keyof Scales]: Scales[Index] extends Scale<infer Step> ? Placements<Step> : never;
};

/**
 * Where every customer of a table stands: the same answer as {@link classifyCustomer} row by row, at the speed
 * of columns. An empty table gives empty placements. Several scales are classified in one pass over the table,
 * which costs less than one after the other: columns are read and shared conditions are judged once.
 *
 * @throws LoyaltyError `not_calibrated`; `currency_mismatch`, `window_mismatch` where the scale states another
 * currency or window than the table; `unknown_fact` where the table lacks a fact of your own that the scale
 * declares, or has it in another kind; `invalid_column` for an array that was handed over to another thread since
 * the table was made; what `defineScale` throws for an object that is no scale
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
 * const [ladder, stages] = classifyTable(table, [ladderOfLoyalty(), lifecycleStages()]);
 * stepAt(stages, 0); // => "retention"
 */
export function classifyTable<Step extends string>(
  table: CustomerTable,
  scale: Scale<Step>,
): Placements<Step>;
export function classifyTable<const Scales extends readonly Scale[]>(
  table: CustomerTable,
  scales: Scales,
): PlacementsOnEach<Scales>;
export function classifyTable(
  table: CustomerTable,
  scales: Scale | readonly Scale[],
): Placements | readonly Placements[] {
  if (!Array.isArray(scales)) {
    const compiled = fittingScale(table, scales as Scale);
    const [step] = rankRows(compiled.plan, columnsOf(table), table.rowCount);
    return { scale: compiled.scale, step: step as Uint8Array };
  }
  const compiled = (scales as readonly Scale[]).map((scale) => fittingScale(table, scale));
  const steps = rankRows(compileTogether(compiled), columnsOf(table), table.rowCount);
  return compiled.map(({ scale }, index) => ({ scale, step: steps[index] as Uint8Array }));
}

function fittingScale(table: CustomerTable, scale: Scale): CompiledScale {
  const compiled = compileScale(scale);
  assertFitsTable(compiled.scale, table);
  return compiled;
}
