import { compileDecision } from "../../criteria/decision/compileDecision.ts";
import type { Decision } from "../../criteria/decision/decision.ts";
import type { Ranking } from "../../criteria/rankPlan.ts";
import { FACT_SLOTS, SLOT_COUNT } from "../../customers/factSlots.ts";
import type { CompiledScale } from "../compileScale.ts";

/** The decision of a scale, made when it is first asked for: whoever classifies tables only never pays for it. */
export function decisionOf(compiled: CompiledScale): Decision | null {
  if (compiled.decision === undefined) compiled.decision = makeDecision(compiled);
  return compiled.decision;
}

function makeDecision({ plan, ownNames }: CompiledScale): Decision | null {
  const slotOf = (field: string) => FACT_SLOTS.get(field) ?? SLOT_COUNT + ownNames.indexOf(field);
  return compileDecision(plan.rankings[0] as Ranking, plan.comparisons, slotOf) ?? null;
}
