import type { Box, Narrowing } from "./box.ts";
import type { Atom, Clause, ConstraintSystem, Variable } from "./constraint.ts";
import { variablesIn } from "./constraint.ts";
import type { Effort } from "./effort.ts";
import { isImpossible, narrowAtom } from "./narrowAtom.ts";

/** A system made ready for the search. */
export interface Problem {
  readonly variables: readonly Variable[];
  readonly clauses: readonly Clause[];
  /** The clauses that speak of each variable, by their index. */
  readonly clausesOf: readonly (readonly number[])[];
}

/** Finds the clauses of every variable. */
export function problemOf({ variables, clauses }: ConstraintSystem): Problem {
  const clausesOf = variables.map(() => new Set<number>());
  clauses.forEach((clause, index) => {
    for (const variable of clause.flatMap(variablesIn)) clausesOf[variable]?.add(index);
  });
  return { variables, clauses, clausesOf: clausesOf.map((indexes) => [...indexes]) };
}

/**
 * Narrows the box in place to what the clauses leave, as far as the clauses of the `changed` variables and all
 * that follows from them can tell, or until the effort runs out. False when nothing is left. It never takes
 * out values that satisfy every clause; it may leave values that satisfy none.
 */
export function propagate(problem: Problem, box: Box, changed: readonly number[], effort: Effort): boolean {
  const narrowing: Narrowing = { variables: problem.variables, box, touched: [...changed] };
  // First come, first served: a long ping-pong between two sums cannot keep a plain contradiction waiting.
  const queue: number[] = [];
  const isQueued = new Uint8Array(problem.clauses.length);
  for (let next = 0; effort.left > 0; next += 1) {
    for (const variable of narrowing.touched) {
      for (const index of problem.clausesOf[variable] as readonly number[]) {
        if (isQueued[index] === 0) queue.push(index);
        isQueued[index] = 1;
      }
    }
    narrowing.touched.length = 0;
    const index = queue[next];
    if (index === undefined) return true;
    isQueued[index] = 0;
    effort.left -= 1;
    if (!narrowClause(problem.clauses[index] as Clause, narrowing)) return false;
  }
  return true;
}

/** When all atoms but one are impossible, that one must hold. */
function narrowClause(clause: Clause, narrowing: Narrowing): boolean {
  let candidate: Atom | undefined;
  for (const atom of clause) {
    if (isImpossible(atom, narrowing.box)) continue;
    if (candidate !== undefined) return true;
    candidate = atom;
  }
  return candidate !== undefined && narrowAtom(candidate, narrowing);
}
