import type { CompiledCriteria, CompiledNode } from "./compileCriteria.ts";
import type { ExplainedPart, Explanation } from "./explainedPart.ts";
import type { FactValues } from "./factValue.ts";
import { type Draft, requireAll } from "./joinRequirements.ts";
import { judgeCriterion } from "./judgeCriterion.ts";
import { presentRequirement } from "./presentRequirement.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Explains criterion number `root` for one row of facts, as {@link explainCriterion} does, for criteria that
 * are compiled already.
 */
export function explainCompiled(compiled: CompiledCriteria, root: number, facts: FactValues): Explanation {
  const judgement = judgeCriterion(compiled.roots[root] as CompiledNode, false, compiled, facts);
  const met = requireAll(judgement.met) as readonly Requirement[];
  return {
    holds: judgement.holds,
    met: met.map((requirement) => presentRequirement(requirement, compiled.currency)),
    missing: presentAll(judgement.missing, compiled.currency),
  };
}

function presentAll(parts: readonly Draft[], currency: string | undefined): ExplainedPart[] {
  return parts.map((part) => presentPart(part, currency));
}

function presentPart(part: Draft, currency: string | undefined): ExplainedPart {
  switch (part.kind) {
    case "comparison":
      return presentRequirement(part, currency);
    case "oneOf":
      return { kind: "oneOf", options: part.options.map((option) => presentAll(option, currency)) };
    case "impossible":
      return { kind: "impossible" };
  }
}
