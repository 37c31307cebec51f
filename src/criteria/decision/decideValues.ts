import { ANSWER, type Decision, SUM } from "./decision.ts";
import { nextNode } from "./nextNode.ts";

/**
 * The answer of a decision for facts that stand side by side: −1 for unranked, else the index of a root.
 *
 * @param values - the fact of slot `s` at `offset + s`; `NaN` where it is missing, 1 or 0 for a flag
 */
export function decideValues(decision: Decision, values: Float64Array, offset: number): number {
  let node = decision;
  while (node.slot !== ANSWER) {
    const value =
      node.slot === SUM ? sumOf(node.slots, values, offset) : (values[offset + node.slot] as number);
    node = nextNode(node, value);
  }
  return node.answer;
}

function sumOf(slots: readonly number[], values: Float64Array, offset: number): number {
  let sum = 0;
  for (const slot of slots) sum += values[offset + slot] as number;
  return sum;
}
