import type { CompiledComparison, CompiledNode } from "../../src/criteria/compileCriteria.ts";
import type { Ranking, RankPlan } from "../../src/criteria/rankPlan.ts";
import type { FactColumn } from "../../src/units/column.ts";

/**
 * What a plan asks, in the one form that can be said in every language: comparisons, and for each ranking its
 * conditions from the lowest step to the highest, of which the highest that holds is the answer.
 */
export interface Policy {
  /** The columns that are read, each once. */
  readonly columns: readonly FactColumn[];
  readonly comparisons: readonly CompiledComparison[];
  readonly rankings: readonly (readonly CompiledNode[])[];
}

/** Brings a plan into this form. `stepwise` becomes `highest` over conditions that include those below. */
export function policyOf({ comparisons, rankings }: RankPlan): Policy {
  const columns = new Map(comparisons.flatMap(({ facts }) => facts.map((fact) => [fact.field, fact])));
  return { columns: [...columns.values()], comparisons, rankings: rankings.map(conditionsOf) };
}

function conditionsOf({ roots, climb }: Ranking): readonly CompiledNode[] {
  if (climb === "highest") return roots;
  const conditions: CompiledNode[] = [];
  for (const root of roots) {
    const below = conditions.at(-1);
    conditions.push(below === undefined ? root : { kind: "all", parts: [below, root] });
  }
  return conditions;
}

/** The name of a column in a program: `c_orders`, whatever words the language keeps for itself. */
export function columnName({ field }: FactColumn): string {
  return `c_${field}`;
}
