import type { CompiledComparison } from "../../src/criteria/compileCriteria.ts";
import { integerBounds } from "../../src/criteria/integerBounds.ts";
import type { FactColumn } from "../../src/units/column.ts";
import { MISSING_BYTE, MISSING_DAY } from "../../src/units/column.ts";

/** How a language without missing values writes a comparison over columns in which the library marks them. */
export interface ComparisonDialect {
  /** A value of a column as it stands. */
  readonly value: (fact: FactColumn) => string;
  /** The same as a double, for sums of doubles and bytes. */
  readonly double: (fact: FactColumn) => string;
  /** Several conditions that hold together. */
  readonly and: (parts: readonly string[]) => string;
  /** What always, and what never holds. */
  readonly always: string;
  readonly never: string;
  /** A double constant; an infinite one may stand here. */
  readonly number: (value: number) => string;
}

const OPERATORS = { atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<", equals: "==" } as const;

/**
 * The text of a comparison. Whole numbers are compared within bounds that fit their column, and a mark for
 * "missing" (the first day, the last byte) is kept out; `NaN` compares with nothing by itself. Sums of counts
 * are left to 32 bits, as a programmer who knows the data would: ours cannot know, and adds without overflow.
 */
export function comparisonText(comparison: CompiledComparison, dialect: ComparisonDialect): string {
  const { facts, operator, threshold } = comparison;
  const [fact] = facts as readonly [FactColumn];
  if (facts.some(({ kind }) => kind === "money" || kind === "number")) {
    const sum = facts.map(dialect.double).join(" + ");
    const present = facts.filter(isByte).map((byte) => `(${dialect.value(byte)} != ${MISSING_BYTE})`);
    return dialect.and([`(${sum} ${OPERATORS[operator]} ${dialect.number(threshold)})`, ...present]);
  }
  if (facts.length === 1) return boundsText(dialect.value(fact), comparison, rangeOf(fact), dialect);
  const present = facts.filter(isByte).map((byte) => `(${dialect.value(byte)} != ${MISSING_BYTE})`);
  const sum = `(${facts.map(dialect.value).join(" + ")})`;
  return dialect.and([boundsText(sum, comparison, COUNTS, dialect), ...present]);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const COUNTS: Range = { low: 0, high: 4_294_967_295 };
const DAYS: Range = { low: MISSING_DAY + 1, high: 2_147_483_647 };
const BYTES: Range = { low: 0, high: MISSING_BYTE - 1 };

function rangeOf({ kind }: FactColumn): Range {
  if (kind === "count") return COUNTS;
  return kind === "day" ? DAYS : BYTES;
}

function isByte({ kind }: FactColumn): boolean {
  return kind === "score" || kind === "flag";
}

/** Says only the bounds that cut something off; days and bytes always keep their mark out. */
function boundsText(
  value: string,
  { facts, operator, threshold }: CompiledComparison,
  range: Range,
  dialect: ComparisonDialect,
): string {
  const asked = integerBounds(operator, threshold);
  const low = Math.max(asked.low, range.low);
  const high = Math.min(asked.high, range.high);
  if (low > high) return dialect.never;
  if (low === high) return `(${value} == ${low})`;
  const kind = facts[0]?.kind;
  const parts: string[] = [];
  if (low > 0 || kind === "day") parts.push(`(${value} >= ${low})`);
  if (high < COUNTS.high && !(kind === "day" && high === DAYS.high)) parts.push(`(${value} <= ${high})`);
  return parts.length === 0 ? dialect.always : dialect.and(parts);
}
