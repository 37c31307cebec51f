import { type ColumnLookup, type Ranking, type RankPlan, UNRANKED } from "../rankPlan.ts";
import { evaluateColumns } from "./evaluateColumns.ts";

/** The plain executor: serves every plan on every host. The others must agree with it. */
export function rankPlainly(plan: RankPlan, columnOf: ColumnLookup, rowCount: number): readonly Uint8Array[] {
  const ranks = plan.rankings.map(() => new Uint8Array(rowCount).fill(UNRANKED));
  const roots = plan.rankings.flatMap((ranking) => ranking.roots);
  evaluateColumns({ comparisons: plan.comparisons, roots }, columnOf, rowCount, (firstRow, count, holds) => {
    let firstRoot = 0;
    for (const [index, ranking] of plan.rankings.entries()) {
      const block = (ranks[index] as Uint8Array).subarray(firstRow, firstRow + count);
      raiseRows(ranking, block, holds, firstRoot);
      firstRoot += ranking.roots.length;
    }
  });
  return ranks;
}

function raiseRows(
  { roots, climb }: Ranking,
  block: Uint8Array,
  holds: readonly Uint8Array[],
  firstRoot: number,
): void {
  const raise = climb === "stepwise" ? raiseStepwise : raiseHighest;
  for (let index = 0; index < roots.length; index += 1) {
    raise(block, holds[firstRoot + index] as Uint8Array, index);
  }
}

/** Roots come from the lowest to the highest, so a row for which one holds is lifted from wherever it stands. */
function raiseHighest(block: Uint8Array, holds: Uint8Array, index: number): void {
  for (let row = 0; row < block.length; row += 1) {
    block[row] = holds[row] === 0 ? (block[row] as number) : index;
  }
}

/** Only from the root right below (unranked, for the lowest) can any row be lifted. */
function raiseStepwise(block: Uint8Array, holds: Uint8Array, index: number): void {
  const below = index === 0 ? UNRANKED : index - 1;
  for (let row = 0; row < block.length; row += 1) {
    block[row] = holds[row] !== 0 && block[row] === below ? index : (block[row] as number);
  }
}
