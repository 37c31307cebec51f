import { type ColumnKind, MISSING_BYTE, MISSING_DAY } from "../units/column.ts";
import { compareValue } from "./compareValue.ts";
import type { CompiledComparison } from "./compileCriteria.ts";
import type { ExplainedOperator } from "./explainedPart.ts";
import type { FactGrowth } from "./factGrowth.ts";
import { type IntegerBounds, integerBounds } from "./integerBounds.ts";

/** A comparison on its way into an explanation, still in the unit of the columns. */
export interface Requirement {
  readonly kind: "comparison";
  readonly source: CompiledComparison;
  /** With `not` worked in. */
  readonly operator: ExplainedOperator;
  readonly threshold: number;
  /** Whether an unknown value is as good. */
  readonly orUnknown: boolean;
  /** `NaN` when it is not known. */
  readonly actual: number;
  readonly holds: boolean;
}

const OPPOSITES = {
  atLeast: "lessThan",
  moreThan: "atMost",
  atMost: "moreThan",
  lessThan: "atLeast",
  equals: "differsFrom",
} as const;

/** What a comparison, or its opposite where it stands under `not`, requires of an actual value. */
export function requirementOf(source: CompiledComparison, isNegated: boolean, actual: number): Requirement {
  const { operator, threshold, facts } = source;
  const holds = compareValue(operator, actual, threshold) !== isNegated;
  const plain = { kind: "comparison", source, threshold, orUnknown: isNegated, actual, holds } as const;
  if (!isNegated) return { ...plain, operator };
  const isFlag = facts.every(({ kind }) => kind === "flag");
  if (isFlag) return { ...plain, operator: "equals", threshold: 1 - threshold }; // not yes is no
  return { ...plain, operator: OPPOSITES[operator] };
}

/** Whether every value is a whole number of its unit, so that there is a next one. */
export function isIntegral({ source }: Requirement): boolean {
  return source.facts.every(({ kind }) => kind !== "number");
}

/** The values that satisfy a requirement on whole numbers; undefined for `differsFrom`. */
export function allowedIntegers({ operator, threshold }: Requirement): IntegerBounds | undefined {
  return operator === "differsFrom" ? undefined : integerBounds(operator, threshold);
}

const REACH: Readonly<Record<Exclude<ColumnKind, "number">, IntegerBounds>> = {
  count: { low: 0, high: 4_294_967_295 },
  money: { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER },
  day: { low: MISSING_DAY + 1, high: 2_147_483_647 },
  score: { low: 0, high: MISSING_BYTE - 1 },
  flag: { low: 0, high: 1 },
};

/** Whether any value that the columns can hold would satisfy the requirement: no count is below 0. */
export function isReachable(requirement: Requirement): boolean {
  return canReachFrom(Number.NEGATIVE_INFINITY, requirement);
}

/** Whether any value that is still to come would: what only grows never falls below what is there. */
export function isStillReachable(requirement: Requirement, { onlyGrows }: FactGrowth): boolean {
  const { source, actual } = requirement;
  const grows = source.names.every((name) => onlyGrows.has(name)) && !Number.isNaN(actual);
  return grows ? canReachFrom(actual, requirement) : isReachable(requirement);
}

/** The counts that must grow for an unmet requirement to hold, since its fact has to fall; none for all others. */
export function risersOf(requirement: Requirement, { fallsWith }: FactGrowth): readonly string[] {
  const { source, operator, threshold, actual, holds } = requirement;
  const [name, ...others] = source.names;
  const mustFall = operator === "atMost" || operator === "lessThan" || operator === "equals";
  if (holds || !mustFall || actual < threshold || name === undefined || others.length > 0) return [];
  return fallsWith.get(name) ?? [];
}

/** Whether a requirement that holds ends for good once one of the facts has grown. */
export function endsWithGrowth(
  requirement: Requirement,
  risers: readonly string[],
  { onlyGrows }: FactGrowth,
): boolean {
  const { source, actual } = requirement;
  const isTouched = source.names.some((name) => risers.includes(name));
  if (!isTouched || !source.names.every((name) => onlyGrows.has(name))) return false;
  return !canReachFrom(actual + 1, requirement);
}

function canReachFrom(lowest: number, requirement: Requirement): boolean {
  const { facts } = requirement.source;
  if (requirement.orUnknown && facts.some(({ kind }) => kind !== "count")) return true; // counts are never unknown
  const allowed = allowedIntegers(requirement);
  if (!isIntegral(requirement) || allowed === undefined) return true;
  let low = 0;
  let high = 0;
  for (const { kind } of facts) {
    const reach = REACH[kind as keyof typeof REACH];
    low += reach.low;
    high += reach.high;
  }
  return Math.max(low, lowest, allowed.low) <= Math.min(high, allowed.high);
}
