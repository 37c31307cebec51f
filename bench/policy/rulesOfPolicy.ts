import type { CompiledComparison, CompiledNode } from "../../src/criteria/compileCriteria.ts";
import type { Policy } from "./policy.ts";

/** A rule of json-rules-engine. */
export interface RuleText {
  readonly conditions: RuleCondition;
  readonly event: { readonly type: string };
  /** Higher comes first. */
  readonly priority: number;
}

type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  | { readonly fact: string; readonly operator: string; readonly value: number | boolean };

const OPERATORS = {
  atLeast: "greaterThanInclusive",
  moreThan: "greaterThan",
  atMost: "lessThanInclusive",
  lessThan: "lessThan",
  equals: "equal",
} as const;

/** The first ranking of a policy as rules, one per step: the event of the highest that holds names the step. */
export function rulesOfPolicy({ comparisons, rankings }: Policy): readonly RuleText[] {
  return (rankings[0] ?? []).map((node, step) => {
    const condition = conditionOf(node, comparisons);
    const isJoint = "all" in condition || "any" in condition;
    return {
      conditions: isJoint ? condition : { all: [condition] },
      event: { type: String(step) },
      priority: step + 1,
    };
  });
}

/** The fact that holds the sum of other facts. */
export function sumName(fields: readonly string[]): string {
  return fields.join("+");
}

function conditionOf(node: CompiledNode, comparisons: readonly CompiledComparison[]): RuleCondition {
  switch (node.kind) {
    case "comparison":
      return comparisonOf(comparisons[node.index]!);
    case "not":
      return { not: conditionOf(node.part, comparisons) };
    case "all":
      return { all: node.parts.map((part) => conditionOf(part, comparisons)) };
    case "any":
      return { any: node.parts.map((part) => conditionOf(part, comparisons)) };
  }
}

function comparisonOf({ facts, operator, threshold }: CompiledComparison): RuleCondition {
  const isFlag = facts[0]?.kind === "flag";
  return {
    fact: sumName(facts.map(({ field }) => field)),
    operator: OPERATORS[operator],
    value: isFlag ? threshold === 1 : threshold,
  };
}
