import { type Box, copyBox, nextAbove, nextBelow } from "./box.ts";
import { type Atom, type Clause, type Inequality, type Variable, variablesIn } from "./constraint.ts";
import { isImpossible } from "./narrowAtom.ts";
import { nearestValue } from "./nearestValue.ts";
import { repairValue } from "./repairValue.ts";

/** A part of a box, and the variables in which it is smaller. */
export interface BoxPart {
  readonly box: Box;
  readonly changed: readonly number[];
}

/**
 * Parts that together leave out nothing of the box that could satisfy the broken clauses, the most promising one
 * last. Where a clause leaves a choice between atoms it is made first; else one variable gets the value that
 * would mend its atom. `values` are those that break the clauses. No parts: nothing in the box mends them.
 */
export function splitBox(
  variables: readonly Variable[],
  box: Box,
  values: Float64Array,
  broken: readonly Clause[],
): readonly BoxPart[] {
  const open = broken.map((clause) => clause.filter((atom) => !isImpossible(atom, box)));
  for (const atoms of open) {
    const bound = atoms.length > 1 ? atoms.find(isBound) : undefined;
    if (bound !== undefined) return splitByAtom(variables, box, bound);
  }
  const [first] = openPlaces(variables, box, open.flat());
  if (first === undefined) return [];
  const { low, high } = box;
  const { index, atom } = first;
  const variable = variables[index] as Variable;
  const mended = repairValue(atom, index, values);
  const value = nearestValue(variable, mended, low[index] as number, high[index] as number);
  return [
    ...partWithin(box, index, nextAbove(variable, value), high[index] as number),
    ...partWithin(box, index, low[index] as number, nextBelow(variable, value)),
    ...partWithin(box, index, value, value),
  ];
}

/** Whether the atom is about one variable alone, so that a box can say it and its contrary. */
function isBound(atom: Atom): atom is Inequality {
  return atom.kind === "inequality" && atom.plus.length + atom.minus.length === 1;
}

/** One part where the atom holds, one where it does not. */
function splitByAtom(variables: readonly Variable[], box: Box, atom: Inequality): readonly BoxPart[] {
  const index = (atom.plus[0] ?? atom.minus[0]) as number;
  const variable = variables[index] as Variable;
  const [low, high] = [box.low[index] as number, box.high[index] as number];
  if (atom.plus.length === 1) {
    return [
      ...partWithin(box, index, nextAbove(variable, atom.limit), high),
      ...partWithin(box, index, low, atom.limit),
    ];
  }
  return [
    ...partWithin(box, index, low, nextBelow(variable, -atom.limit)),
    ...partWithin(box, index, -atom.limit, high),
  ];
}

/** The variables of the atoms that are not fixed yet, those with few values first: their dead ends show early. */
function openPlaces(variables: readonly Variable[], { low, high }: Box, atoms: readonly Atom[]) {
  const places = atoms.flatMap((atom) => variablesIn(atom).map((index) => ({ index, atom })));
  const valueCount = (index: number) => {
    const range = (high[index] as number) - (low[index] as number);
    return (variables[index] as Variable).whole ? Math.min(range, MANY_VALUES) : MANY_VALUES + 1;
  };
  return places
    .filter(({ index }) => (low[index] as number) < (high[index] as number))
    .sort((a, b) => valueCount(a.index) - valueCount(b.index) || a.index - b.index);
}

/** From here on the order of the variables says more than the number of their values. */
const MANY_VALUES = 64;

function partWithin(box: Box, index: number, low: number, high: number): readonly BoxPart[] {
  if (low > high) return [];
  const part = copyBox(box);
  part.low[index] = low;
  part.high[index] = high;
  return [{ box: part, changed: [index] }];
}
