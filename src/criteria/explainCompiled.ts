import type { CompiledCriteria, CompiledNode } from "./compileCriteria.ts";
import type { ExplainedPart, Explanation } from "./explainedPart.ts";
import { type FactGrowth, NO_GROWTH } from "./factGrowth.ts";
import type { FactValues } from "./factValue.ts";
import { type Draft, requireAll } from "./joinRequirements.ts";
import { judgeCriterion } from "./judgeCriterion.ts";
import { presentRequirement } from "./presentRequirement.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Explains criterion number `root` for one row of facts, as {@link explainCriterion} does, for criteria that
 * are compiled already.
 */
export function explainCompiled(
  compiled: CompiledCriteria,
  root: number,
  facts: FactValues,
  growth: FactGrowth = NO_GROWTH,
): Explanation {
  const judgement = judgeCriterion(compiled.roots[root] as CompiledNode, false, { compiled, facts, growth });
  const met = requireAll(judgement.met) as readonly Requirement[];
  return {
    holds: judgement.holds,
    met: met.map((requirement) => presentRequirement(requirement, compiled.currency, growth)),
    missing: presentAll(judgement.missing, compiled.currency, growth),
  };
}

function presentAll(
  parts: readonly Draft[],
  currency: string | undefined,
  growth: FactGrowth,
): ExplainedPart[] {
  return parts.map((part) => presentPart(part, currency, growth));
}

function presentPart(part: Draft, currency: string | undefined, growth: FactGrowth): ExplainedPart {
  switch (part.kind) {
    case "comparison":
      return presentRequirement(part, currency, growth);
    case "oneOf":
      return { kind: "oneOf", options: part.options.map((option) => presentAll(option, currency, growth)) };
    case "impossible":
      return { kind: "impossible" };
  }
}
