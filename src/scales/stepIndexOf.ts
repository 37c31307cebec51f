import { evaluateFacts } from "../criteria/evaluateFacts.ts";
import type { CustomerFacts } from "../customers/facts.ts";
import type { CompiledScale } from "./compileScale.ts";

/** The index of the step that a customer stands on, from 0; −1 off the scale. The reference for every kernel. */
export function stepIndexOf(compiled: CompiledScale, facts: CustomerFacts): number {
  return compiled.scale.climb === "stepwise"
    ? stepwiseIndexOf(compiled, facts)
    : highestIndexOf(compiled, facts);
}

function highestIndexOf({ criteria, placements }: CompiledScale, facts: CustomerFacts): number {
  let index = placements.length - 1;
  while (index >= 0 && !evaluateFacts(criteria, index, facts)) index -= 1;
  return index;
}

function stepwiseIndexOf({ criteria, placements }: CompiledScale, facts: CustomerFacts): number {
  let index = 0;
  while (index < placements.length && evaluateFacts(criteria, index, facts)) index += 1;
  return index - 1;
}
