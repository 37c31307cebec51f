import type { CompiledComparison, CompiledCriteria, CompiledNode } from "./compileCriteria.ts";
import type { FactGrowth } from "./factGrowth.ts";
import { type FactValues, factValue } from "./factValue.ts";
import { type Draft, requireAll, requireAny } from "./joinRequirements.ts";
import {
  endsWithGrowth,
  isStillReachable,
  type Requirement,
  requirementOf,
  risersOf,
} from "./requirement.ts";

/** Whether a criterion holds, what speaks for it, and what is missing; still in the units of the columns. */
interface Judgement {
  readonly holds: boolean;
  readonly met: readonly Requirement[];
  /** Of what is met: what the criterion cannot do without. */
  readonly needed: readonly Requirement[];
  /** Empty exactly when it holds. */
  readonly missing: readonly Draft[];
}

/** What is judged by. */
interface Evidence {
  readonly compiled: CompiledCriteria;
  readonly facts: FactValues;
  readonly growth: FactGrowth;
}

const IMPOSSIBLE: Draft = { kind: "impossible" };

/** Judges one node, or its opposite: `not` is pushed down to the comparisons (De Morgan). */
export function judgeCriterion(node: CompiledNode, isNegated: boolean, evidence: Evidence): Judgement {
  if (node.kind === "comparison") {
    const comparison = evidence.compiled.comparisons[node.index] as CompiledComparison;
    return judgeComparison(comparison, isNegated, evidence);
  }
  if (node.kind === "not") return judgeCriterion(node.part, !isNegated, evidence);
  const parts = node.parts.map((part) => judgeCriterion(part, isNegated, evidence));
  return (node.kind === "all") !== isNegated ? judgeAll(parts, evidence.growth) : judgeAny(parts);
}

function judgeComparison(
  source: CompiledComparison,
  isNegated: boolean,
  { facts, growth }: Evidence,
): Judgement {
  const requirement = requirementOf(source, isNegated, factValue(facts, source.facts));
  if (requirement.holds) return { holds: true, met: [requirement], needed: [requirement], missing: [] };
  const missing = isStillReachable(requirement, growth) ? requirement : IMPOSSIBLE;
  return { holds: false, met: [], needed: [], missing: [missing] };
}

function judgeAll(parts: readonly Judgement[], growth: FactGrowth): Judgement {
  const needed = parts.flatMap((part) => part.needed);
  const missing = requireAll(parts.flatMap((part) => part.missing));
  const contradicts = missing.some(
    (part) =>
      part.kind === "comparison" &&
      needed.some((requirement) => endsWithGrowth(requirement, risersOf(part, growth), growth)),
  );
  return {
    holds: parts.every((part) => part.holds),
    met: parts.flatMap((part) => part.met),
    needed,
    missing: contradicts ? [IMPOSSIBLE] : missing,
  };
}

/** Where some hold, only they speak for it; where none does, all that is there already is worth knowing. */
function judgeAny(parts: readonly Judgement[]): Judgement {
  const holding = parts.filter((part) => part.holds);
  const holds = holding.length > 0;
  return {
    holds,
    met: (holds ? holding : parts).flatMap((part) => part.met),
    needed: [], // another alternative may do as well
    missing: holds ? [] : requireAny(parts.map((part) => part.missing)),
  };
}
