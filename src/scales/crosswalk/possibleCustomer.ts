import type { CustomerFacts } from "../../customers/facts.ts";
import type { FactSchema } from "../../units/column.ts";
import { isoDayOf } from "../../units/day.ts";
import { type ConstraintSystem, variableOf } from "./constraint.ts";
import { knownTwinOf } from "./customerVariables.ts";

/** A customer who could exist, made up to show that a pair of steps can. Plain data, safe for JSON. */
export interface PossibleCustomer {
  /** The day on which the facts hold, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly windowDays: number;
  /** The least gap that `rhythm` was computed with, in days. */
  readonly minimumGapDays: number;
  readonly facts: CustomerFacts;
}

/** The customer whom the values of the variables describe; facts that are not known are absent. */
export function possibleCustomerOf(
  system: ConstraintSystem,
  schema: FactSchema,
  values: Float64Array,
): PossibleCustomer {
  const read = (name: string) => values[variableOf(system, name)] as number;
  const facts: Record<string, number | boolean> = {};
  for (const [name, { kind, field }] of schema) {
    const known = system.indexes.get(knownTwinOf(name));
    if (known !== undefined && values[known] === 0) continue;
    facts[field] = kind === "flag" ? read(name) === 1 : read(name);
  }
  return {
    asOf: isoDayOf(read("as-of day")),
    windowDays: read("window days"),
    minimumGapDays: read("minimum gap days"),
    facts: facts as unknown as CustomerFacts,
  };
}
