import { ANSWER, type Decision, type DecisionNode } from "../../../src/criteria/decision/decision.ts";

/** The nodes of a decision that ask something, in the order in which they are met. */
export function nodesOf(decision: Decision): readonly DecisionNode[] {
  const met = new Set<DecisionNode>([decision]);
  for (const node of met) {
    if (node.slot === ANSWER) continue;
    met.add(node.atLeast).add(node.below).add(node.missing).add(node.whenTrue).add(node.whenFalse); // a set grows while it is walked
  }
  return [...met].filter(({ slot }) => slot !== ANSWER);
}
