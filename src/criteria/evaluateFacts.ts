import { compareValue } from "./compareValue.ts";
import type { CompiledComparison, CompiledCriteria, CompiledNode } from "./compileCriteria.ts";
import { type FactValues, factValue } from "./factValue.ts";

/**
 * Says whether criterion number `root` holds for one row of facts: the reference that every other evaluator
 * must agree with. `facts` holds values under the fields of their columns (`revenueMinor`, not `revenue`);
 * absent, `null` and `NaN` are missing, and a missing fact fails every comparison.
 */
export function evaluateFacts(compiled: CompiledCriteria, root: number, facts: FactValues): boolean {
  return nodeHolds(compiled.roots[root] as CompiledNode, compiled.comparisons, facts);
}

function nodeHolds(
  node: CompiledNode,
  comparisons: readonly CompiledComparison[],
  facts: FactValues,
): boolean {
  switch (node.kind) {
    case "all":
      return node.parts.every((part) => nodeHolds(part, comparisons, facts));
    case "any":
      return node.parts.some((part) => nodeHolds(part, comparisons, facts));
    case "not":
      return !nodeHolds(node.part, comparisons, facts);
    case "comparison": {
      const comparison = comparisons[node.index] as CompiledComparison;
      return compareValue(comparison.operator, factValue(facts, comparison.facts), comparison.threshold);
    }
  }
}
