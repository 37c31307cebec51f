import { fc } from "@fast-check/vitest";
import {
  type Atom,
  addVariable,
  type Clause,
  type ConstraintSystem,
  createConstraintSystem,
  noMoreThan,
  quotientOf,
  sumOf,
} from "../../../../src/scales/crosswalk/constraint.ts";

/** How many variables a system has, and the greatest value of each: small enough to try them all. */
export const VARIABLE_COUNT = 4;
const HIGHEST = 4;

const variable = fc.nat({ max: VARIABLE_COUNT - 1 });
const variables = fc.array(variable, { maxLength: 2 });

const inequality: fc.Arbitrary<Atom> = fc
  .tuple(
    fc.uniqueArray(variable, { minLength: 1, maxLength: 3 }),
    fc.nat({ max: 3 }),
    fc.integer({ min: -5, max: 5 }),
  )
  .map(([names, split, limit]) => noMoreThan(names.slice(0, split), names.slice(split), limit));

const sum: fc.Arbitrary<Atom> = fc.tuple(variable, variables).map(([whole, parts]) => sumOf(whole, parts));

/** The last variable is never 0, so it may divide. */
const quotient: fc.Arbitrary<Atom> = fc
  .tuple(variable, variable)
  .map(([result, dividend]) => quotientOf(result, dividend, VARIABLE_COUNT - 1));

const clause: fc.Arbitrary<Clause> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: inequality },
    { weight: 2, arbitrary: sum },
    { weight: 1, arbitrary: quotient },
  ),
  { minLength: 1, maxLength: 3 },
);

/** Small systems of any clauses over whole numbers. */
export const smallSystems: fc.Arbitrary<ConstraintSystem> = fc
  .tuple(
    fc.array(fc.nat({ max: HIGHEST }), { minLength: VARIABLE_COUNT, maxLength: VARIABLE_COUNT }),
    fc.array(clause, { maxLength: 7 }),
  )
  .map(([guesses, clauses]) => {
    const system = createConstraintSystem();
    guesses.forEach((guess, index) => {
      const low = index === VARIABLE_COUNT - 1 ? 1 : 0;
      addVariable(system, { name: `v${index}`, low, high: HIGHEST, whole: true, guess: () => guess });
    });
    system.clauses.push(...clauses);
    return system;
  });

/** Every choice of values. */
export function allPoints(system: ConstraintSystem): Float64Array[] {
  let points: number[][] = [[]];
  for (const { low, high } of system.variables) {
    const choices = Array.from({ length: high - low + 1 }, (_, index) => low + index);
    points = points.flatMap((point) => choices.map((value) => [...point, value]));
  }
  return points.map((point) => Float64Array.from(point));
}
