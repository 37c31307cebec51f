import { doubleAbove } from "../../units/nextDouble.ts";
import { compareValue } from "../compareValue.ts";
import type { CompiledComparison } from "../compileCriteria.ts";
import { createNode, type DecisionNode, SUM } from "./decision.ts";

/**
 * What asks a comparison and goes on to one of two others: one node or, for `equals`, two. `moreThan` and `atMost`
 * ask whether the fact is at least the next double.
 */
export function askComparison(
  { facts, operator, threshold }: CompiledComparison,
  ifTrue: DecisionNode,
  ifFalse: DecisionNode,
  slotOf: (field: string) => number,
): DecisionNode {
  const slots = facts.map(({ field }) => slotOf(field));
  const slot = slots.length === 1 ? (slots[0] as number) : SUM;
  const targetWith = (value: number, other: number) =>
    compareValue(operator, value, other) ? ifTrue : ifFalse;
  const whenTrue = targetWith(1, threshold);
  const whenFalse = targetWith(0, threshold);
  const ask = (from: number, atLeast: DecisionNode, below: DecisionNode): DecisionNode =>
    createNode({
      slot,
      slots,
      threshold: from,
      atLeast,
      below,
      missing: ifFalse,
      whenTrue,
      whenFalse,
      answer: 0,
    });
  const below = targetWith(0, 1);
  const same = targetWith(1, 1);
  const above = targetWith(1, 0);
  const upper =
    same === above
      ? same
      : threshold === Number.POSITIVE_INFINITY
        ? ask(Number.NEGATIVE_INFINITY, same, same) // nothing is above
        : ask(doubleAbove(threshold), above, same);
  return below === same ? upper : ask(threshold, upper, below);
}
