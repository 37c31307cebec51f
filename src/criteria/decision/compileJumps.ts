import type { CompiledNode } from "../compileCriteria.ts";
import type { Ranking } from "../rankPlan.ts";

/** A comparison and where to go on: to the jump of that number, or, below 0, to an answer. */
export interface Jump {
  readonly comparison: number;
  ifTrue: number;
  ifFalse: number;
}

/** The short-circuit form of a ranking. Jumps only lead to jumps of lower numbers, or to answers. */
export interface JumpGraph {
  readonly start: number;
  readonly jumps: readonly Jump[];
}

/** Trees that share parts can grow without bound when they are written out; beyond this it is not worth it. */
const MAXIMUM_JUMPS = 20_000;

/** The target that stands for an answer (−1 for unranked, else the index of a root), and the other way round. */
export function targetOf(answer: number): number {
  return -2 - answer;
}

/** Writes a ranking out as jumps; undefined where they would be more than {@link MAXIMUM_JUMPS}. */
export function compileJumps({ roots, climb }: Ranking): JumpGraph | undefined {
  const jumps: Jump[] = [];
  let start: number;
  if (climb === "highest") {
    start = targetOf(-1);
    for (const [index, root] of roots.entries()) start = enter(root, targetOf(index), start, jumps);
  } else {
    start = targetOf(roots.length - 1);
    for (let index = roots.length - 1; index >= 0; index -= 1) {
      start = enter(roots[index] as CompiledNode, start, targetOf(index - 1), jumps);
    }
  }
  return jumps.length > MAXIMUM_JUMPS ? undefined : { start, jumps };
}

/** The target that asks `node` and goes on to one of two others: the last question is written first. */
function enter(node: CompiledNode, ifTrue: number, ifFalse: number, jumps: Jump[]): number {
  if (ifTrue === ifFalse || jumps.length > MAXIMUM_JUMPS) return ifTrue;
  switch (node.kind) {
    case "comparison":
      return jumps.push({ comparison: node.index, ifTrue, ifFalse }) - 1;
    case "not":
      return enter(node.part, ifFalse, ifTrue, jumps);
    case "all":
      return node.parts.reduceRight((next, part) => enter(part, next, ifFalse, jumps), ifTrue);
    case "any":
      return node.parts.reduceRight((next, part) => enter(part, ifTrue, next, jumps), ifFalse);
  }
}
