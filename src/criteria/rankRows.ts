import { rankByBits } from "./bitSliced/rankByBits.ts";
import type { ColumnLookup, RankPlan } from "./rankPlan.ts";
import { rankByWasm } from "./wasm/rankByWasm.ts";

/** Fewer rows than this are ranked by words of bits before a module is written and compiled. */
const WASM_FROM_ROWS = 1000;

/** Ranks rows by the fastest executor that the host and the plan allow. All give the same ranks. */
export function rankRows(plan: RankPlan, columnOf: ColumnLookup, rowCount: number): readonly Uint8Array[] {
  const ranks = rowCount < WASM_FROM_ROWS ? undefined : rankByWasm(plan, columnOf, rowCount);
  return ranks ?? rankByBits(plan, columnOf, rowCount);
}
