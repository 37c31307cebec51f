import { doubleAbove } from "../../units/nextDouble.ts";
import { compareValue } from "../compareValue.ts";
import type { CompiledComparison } from "../compileCriteria.ts";
import type { Jump, JumpGraph } from "./compileJumps.ts";

/** The work grows with the square: beyond this many comparisons all are asked as they come. */
const MOST_COMPARISONS = 64;

/**
 * Lets every jump pass over comparisons that the way to it has decided: after `orders >= 2` failed, another
 * `orders >= 2` need not be asked, and after `orderDays` was 1, `orderDays >= 2` need not. What is known is kept
 * as the set of values that facts may still have, so it is exact, missing values included; where several ways
 * meet, the union. On the built-in scales this leaves what one would write by hand: the activity status has 10
 * comparisons instead of 15, and asks of most customers 3 or 4 instead of up to 9.
 */
export function skipDecided(graph: JumpGraph, comparisons: readonly CompiledComparison[]): JumpGraph {
  if (comparisons.length > MOST_COMPARISONS) return graph;
  const [holds, fails] = [true, false].map((outcome) =>
    comparisons.map((comparison) => valuesWith(comparison, outcome, comparisons)),
  ) as [bigint[], bigint[]];
  const jumps = graph.jumps.map((jump) => ({ ...jump }));
  const known = jumps.map(() => 0n);
  /** What is not decided yet, from `target` on, for someone with one of `values`, which are noted there. */
  const follow = (target: number, values: bigint): number => {
    let next = target;
    while (next >= 0) {
      const { comparison, ifTrue, ifFalse } = jumps[next] as Jump;
      if ((values & (fails[comparison] as bigint)) === 0n) next = ifTrue;
      else if ((values & (holds[comparison] as bigint)) === 0n) next = ifFalse;
      else {
        known[next] = (known[next] as bigint) | values;
        break;
      }
    }
    return next;
  };
  const start = follow(graph.start, -1n); // all values
  for (let index = jumps.length - 1; index >= 0; index -= 1) {
    const values = known[index] as bigint; // none where no way leads
    const jump = jumps[index] as Jump;
    jump.ifTrue = follow(jump.ifTrue, values & ~(fails[jump.comparison] as bigint));
    jump.ifFalse = follow(jump.ifFalse, values & ~(holds[jump.comparison] as bigint));
  }
  return { start, jumps };
}

/**
 * The values of a fact with which a comparison has an outcome, as bits: four for each comparison of the same fact
 * or sum, which are missing, the least of all, its threshold, and the next above. Between two thresholds all
 * values are alike, so these stand for all.
 */
function valuesWith(
  { names, operator, threshold }: CompiledComparison,
  outcome: boolean,
  comparisons: readonly CompiledComparison[],
): bigint {
  const subject = names.join(" ");
  let bits = 0n;
  for (const [index, other] of comparisons.entries()) {
    if (other.names.join(" ") !== subject) continue;
    const values = [Number.NaN, Number.NEGATIVE_INFINITY, other.threshold, doubleAbove(other.threshold)];
    for (const [place, value] of values.entries()) {
      if (compareValue(operator, value, threshold) === outcome) bits |= 1n << BigInt(4 * index + place);
    }
  }
  return bits;
}
