import { fc } from "@fast-check/vitest";
import type { CompiledComparison, CompiledNode } from "../../../../src/criteria/compileCriteria.ts";
import type { RankPlan } from "../../../../src/criteria/rankPlan.ts";
import { type Column, type ColumnKind, createColumn, type FactColumn } from "../../../../src/units/column.ts";

/** Two facts of each kind. */
export const FACTS: readonly FactColumn[] = (
  ["count", "day", "score", "flag", "number", "money"] as const
).flatMap((kind) => [1, 2].map((number) => ({ kind, field: `${kind}${number}` })));

const AROUND = [0, 1, 127, 128, 254, 255, 256, 32_767, 32_768, 65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 53];
const WHOLE = [...AROUND, ...AROUND.map((value) => -value)].flatMap((value) => [value - 1, value, value + 1]);
const WIDE = [0.1, -0.1, 5e-324, 1e300, -1e300, Number.MAX_VALUE, Number.POSITIVE_INFINITY];

/** Every place where narrow integers saturate, with its neighbours, halves between them, and what is far beyond. */
export const THRESHOLDS: readonly number[] = [
  ...new Set([...WHOLE, ...WHOLE.map((value) => value + 0.5), ...WIDE, Number.NEGATIVE_INFINITY]),
].map((value) => value + 0);

const ENDS: Readonly<Record<ColumnKind, readonly [low: number, high: number]>> = {
  count: [0, 2 ** 32 - 1],
  day: [-(2 ** 31), 2 ** 31 - 1],
  score: [0, 255],
  flag: [0, 255],
  number: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  money: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** What a column can hold of the thresholds; missing values too. */
export function extremeValues(kind: ColumnKind): readonly number[] {
  const [low, high] = ENDS[kind];
  const values = THRESHOLDS.filter((value) => value >= low && value <= high);
  if (high === Number.POSITIVE_INFINITY) return [...values, Number.NaN, -0];
  return values.filter(Number.isInteger);
}

/** Columns that begin off every boundary and go on beyond the rows. */
export function offsetColumn(kind: ColumnKind, values: readonly number[]): Column {
  const column = createColumn(kind, values.length + 8);
  column.set(values, 3);
  return column.subarray(3, values.length + 5);
}

/** Any table of a few rows: mostly small values, as thresholds are, so that sums come near them. */
export function arbitraryColumns(rowCount: number): fc.Arbitrary<ReadonlyMap<string, Column>> {
  const columns = FACTS.map(({ kind, field }) => {
    const value = fc.oneof(
      fc.constantFrom(...extremeValues(kind)),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: kind === "flag" || kind === "score" ? 255 : 300 }),
    );
    return fc
      .array(value, { minLength: rowCount, maxLength: rowCount })
      .map((values): [string, Column] => [field, offsetColumn(kind, values)]);
  });
  return fc.tuple(...columns).map((entries) => new Map(entries));
}

const OPERATORS = ["atLeast", "moreThan", "atMost", "lessThan", "equals"] as const;

/** Any comparison that criteria can compile to, and thresholds that they cannot reach. */
export function arbitraryComparison(): fc.Arbitrary<CompiledComparison> {
  const ofKinds = (...kinds: ColumnKind[]): fc.Arbitrary<FactColumn> =>
    fc.constantFrom(...FACTS.filter(({ kind }) => kinds.includes(kind)));
  const several = { minLength: 2, maxLength: 4 };
  const facts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...FACTS).map((fact) => [fact]) },
    { weight: 2, arbitrary: fc.array(ofKinds("count", "score"), several) },
    fc.array(ofKinds("count", "score", "number"), several),
    fc.array(ofKinds("money"), several),
  );
  const threshold = fc.oneof(fc.constantFrom(...THRESHOLDS), fc.integer({ min: 0, max: 600 }));
  return fc
    .record({ facts, operator: fc.constantFrom(...OPERATORS), threshold })
    .map((comparison) => ({ ...comparison, names: comparison.facts.map(({ field }) => field) }));
}

/** Any plan of one to three rankings over a few comparisons, in which nodes are shared. */
export function arbitraryPlan(): fc.Arbitrary<RankPlan> {
  const shape = fc.record({
    kind: fc.constantFrom("all", "any", "not" as const),
    parts: fc.array(fc.nat(), { maxLength: 4 }),
  });
  const ranking = fc.record({
    roots: fc.array(fc.nat(), { maxLength: 6 }),
    climb: fc.constantFrom("highest", "stepwise" as const),
  });
  const rankings = fc.array(ranking, { minLength: 1, maxLength: 3 });
  const comparisons = fc.array(arbitraryComparison(), { minLength: 1, maxLength: 8 });
  return fc.tuple(comparisons, fc.array(shape, { maxLength: 10 }), rankings).map(([made, shapes, ranked]) => {
    const nodes: CompiledNode[] = made.map((_, index) => ({ kind: "comparison", index }));
    const nodeAt = (number: number): CompiledNode => nodes[number % nodes.length] as CompiledNode;
    for (const { kind, parts } of shapes) {
      const below = parts.map(nodeAt);
      nodes.push(kind === "not" ? { kind, part: below[0] ?? nodeAt(0) } : { kind, parts: below });
    }
    return {
      comparisons: made,
      rankings: ranked.map(({ roots, climb }) => ({ roots: roots.map(nodeAt), climb })),
    };
  });
}
