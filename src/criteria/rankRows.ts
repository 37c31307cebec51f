import { rankByBits } from "./bitSliced/rankByBits.ts";
import { rankPlainly } from "./plain/rankPlainly.ts";
import type { ColumnLookup, RankExecutor, RankPlan } from "./rankPlan.ts";
import { rankByWasm } from "./wasm/rankByWasm.ts";

/** Fewer rows than this are ranked before a fast executor is ready. */
const FAST_FROM_ROWS = 1000;

/** The fast executors, best first. Each line stands for one folder; delete both, and the next one serves. */
const FAST_EXECUTORS: readonly RankExecutor[] = [rankByWasm, rankByBits];

/** Ranks rows by the fastest executor that the host and the plan allow. All give the same ranks. */
export function rankRows(plan: RankPlan, columnOf: ColumnLookup, rowCount: number): readonly Uint8Array[] {
  if (rowCount >= FAST_FROM_ROWS) {
    for (const rank of FAST_EXECUTORS) {
      const ranks = rank(plan, columnOf, rowCount);
      if (ranks !== undefined) return ranks;
    }
  }
  return rankPlainly(plan, columnOf, rowCount);
}
