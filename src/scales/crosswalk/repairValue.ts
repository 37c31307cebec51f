import type { Atom } from "./constraint.ts";
import { sumAt } from "./sumAt.ts";

/**
 * The value that the variable would need for the atom to hold while all others keep theirs: where more than one
 * would do, the one nearest to the present value.
 */
export function repairValue(atom: Atom, variable: number, values: Float64Array): number {
  const present = values[variable] as number;
  switch (atom.kind) {
    case "inequality": {
      const excess = Math.max(0, sumAt(values, atom.plus) - sumAt(values, atom.minus) - atom.limit);
      return atom.plus.includes(variable) ? present - excess : present + excess;
    }
    case "sum": {
      const excess = sumAt(values, atom.parts) - (values[atom.whole] as number);
      return atom.whole === variable ? present + excess : present - excess;
    }
    case "quotient": {
      const [dividend, divisor] = [values[atom.dividend] as number, values[atom.divisor] as number];
      const quotient = values[atom.quotient] as number;
      if (atom.quotient === variable) return dividend / divisor;
      return atom.dividend === variable ? quotient * divisor : dividend / quotient;
    }
  }
}
