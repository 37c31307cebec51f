import { compareValue } from "./compareValue.ts";
import type { ExplainedComparison, ExplainedPart } from "./explainedPart.ts";

/**
 * Whether a missing comparison comes about by something new and nothing else: its fact has to fall, and a new
 * order brings it to 0, which is enough.
 */
export function isRenewal({ fallsWith, comparison, required }: ExplainedComparison): boolean {
  if (fallsWith === undefined || comparison === "differsFrom" || typeof required !== "number") return false;
  return compareValue(comparison, 0, required);
}

/**
 * Whether a part comes about by itself with another one that is missing beside it: who must order once more
 * need not be told that a new order ends the time since the last one.
 */
export function isEcho(part: ExplainedPart, others: readonly ExplainedPart[]): boolean {
  if (part.kind !== "comparison" || !isRenewal(part)) return false;
  const { fallsWith = [] } = part;
  return others.some((other) => {
    if (other.kind !== "comparison" || typeof other.gap !== "number" || other.gap <= 0) return false;
    return other.facts.every((fact) => fallsWith.includes(fact));
  });
}
