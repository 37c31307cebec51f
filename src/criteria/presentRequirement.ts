import type { ColumnKind } from "../units/column.ts";
import { assertCurrency } from "../units/currency.ts";
import { isoDayOf } from "../units/day.ts";
import { formatMinor } from "../units/money.ts";
import type { ExplainedComparison, ExplainedValue } from "./explainedPart.ts";
import type { FactGrowth } from "./factGrowth.ts";
import { allowedIntegers, isIntegral, isReachable, type Requirement, risersOf } from "./requirement.ts";

/** Turns a requirement into what people and JSON read: public units, and the gap between actual and required. */
export function presentRequirement(
  requirement: Requirement,
  currency: string | undefined,
  growth: FactGrowth,
): ExplainedComparison {
  const { source, operator, threshold, actual, holds, orUnknown } = requirement;
  const unit = unitOf(source.facts.map(({ kind }) => kind));
  const digits = unit === "money" ? assertCurrency(currency, ["currency"]) : 0;
  const risers = risersOf(requirement, growth);
  return {
    kind: "comparison",
    facts: [...source.names],
    unit,
    ...(unit === "money" ? { currency: currency as string } : {}),
    comparison: operator,
    required: valueIn(unit, threshold, digits),
    actual: Number.isNaN(actual) ? null : valueIn(unit, actual, digits),
    gap: gapOf(requirement, unit, digits),
    holds,
    ...(orUnknown ? { orUnknown } : {}),
    ...(risers.length === 0 ? {} : { fallsWith: [...risers] }),
  };
}

function unitOf(kinds: readonly ColumnKind[]): ColumnKind {
  const [first] = kinds;
  return kinds.every((kind) => kind === first) ? (first as ColumnKind) : "number";
}

function valueIn(unit: ColumnKind, value: number, digits: number): ExplainedValue {
  switch (unit) {
    case "money":
      return amountOf(value, digits);
    case "day":
      return isoDayOf(value);
    case "flag":
      return value === 1;
    default:
      return finite(value);
  }
}

/** A threshold or a sum may lie beyond all doubles; JSON may not. */
function finite(value: number): number {
  return Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
}

/** Like `formatMinor`, and for what no single amount reaches (a threshold, a sum) digit by digit. */
function amountOf(minor: number | bigint, digits: number): string {
  const safe = Number(minor);
  if (Math.abs(safe) <= Number.MAX_SAFE_INTEGER) return formatMinor(safe, digits);
  const text = String(typeof minor === "bigint" ? minor : BigInt(finite(minor)));
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Differences of fractions are said with the digits that doubles are good for. */
const GAP_DIGITS = 15;

function gapOf(requirement: Requirement, unit: ColumnKind, digits: number): number | string | null {
  const { actual } = requirement;
  const nearest = nearestOf(requirement, unit);
  if (nearest === null) return null;
  if (unit === "money") return amountOf(BigInt(nearest) - BigInt(finite(actual)), digits);
  const gap = Number((nearest - actual).toPrecision(GAP_DIGITS));
  return Number.isFinite(gap) ? gap : null;
}

/** The nearest value that satisfies an unmet requirement; null where there is none to name. */
function nearestOf(requirement: Requirement, unit: ColumnKind): number | null {
  const { operator, threshold, actual, holds } = requirement;
  if (holds || Number.isNaN(actual) || unit === "flag") return null;
  const allowed = allowedIntegers(requirement);
  if (allowed === undefined || !isReachable({ ...requirement, orUnknown: false })) return null;
  if (isIntegral(requirement)) return actual < allowed.low ? allowed.low : allowed.high;
  return operator === "moreThan" || operator === "lessThan" ? null : threshold;
}
