import { compareValue, type Operator } from "../../criteria/compareValue.ts";
import type { CompiledComparison, CompiledCriteria, CompiledNode } from "../../criteria/compileCriteria.ts";
import { nextAbove, nextBelow } from "./box.ts";
import {
  addVariable,
  atLeast,
  atMost,
  type ConstraintSystem,
  type Inequality,
  sumOf,
  type Variable,
  variableOf,
} from "./constraint.ts";
import { knownTwinOf } from "./customerVariables.ts";

/** A truth: the variable is 1, or, where `positive` is false, 0. */
export interface Literal {
  readonly variable: number;
  readonly positive: boolean;
}

export function negated({ variable, positive }: Literal): Literal {
  return { variable, positive: !positive };
}

/** The atom that says a literal. */
export function atomOf({ variable, positive }: Literal): Inequality {
  return positive ? atLeast(variable, 1) : atMost(variable, 0);
}

/**
 * Adds a truth for every comparison and every inner node of the criteria, tied to the facts and to each other,
 * and returns the truth of each criterion. Linear in the size of the criteria.
 */
export function addCriteria(system: ConstraintSystem, criteria: CompiledCriteria): readonly Literal[] {
  const comparisons = criteria.comparisons.map((comparison) => addComparison(system, comparison));
  const literals = new Map<CompiledNode, Literal>();
  const literalOf = (node: CompiledNode): Literal => {
    const literal = literals.get(node) ?? createLiteral(node);
    literals.set(node, literal);
    return literal;
  };
  const createLiteral = (node: CompiledNode): Literal => {
    switch (node.kind) {
      case "comparison":
        return comparisons[node.index] as Literal;
      case "not":
        return negated(literalOf(node.part));
      case "all":
        return addAll(system, node.parts.map(literalOf));
      case "any": // none of them fails to hold
        return negated(addAll(system, node.parts.map(literalOf).map(negated)));
    }
  };
  return criteria.roots.map(literalOf);
}

function addAll(system: ConstraintSystem, stated: readonly Literal[]): Literal {
  // A clause that says one thing twice would look as if it left a choice.
  const parts = [...new Map(stated.map((part) => [`${part.positive} ${part.variable}`, part])).values()];
  const isTrue = ({ variable, positive }: Literal, values: Float64Array) =>
    (values[variable] === 1) === positive;
  const variable = addTruth(system, (values) => parts.every((part) => isTrue(part, values)));
  const all = { variable, positive: true };
  for (const part of parts) system.clauses.push([atomOf(negated(all)), atomOf(part)]);
  system.clauses.push([atomOf(all), ...parts.map(negated).map(atomOf)]);
  return all;
}

function addComparison(system: ConstraintSystem, comparison: CompiledComparison): Literal {
  const { names, operator, threshold } = comparison;
  const known = [...new Set(names)].flatMap((name) => system.indexes.get(knownTwinOf(name)) ?? []);
  const value =
    names.length === 1 ? variableOf(system, names[0] as string) : sumVariable(system, comparison, known);
  const comparing = comparingOf(operator, threshold, value, system.variables[value] as Variable);
  const variable = addTruth(
    system,
    (values) =>
      known.every((index) => values[index] === 1) &&
      compareValue(operator, values[value] as number, threshold),
  );
  const holds = [...known.map((index) => atLeast(index, 1)), ...comparing.holds];
  for (const atom of holds) system.clauses.push([atMost(variable, 0), atom]);
  const missing = known.map((index) => atMost(index, 0));
  system.clauses.push([atLeast(variable, 1), ...missing, ...comparing.fails]);
  return { variable, positive: true };
}

function addTruth(system: ConstraintSystem, isTrue: (values: Float64Array) => boolean): number {
  const name = `truth ${system.variables.length}`;
  return addVariable(system, {
    name,
    low: 0,
    high: 1,
    whole: true,
    guess: (values) => Number(isTrue(values)),
  });
}

/** One variable for all comparisons of one sum, so that they see each other's bounds. */
function sumVariable(
  system: ConstraintSystem,
  { names, facts }: CompiledComparison,
  known: readonly number[],
): number {
  // Doubles add up to other values in another order; counts do not.
  const isExact = facts.every(({ kind }) => kind === "count");
  const ordered = isExact ? [...names].sort() : names;
  const name = `sum ${ordered.join(" ")}`;
  const present = system.indexes.get(name);
  if (present !== undefined) return present;
  const parts = ordered.map((part) => variableOf(system, part));
  const variables = parts.map((part) => system.variables[part] as Variable);
  const whole = addVariable(system, {
    name,
    low: variables.reduce((sum, { low }) => sum + low, 0),
    high: variables.reduce((sum, { high }) => sum + high, 0),
    whole: variables.every((variable) => variable.whole),
    guess: (values) => parts.reduce((sum, part) => sum + (values[part] as number), 0),
  });
  system.clauses.push([...known.map((index) => atMost(index, 0)), sumOf(whole, parts)]);
  return whole;
}

/** What a comparison says of the value, as atoms: all of `holds` where it holds, one of `fails` where it does not. */
interface Comparing {
  readonly holds: readonly Inequality[];
  readonly fails: readonly Inequality[];
}

function comparingOf(operator: Operator, threshold: number, value: number, variable: Variable): Comparing {
  const from = variable.whole ? Math.ceil(threshold) : threshold;
  const upTo = variable.whole ? Math.floor(threshold) : threshold;
  const isFrom = atLeast(value, from);
  const isBelow = atMost(value, nextBelow(variable, from));
  const isUpTo = atMost(value, upTo);
  const isAbove = atLeast(value, nextAbove(variable, upTo));
  switch (operator) {
    case "atLeast":
      return { holds: [isFrom], fails: [isBelow] };
    case "moreThan":
      return { holds: [isAbove], fails: [isUpTo] };
    case "atMost":
      return { holds: [isUpTo], fails: [isAbove] };
    case "lessThan":
      return { holds: [isBelow], fails: [isFrom] };
    case "equals":
      return { holds: [isFrom, isUpTo], fails: [isBelow, isAbove] };
  }
}
