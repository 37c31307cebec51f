import { rankByBits } from "./bitSliced/rankByBits.ts";
import type { ColumnLookup, RankPlan } from "./rankPlan.ts";
import { rankByWasm } from "./wasm/rankByWasm.ts";

/** Fewer rows are done by words of bits before a call has looked up what it needs of a module. */
const LEAST_ROWS = 1000;

/**
 * From here on a module pays for itself at the first call. To write and compile one takes 10 ms for 10 steps and 150 ms
 * for 80, in which words of bits rank a million rows on a few comparisons, or 100,000 on many.
 */
const MANY_ROWS = 100_000;

/** Plans that were used before: a module for them will be used again. */
const usedPlans: WeakSet<RankPlan> = /* @__PURE__ */ new WeakSet();

/** Ranks rows by the fastest executor that the host and the plan allow. All give the same ranks. */
export function rankRows(plan: RankPlan, columnOf: ColumnLookup, rowCount: number): readonly Uint8Array[] {
  const isModuleWorthIt = rowCount >= LEAST_ROWS && (rowCount >= MANY_ROWS || usedPlans.has(plan));
  usedPlans.add(plan);
  const ranks = isModuleWorthIt ? rankByWasm(plan, columnOf, rowCount) : undefined;
  return ranks ?? rankByBits(plan, columnOf, rowCount);
}
