import { assertInvariant } from "../../base/assertInvariant.ts";

/** A quantity of a customer whose values are searched: a fact, a part of a fact, or a truth (0 or 1). */
export interface Variable {
  readonly name: string;
  /** The least and the greatest value that it may take. */
  readonly low: number;
  readonly high: number;
  /** Whether it takes whole numbers only; else any double. */
  readonly whole: boolean;
  /** A value worth trying first, given the values of the variables before it. It need not be possible. */
  readonly guess: (values: Float64Array) => number;
}

/** The sum of `plus` less the sum of `minus` is at most `limit`. Variables are named by their index. */
export interface Inequality {
  readonly kind: "inequality";
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly limit: number;
}

/** `whole` is the sum of `parts`, added from left to right in doubles, as the evaluators add. */
export interface SumConstraint {
  readonly kind: "sum";
  readonly whole: number;
  readonly parts: readonly number[];
}

/** `quotient` is `dividend / divisor` in doubles; none of them is negative, and the divisor is not 0. */
export interface QuotientConstraint {
  readonly kind: "quotient";
  readonly quotient: number;
  readonly dividend: number;
  readonly divisor: number;
}

/** The smallest thing that can be said of variables. */
export type Atom = Inequality | SumConstraint | QuotientConstraint;

/** At least one of the atoms holds. "If a, then b" is written as "not a, or b". */
export type Clause = readonly Atom[];

/** Variables and clauses while they are gathered. */
export interface ConstraintSystem {
  readonly variables: Variable[];
  readonly indexes: Map<string, number>;
  readonly clauses: Clause[];
}

/** A system that says nothing yet. */
export function createConstraintSystem(): ConstraintSystem {
  return { variables: [], indexes: new Map(), clauses: [] };
}

/** Adds a variable and returns its index. */
export function addVariable(system: ConstraintSystem, variable: Variable): number {
  const index = system.variables.length;
  system.variables.push(variable);
  system.indexes.set(variable.name, index);
  return index;
}

/** The index of a variable by its name. */
export function variableOf(system: ConstraintSystem, name: string): number {
  const index = system.indexes.get(name);
  assertInvariant(index !== undefined, "a known variable", name);
  return index;
}

/** `variable >= limit`. */
export function atLeast(variable: number, limit: number): Inequality {
  return { kind: "inequality", plus: [], minus: [variable], limit: -limit };
}

/** `variable <= limit`. */
export function atMost(variable: number, limit: number): Inequality {
  return { kind: "inequality", plus: [variable], minus: [], limit };
}

/** The sum of `plus` is at most the sum of `minus` plus `limit`. */
export function noMoreThan(plus: readonly number[], minus: readonly number[], limit = 0): Inequality {
  return { kind: "inequality", plus, minus, limit };
}

/** `whole` is the sum of `parts`. */
export function sumOf(whole: number, parts: readonly number[]): SumConstraint {
  return { kind: "sum", whole, parts };
}

/** `quotient` is `dividend / divisor`. */
export function quotientOf(quotient: number, dividend: number, divisor: number): QuotientConstraint {
  return { kind: "quotient", quotient, dividend, divisor };
}

/** The variables that an atom speaks of. */
export function variablesIn(atom: Atom): readonly number[] {
  switch (atom.kind) {
    case "inequality":
      return [...atom.plus, ...atom.minus];
    case "sum":
      return [atom.whole, ...atom.parts];
    case "quotient":
      return [atom.quotient, atom.dividend, atom.divisor];
  }
}
