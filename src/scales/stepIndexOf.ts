import { rankFacts } from "../criteria/rankFacts.ts";
import type { Ranking } from "../criteria/rankPlan.ts";
import type { CustomerFacts } from "../customers/facts.ts";
import type { CompiledScale } from "./compileScale.ts";
import { decideFacts } from "./rows/decideFacts.ts";
import { decisionOf } from "./rows/decisionOf.ts";

/** The index of the step that a customer stands on, from 0; −1 off the scale. */
export function stepIndexOf(compiled: CompiledScale, facts: CustomerFacts): number {
  const decision = decisionOf(compiled);
  if (decision !== null) return decideFacts(decision, facts, compiled.ownNames);
  const { comparisons, rankings } = compiled.plan;
  return rankFacts(rankings[0] as Ranking, comparisons, facts);
}
