import type { DecisionNode } from "./decision.ts";

/** Where a node goes on with the value of its fact or sum; `NaN` is a missing one. */
export function nextNode(node: DecisionNode, value: number): DecisionNode {
  return value >= node.threshold ? node.atLeast : value < node.threshold ? node.below : node.missing;
}
