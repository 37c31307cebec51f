import type { ExplainedPart } from "../criteria/explainedPart.ts";
import { BUILTIN_FACTS, recentTwinOf } from "../customers/facts.ts";

/** Whether two parts are all that is missing and both ask for more of one thing, so that one of it serves both. */
export function mayCountTwice(missing: readonly ExplainedPart[]): boolean {
  const [one, other, ...more] = missing.map(countedIn);
  if (one === undefined || other === undefined || more.length > 0) return false;
  return one.some((name) => other.includes(name));
}

/** The counts of which a part asks for more, lifetime counts by the name of their twin: whatever happens today is in both. */
function countedIn(part: ExplainedPart): readonly string[] {
  if (part.kind !== "comparison" || part.unit !== "count") return [];
  if (typeof part.gap !== "number" || part.gap <= 0) return [];
  const counts: ReadonlyMap<string, unknown> = BUILTIN_FACTS;
  return part.facts.map((name) => (counts.has(recentTwinOf(name)) ? recentTwinOf(name) : name));
}
