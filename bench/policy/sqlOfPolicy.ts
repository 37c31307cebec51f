import type { CompiledComparison } from "../../src/criteria/compileCriteria.ts";
import { UNRANKED } from "../../src/criteria/rankPlan.ts";
import type { FactColumn } from "../../src/units/column.ts";
import { conditionText } from "./conditionText.ts";
import { columnName, type Policy } from "./policy.ts";

const OPERATORS = { atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<", equals: "=" } as const;

const WORDS = {
  and: " AND ",
  or: " OR ",
  not: (text: string) => `(${text} IS NOT TRUE)`,
  always: "TRUE",
  never: "FALSE",
};

/**
 * The answers of a policy as columns of bytes, `r0`, `r1` …, to select from a table in which what is missing is
 * null. Null passes through `AND` and `OR` and counts as no in `CASE`; only under `NOT` it has to be told.
 */
export function sqlOfPolicy({ comparisons, rankings }: Policy): string {
  const told = comparisons.map(comparisonText);
  const columns = rankings.map((conditions, ranking) => {
    const cases = conditions.map((node, step) => `WHEN ${conditionText(node, told, WORDS)} THEN ${step}`);
    const text =
      cases.length === 0 ? `${UNRANKED}` : `CASE ${cases.reverse().join(" ")} ELSE ${UNRANKED} END`;
    return `CAST(${text} AS UTINYINT) AS r${ranking}`;
  });
  return columns.join(", ");
}

/** One fact keeps its type, with a whole bound beside whole numbers; sums may need more than it holds. */
function comparisonText({ facts, operator, threshold }: CompiledComparison): string {
  const value =
    facts.length === 1
      ? columnName(facts[0]!)
      : facts.map((fact) => `CAST(${columnName(fact)} AS ${sumType(facts)})`).join(" + ");
  return `(${value} ${OPERATORS[operator]} ${numberText(threshold, facts)})`;
}

function sumType(facts: readonly FactColumn[]): string {
  return facts.every(isWhole) ? "BIGINT" : "DOUBLE";
}

function isWhole({ kind }: FactColumn): boolean {
  return kind !== "money" && kind !== "number";
}

/** A double is quoted: a bare fraction would be a decimal first, and be rounded twice. */
function numberText(value: number, facts: readonly FactColumn[]): string {
  const isPlain = Number.isSafeInteger(value) && facts.every(isWhole);
  return isPlain ? `${value}` : `CAST('${value}' AS DOUBLE)`;
}
