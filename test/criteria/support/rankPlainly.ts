import { rankFacts } from "../../../src/criteria/rankFacts.ts";
import type { ColumnLookup, RankPlan } from "../../../src/criteria/rankPlan.ts";
import { numberAt } from "../../../src/units/column.ts";

/**
 * Ranks rows one by one, as `rankFacts` does: the executor that the others must agree with, and are measured beside.
 * It serves every plan on every host.
 */
export function rankPlainly(
  { comparisons, rankings }: RankPlan,
  columnOf: ColumnLookup,
  rowCount: number,
): readonly Uint8Array[] {
  const named = new Map(comparisons.flatMap(({ facts }) => facts.map((fact) => [fact.field, fact.kind])));
  const columns = Array.from(named, ([field, kind]) => ({ field, kind, column: columnOf(field) }));
  const ranks = rankings.map(() => new Uint8Array(rowCount));
  for (let row = 0; row < rowCount; row += 1) {
    const facts: Record<string, number> = {};
    for (const { field, kind, column } of columns) facts[field] = numberAt(kind, column, row);
    for (const [index, ranking] of rankings.entries()) {
      (ranks[index] as Uint8Array)[row] = rankFacts(ranking, comparisons, facts); // −1 becomes 255
    }
  }
  return ranks;
}
