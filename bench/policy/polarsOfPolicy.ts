import type { CompiledComparison, CompiledNode } from "../../src/criteria/compileCriteria.ts";
import { UNRANKED } from "../../src/criteria/rankPlan.ts";
import type { FactColumn } from "../../src/units/column.ts";
import { columnName, type Policy } from "./policy.ts";

/** As much of a polars expression as policies and totals need. */
export interface PolarsExpression {
  gtEq(other: PolarsExpression): PolarsExpression;
  gt(other: PolarsExpression): PolarsExpression;
  ltEq(other: PolarsExpression): PolarsExpression;
  lt(other: PolarsExpression): PolarsExpression;
  eq(other: PolarsExpression): PolarsExpression;
  add(other: PolarsExpression): PolarsExpression;
  and(other: PolarsExpression): PolarsExpression;
  or(other: PolarsExpression): PolarsExpression;
  not(): PolarsExpression;
  isNan(): PolarsExpression;
  fillNull(other: PolarsExpression): PolarsExpression;
  cast(type: unknown): PolarsExpression;
  count(): PolarsExpression;
  sum(): PolarsExpression;
  min(): PolarsExpression;
  max(): PolarsExpression;
  alias(name: string): PolarsExpression;
}

interface PolarsChoice {
  then(value: PolarsExpression): PolarsBranch;
}

interface PolarsBranch {
  when(condition: PolarsExpression): PolarsChoice;
  otherwise(value: PolarsExpression): PolarsExpression;
}

/** What makes expressions. */
export interface PolarsWords {
  col(name: string): PolarsExpression;
  lit(value: number | boolean | null): PolarsExpression;
  when(condition: PolarsExpression): PolarsChoice;
  readonly UInt8: unknown;
  readonly UInt32: unknown;
  readonly Int32: unknown;
  readonly Int64: unknown;
  readonly Float64: unknown;
}

/**
 * How constants are written. `plain`: as numbers, as everybody does; polars then widens the columns. `typed`:
 * each in the type of its column, which polars thanks with several times the speed.
 */
export type PolarsConstants = "plain" | "typed";

const METHODS = { atLeast: "gtEq", moreThan: "gt", atMost: "ltEq", lessThan: "lt", equals: "eq" } as const;

/**
 * The answers of a policy as columns of bytes, `r0`, `r1` …, of a frame in which what is missing is null. Null
 * counts as no in `when`; only under `not` it has to be told.
 */
export function polarsOfPolicy(
  polars: PolarsWords,
  { comparisons, rankings }: Policy,
  constants: PolarsConstants,
): PolarsExpression[] {
  const step = (index: number) =>
    constants === "typed" ? polars.lit(index).cast(polars.UInt8) : polars.lit(index);
  const told = comparisons.map((comparison) => comparisonOf(polars, comparison, constants));
  return rankings.map((conditions, ranking) => {
    let chain: Pick<PolarsWords, "when"> | PolarsBranch = polars;
    for (const [index, node] of [...conditions.entries()].reverse()) {
      chain = chain.when(conditionOf(polars, node, told)).then(step(index));
    }
    const answer = "otherwise" in chain ? chain.otherwise(step(UNRANKED)) : step(UNRANKED);
    return answer.cast(polars.UInt8).alias(`r${ranking}`);
  });
}

function conditionOf(
  polars: PolarsWords,
  node: CompiledNode,
  told: readonly PolarsExpression[],
): PolarsExpression {
  switch (node.kind) {
    case "comparison":
      return told[node.index]!;
    case "not":
      return conditionOf(polars, node.part, told).fillNull(polars.lit(false)).not();
    default: {
      const parts = node.parts.map((part) => conditionOf(polars, part, told));
      if (parts.length === 0) return polars.lit(node.kind === "all");
      return parts.reduce((joined, part) => (node.kind === "all" ? joined.and(part) : joined.or(part)));
    }
  }
}

function comparisonOf(
  polars: PolarsWords,
  { facts, operator, threshold }: CompiledComparison,
  constants: PolarsConstants,
): PolarsExpression {
  const isSum = facts.length > 1;
  const type = isSum ? sumTypeOf(polars, facts) : columnTypeOf(polars, facts[0]!);
  const isWhole = type !== polars.Float64;
  const parts = facts.map((fact) => polars.col(columnName(fact)));
  const value = isSum ? parts.map((part) => part.cast(type)).reduce((sum, part) => sum.add(part)) : parts[0]!;
  const literal = polars.lit(threshold);
  const isTyped = constants === "typed" && (!isWhole || fitsColumn(facts, threshold));
  return value[METHODS[operator]](isTyped ? literal.cast(type) : literal);
}

function columnTypeOf(polars: PolarsWords, { kind }: FactColumn): unknown {
  if (kind === "count") return polars.UInt32;
  if (kind === "day") return polars.Int32;
  return kind === "money" || kind === "number" ? polars.Float64 : polars.UInt8;
}

/** Sums of counts fit 32 bits in this population; a sum of bytes would not fit a byte. */
function sumTypeOf(polars: PolarsWords, facts: readonly FactColumn[]): unknown {
  return facts.some(({ kind }) => kind === "money" || kind === "number") ? polars.Float64 : polars.UInt32;
}

function fitsColumn([fact]: readonly FactColumn[], threshold: number): boolean {
  const low = fact?.kind === "day" ? -2_147_483_648 : 0;
  const high = fact?.kind === "day" ? 2_147_483_647 : fact?.kind === "count" ? 4_294_967_295 : 255;
  return Number.isInteger(threshold) && threshold >= low && threshold <= high;
}
