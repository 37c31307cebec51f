import type { CompiledComparison, CompiledCriteria, CompiledNode } from "./compileCriteria.ts";
import { type FactValues, factValue } from "./factValue.ts";
import { type Draft, requireAll, requireAny } from "./joinRequirements.ts";
import { isReachable, type Requirement, requirementOf } from "./requirement.ts";

/** Whether a criterion holds, what speaks for it, and what is missing; still in the units of the columns. */
interface Judgement {
  readonly holds: boolean;
  readonly met: readonly Requirement[];
  /** Empty exactly when it holds. */
  readonly missing: readonly Draft[];
}

/** Judges one node, or its opposite: `not` is pushed down to the comparisons (De Morgan). */
export function judgeCriterion(
  node: CompiledNode,
  isNegated: boolean,
  criteria: CompiledCriteria,
  facts: FactValues,
): Judgement {
  if (node.kind === "comparison") {
    return judgeComparison(criteria.comparisons[node.index] as CompiledComparison, isNegated, facts);
  }
  if (node.kind === "not") return judgeCriterion(node.part, !isNegated, criteria, facts);
  const parts = node.parts.map((part) => judgeCriterion(part, isNegated, criteria, facts));
  return (node.kind === "all") !== isNegated ? judgeAll(parts) : judgeAny(parts);
}

function judgeComparison(source: CompiledComparison, isNegated: boolean, facts: FactValues): Judgement {
  const requirement = requirementOf(source, isNegated, factValue(facts, source.facts));
  if (requirement.holds) return { holds: true, met: [requirement], missing: [] };
  const missing: Draft = isReachable(requirement) ? requirement : { kind: "impossible" };
  return { holds: false, met: [], missing: [missing] };
}

function judgeAll(parts: readonly Judgement[]): Judgement {
  return {
    holds: parts.every((part) => part.holds),
    met: parts.flatMap((part) => part.met),
    missing: requireAll(parts.flatMap((part) => part.missing)),
  };
}

/** Where some hold, only they speak for it; where none does, all that is there already is worth knowing. */
function judgeAny(parts: readonly Judgement[]): Judgement {
  const holding = parts.filter((part) => part.holds);
  const holds = holding.length > 0;
  return {
    holds,
    met: (holds ? holding : parts).flatMap((part) => part.met),
    missing: holds ? [] : requireAny(parts.map((part) => part.missing)),
  };
}
