import type { CompiledNode } from "../../src/criteria/compileCriteria.ts";

/** How a language joins conditions. */
export interface ConditionWords {
  readonly and: string;
  readonly or: string;
  readonly not: (condition: string) => string;
  readonly always: string;
  readonly never: string;
}

/** The text of a tree of conditions, every joint in brackets; `told` are the texts of the comparisons. */
export function conditionText(node: CompiledNode, told: readonly string[], words: ConditionWords): string {
  switch (node.kind) {
    case "comparison":
      return told[node.index]!;
    case "not":
      return words.not(conditionText(node.part, told, words));
    default: {
      const isAll = node.kind === "all";
      if (node.parts.length === 0) return isAll ? words.always : words.never;
      const parts = node.parts.map((part) => conditionText(part, told, words));
      return `(${parts.join(isAll ? words.and : words.or)})`;
    }
  }
}
