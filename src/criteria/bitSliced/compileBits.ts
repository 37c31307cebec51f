import type { CompiledNode } from "../compileCriteria.ts";
import type { RankPlan } from "../rankPlan.ts";
import { EVERY_ROW, joinRows, newBits, type Step } from "./bitBlock.ts";
import { both, either, without } from "./joinBits.ts";
import { placeComparison, type Sums } from "./placeComparison.ts";
import { placeRanks } from "./placeRanks.ts";

/** A plan as a list of kernels over the rows of a block. What they fill is reused for the next block. */
export interface BitProgram {
  readonly steps: readonly Step[];
  /** The ranks of a block, for each ranking of the plan. */
  readonly ranks: readonly Uint8Array[];
}

/** Compiles a plan: each comparison and each node of the trees is made once. */
export function compileBits({ comparisons, rankings }: RankPlan): BitProgram {
  const steps: Step[] = [];
  const sums: Sums = new Map();
  const answers = comparisons.map((comparison) => placeComparison(comparison, steps, sums));
  const placed = new Map<CompiledNode, Int32Array>();
  const place = (node: CompiledNode): Int32Array => {
    if (node.kind === "comparison") return answers[node.index] as Int32Array;
    const rows = placed.get(node) ?? placeJoint(node, place, steps);
    placed.set(node, rows);
    return rows;
  };
  return {
    steps,
    ranks: rankings.map(({ roots, climb }) => placeRanks(roots.map(place), climb, steps)),
  };
}

type Joint = Exclude<CompiledNode, { readonly kind: "comparison" }>;

function placeJoint(joint: Joint, place: (node: CompiledNode) => Int32Array, steps: Step[]): Int32Array {
  if (joint.kind === "not") return joinRows(without, EVERY_ROW, place(joint.part), steps);
  const [kernel, none] = joint.kind === "all" ? [both, EVERY_ROW] : [either, newBits()];
  return joint.parts
    .map(place)
    .reduce((rows, part) => (rows === none ? part : joinRows(kernel, rows, part, steps)), none);
}
