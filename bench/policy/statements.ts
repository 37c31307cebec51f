import type { CompiledNode } from "../../src/criteria/compileCriteria.ts";
import type { Policy } from "./policy.ts";

/** A policy as a straight program: every condition that is met more than once is worked out once. */
export interface Statements {
  /** In an order in which each reads only what stands before it. */
  readonly joints: readonly Joint[];
  /** The names of the conditions of each ranking, from the lowest step. Comparison 3 is named `t3`. */
  readonly rankings: readonly (readonly string[])[];
}

/** One joint of conditions; an empty `all` is true, an empty `any` false. */
export interface Joint {
  readonly name: string;
  readonly kind: "all" | "any" | "not";
  readonly parts: readonly string[];
}

/** Takes the trees of a policy apart. */
export function statementsOf({ rankings }: Policy): Statements {
  const joints: Joint[] = [];
  const names = new Map<CompiledNode, string>();
  const nameOf = (node: CompiledNode): string => {
    if (node.kind === "comparison") return `t${node.index}`;
    const known = names.get(node);
    if (known !== undefined) return known;
    const parts = (node.kind === "not" ? [node.part] : node.parts).map(nameOf);
    if (parts.length === 1 && node.kind !== "not") return parts[0]!;
    const name = `j${joints.length}`;
    joints.push({ name, kind: node.kind, parts });
    names.set(node, name);
    return name;
  };
  return { rankings: rankings.map((nodes) => nodes.map(nameOf)), joints };
}
