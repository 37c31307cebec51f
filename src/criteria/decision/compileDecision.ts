import type { CompiledComparison } from "../compileCriteria.ts";
import type { Ranking } from "../rankPlan.ts";
import { askComparison } from "./askComparison.ts";
import { compileJumps, targetOf } from "./compileJumps.ts";
import { ANSWER, createNode, type Decision, type DecisionNode } from "./decision.ts";
import { skipDecided } from "./skipDecided.ts";

/**
 * Compiles a ranking into a decision; undefined where it would be too large, and then `evaluateFacts` serves.
 *
 * @param slotOf - the slot of a field, from 0
 */
export function compileDecision(
  ranking: Ranking,
  comparisons: readonly CompiledComparison[],
  slotOf: (field: string) => number,
): Decision | undefined {
  const graph = compileJumps(ranking);
  if (graph === undefined) return undefined;
  const { start, jumps } = skipDecided(graph, comparisons);
  const nodes = new Map<number, DecisionNode>();
  const nodeAt = (target: number): DecisionNode => {
    const known = nodes.get(target) ?? answerNode(targetOf(target));
    nodes.set(target, known);
    return known;
  };
  for (const [index, { comparison, ifTrue, ifFalse }] of jumps.entries()) {
    const asked = comparisons[comparison] as CompiledComparison;
    nodes.set(index, askComparison(asked, nodeAt(ifTrue), nodeAt(ifFalse), slotOf));
  }
  return nodeAt(start);
}

/** The end of a way. Nobody goes on from there. */
function answerNode(answer: number): DecisionNode {
  const none = null as unknown as DecisionNode;
  const targets = { atLeast: none, below: none, missing: none, whenTrue: none, whenFalse: none };
  return createNode({ slot: ANSWER, slots: [], threshold: 0, ...targets, answer });
}
