import type { ExplainedComparison, ExplainedPart } from "../criteria/explainedPart.ts";

/** The part with the day until which each of its comparisons must be met, where one is known. */
export function withBefore(
  part: ExplainedPart,
  beforeOf: (comparison: ExplainedComparison) => string | undefined,
): ExplainedPart {
  if (part.kind === "impossible") return part;
  if (part.kind === "oneOf") {
    return { ...part, options: part.options.map((option) => option.map((one) => withBefore(one, beforeOf))) };
  }
  const before = beforeOf(part);
  return before === undefined ? part : { ...part, before };
}
