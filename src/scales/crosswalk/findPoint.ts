import type { Box } from "./box.ts";
import { brokenClausesAt } from "./brokenClausesAt.ts";
import type { Variable } from "./constraint.ts";
import { type Effort, spendAtMost } from "./effort.ts";
import { nearestValue } from "./nearestValue.ts";
import { type Problem, propagate } from "./propagate.ts";
import { type BoxPart, splitBox } from "./splitBox.ts";

/** Values that satisfy every clause; or the certainty that there are none; or neither before the effort ran out. */
export type SearchOutcome =
  | { readonly status: "found"; readonly values: Float64Array }
  | { readonly status: "ruled-out" }
  | { readonly status: "undecided" };

/** So often the search goes back to the part that waits longest, or it could lose itself in a hopeless one. */
const OLDEST_EVERY = 8;

/** Two sums can push each other's bounds a little at a time; after so many looks it is better to split. */
const LOOKS_PER_PART = 5_000;

/**
 * Looks for values inside the box that satisfy every clause: narrow, try the guessed values, and where they break
 * a clause split the box. The parts of a split leave out nothing that could do, so when all of them have come to
 * nothing there are no such values. The box is narrowed in place; `changed` are the variables in which it is
 * smaller than what was narrowed before.
 */
export function findPoint(
  problem: Problem,
  box: Box,
  changed: readonly number[],
  effort: Effort,
): SearchOutcome {
  const parts: BoxPart[] = [{ box, changed }];
  for (let turn = 1; parts.length > 0; turn += 1) {
    if (effort.left <= 0) return { status: "undecided" };
    const part = (turn % OLDEST_EVERY === 0 ? parts.shift() : parts.pop()) as BoxPart;
    const isOpen = spendAtMost(effort, LOOKS_PER_PART, (share) =>
      propagate(problem, part.box, part.changed, share),
    );
    if (!isOpen) continue;
    const values = guessIn(problem.variables, part.box);
    const broken = brokenClausesAt(problem.clauses, values);
    if (broken.length === 0) return { status: "found", values };
    effort.left -= problem.clauses.length;
    parts.push(...splitBox(problem.variables, part.box, values, broken));
  }
  return { status: "ruled-out" };
}

/** The guess of every variable, moved into the box. */
function guessIn(variables: readonly Variable[], { low, high }: Box): Float64Array {
  const values = new Float64Array(variables.length);
  variables.forEach((variable, index) => {
    const guess = variable.guess(values);
    values[index] = nearestValue(variable, guess, low[index] as number, high[index] as number);
  });
  return values;
}
