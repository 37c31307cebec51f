import type { RankPlan } from "../criteria/rankPlan.ts";
import type { CompiledScale } from "./compileScale.ts";
import { planOf } from "./planOf.ts";
import type { Scale } from "./scale.ts";

/** The plans made so far, by the scales in their order: a scale leads to the plan up to it, and to the next. */
interface PlanNode {
  plan?: RankPlan;
  readonly next: WeakMap<Scale, PlanNode>;
}

const firstNode: PlanNode = /* @__PURE__ */ createNode();

function createNode(): PlanNode {
  return { next: new WeakMap() };
}

/**
 * One plan for several scales, in which what they compare in common is compared once; made once for the same
 * scales in the same order. The scales must fit one table, so that they agree in currency and in facts.
 */
export function compileTogether(compiled: readonly CompiledScale[]): RankPlan {
  let node = firstNode;
  for (const { scale } of compiled) {
    const next = node.next.get(scale) ?? createNode();
    node.next.set(scale, next);
    node = next;
  }
  node.plan ??= planOf(compiled.map(({ scale }) => scale));
  return node.plan;
}
