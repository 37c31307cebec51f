import type { Atom, Clause } from "./constraint.ts";
import { sumAt } from "./sumAt.ts";

/** The clauses that these values break. */
export function brokenClausesAt(clauses: readonly Clause[], values: Float64Array): readonly Clause[] {
  return clauses.filter((clause) => !clause.some((atom) => holdsAt(atom, values)));
}

/** Whether the atom holds for these values, computed in doubles as the evaluators and the summary compute. */
function holdsAt(atom: Atom, values: Float64Array): boolean {
  switch (atom.kind) {
    case "inequality":
      return sumAt(values, atom.plus) - sumAt(values, atom.minus) <= atom.limit;
    case "sum":
      return values[atom.whole] === sumAt(values, atom.parts);
    case "quotient":
      return values[atom.quotient] === (values[atom.dividend] as number) / (values[atom.divisor] as number);
  }
}
