import { fc } from "@fast-check/vitest";
import type { Operator } from "../../../src/criteria/compareValue.ts";
import type { CompiledComparison, CompiledNode } from "../../../src/criteria/compileCriteria.ts";
import type { Ranking, RankPlan } from "../../../src/criteria/rankPlan.ts";
import {
  type Column,
  type ColumnKind,
  createColumn,
  type FactColumn,
  MISSING_BYTE,
  MISSING_DAY,
} from "../../../src/units/column.ts";
import { TEST_SCHEMA } from "./testSchema.ts";

// Plans and columns as executors get them, with every edge of their arithmetic: where bytes, 16 and 32 bits end with
// and without sign, where doubles stop to be whole, what is written for "missing", infinities and both zeros.

const NEAR_ENDS = [7, 8, 15, 16, 31, 32, 33].flatMap((bits) => [-2, -1, 0, 1].map((by) => 2 ** bits + by));
const NEAR_ENDS_BELOW = [7, 8, 15, 16].flatMap((bits) => [-1, 0, 1].map((by) => -(2 ** bits) + by));
const LARGE = [2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 1e300];
const INFINITIES = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const SMALL = fc.integer({ min: 0, max: 5 });
const ENDS_OF_DAYS = [-719_528, 2_932_896, 2 ** 31 - 2, 2 ** 31 - 1, MISSING_DAY + 1, MISSING_DAY + 2];
const DOUBLES = [0.1, 0.30000000000000004, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE];

/** Any value of a column, missing ones too. */
function arbitraryCell(kind: ColumnKind): fc.Arbitrary<number> {
  switch (kind) {
    case "count":
      return fc.oneof(SMALL, fc.constantFrom(...NEAR_ENDS.filter((value) => value < 2 ** 32)));
    case "score":
      return fc.oneof(SMALL, fc.constantFrom(9, 10, 126, 127, 128, 129, 253, 254, MISSING_BYTE));
    case "flag":
      return fc.constantFrom(0, 1, MISSING_BYTE);
    case "day":
      return fc.oneof(
        fc.integer({ min: 20_000, max: 20_004 }),
        fc.constantFrom(0, 1, -1, ...NEAR_ENDS.filter((value) => value < 2 ** 31), ...NEAR_ENDS_BELOW),
        fc.constantFrom(MISSING_DAY, ...ENDS_OF_DAYS),
      );
    case "money":
      return fc.oneof(
        fc.integer({ min: -3, max: 5 }),
        fc.constantFrom(Number.NaN, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
        fc.constantFrom(...NEAR_ENDS, ...NEAR_ENDS_BELOW),
      );
    case "number":
      return fc.oneof(
        fc.integer({ min: -3, max: 5 }),
        fc.double(),
        fc.constantFrom(Number.NaN, -0, ...INFINITIES, ...DOUBLES, ...LARGE),
      );
  }
}

/** Any threshold in the unit of a column, as compiling makes them. */
function arbitraryBound(kind: ColumnKind): fc.Arbitrary<number> {
  switch (kind) {
    case "flag":
      return fc.constantFrom(0, 1);
    case "score":
    case "count":
      return fc.oneof(SMALL, fc.constantFrom(-1, -0.5, 0.5, 2.5, 127.5, 508, ...NEAR_ENDS, ...LARGE));
    case "day":
      return arbitraryCell("day");
    case "money":
      return fc.oneof(
        fc.integer({ min: -5, max: 8 }),
        fc.constantFrom(...INFINITIES, ...NEAR_ENDS, ...NEAR_ENDS_BELOW, ...LARGE, -(2 ** 53), -1e300),
      );
    case "number":
      return fc.oneof(
        fc.integer({ min: -5, max: 8 }),
        fc.double({ noNaN: true }).map((bound) => bound + 0), // a threshold is never −0
        fc.constantFrom(...NEAR_ENDS, ...DOUBLES, ...LARGE),
      );
  }
}

const FACTS = [...TEST_SCHEMA].map(([name, column]) => ({ name, column }));
const OPERATORS: readonly Operator[] = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];

interface NamedFact {
  readonly name: string;
  readonly column: FactColumn;
}

/** Any comparison of given facts; the kind of a sum is the widest of its facts. */
function comparisonOf(facts: readonly NamedFact[], kind: ColumnKind): fc.Arbitrary<CompiledComparison> {
  return fc.record({
    facts: fc.constant(facts.map(({ column }) => column)),
    names: fc.constant(facts.map(({ name }) => name)),
    operator: kind === "flag" ? fc.constant("equals" as const) : fc.constantFrom(...OPERATORS),
    threshold: arbitraryBound(kind),
  });
}

const anyFact = fc.constantFrom(...FACTS).chain((fact) => comparisonOf([fact], fact.column.kind));

function anySum(widest: ColumnKind, ...others: readonly ColumnKind[]): fc.Arbitrary<CompiledComparison> {
  const addable = FACTS.filter(({ column }) => column.kind === widest || others.includes(column.kind));
  return fc
    .array(fc.constantFrom(...addable), { minLength: 1, maxLength: 5 })
    .chain((facts) => comparisonOf(facts, widest));
}

const anyComparison: fc.Arbitrary<CompiledComparison> = fc.oneof(
  { weight: 4, arbitrary: anyFact },
  { weight: 1, arbitrary: anySum("count") },
  { weight: 1, arbitrary: anySum("count", "score") },
  { weight: 1, arbitrary: anySum("number", "count", "score") },
  { weight: 1, arbitrary: anySum("money") },
);

interface Joint {
  readonly kind: "all" | "any" | "not";
  readonly parts: readonly number[];
}

interface RankingChoice {
  readonly roots: readonly number[];
  readonly climb: Ranking["climb"];
}

/** A plan whose nodes share parts, some of them empty. */
function planOf(
  comparisons: readonly CompiledComparison[],
  joints: readonly Joint[],
  rankings: readonly RankingChoice[],
): RankPlan {
  const nodes: CompiledNode[] = comparisons.map((_, index) => ({ kind: "comparison", index }));
  const nodeAt = (choice: number): CompiledNode => nodes[choice % nodes.length] as CompiledNode;
  for (const { kind, parts } of joints) {
    if (kind !== "not") nodes.push({ kind, parts: nodes.length === 0 ? [] : parts.map(nodeAt) });
    else if (nodes.length > 0) nodes.push({ kind, part: nodeAt(parts[0] ?? 0) });
  }
  return {
    comparisons,
    rankings: rankings.map(({ roots, climb }) => ({
      roots: nodes.length === 0 ? [] : roots.map(nodeAt),
      climb,
    })),
  };
}

export interface PlanOptions {
  readonly maximumRoots: number;
  readonly maximumRankings: number;
}

/** Any plan over the facts of the test schema. */
export function arbitraryPlan({ maximumRoots, maximumRankings }: PlanOptions): fc.Arbitrary<RankPlan> {
  const choice = fc.nat({ max: 1000 });
  const joint = fc.record({
    kind: fc.constantFrom("all", "any", "not" as const),
    parts: fc.array(choice, { maxLength: 3 }),
  });
  const ranking = fc.record({
    roots: fc.array(choice, { maxLength: maximumRoots }),
    climb: fc.constantFrom("highest", "stepwise" as const),
  });
  return fc
    .tuple(
      fc.array(anyComparison, { maxLength: 8 }),
      fc.array(joint, { maxLength: 6 }),
      fc.array(ranking, { minLength: 1, maxLength: maximumRankings }),
    )
    .map(([comparisons, joints, rankings]) => planOf(comparisons, joints, rankings));
}

/** A few rows of every field; a table repeats them. */
export type Cells = Readonly<Record<string, readonly number[]>>;

/** Any rows of the test schema, by field. */
export const arbitraryCells: fc.Arbitrary<Cells> = fc
  .integer({ min: 1, max: 13 })
  .chain((count) =>
    fc.record(
      Object.fromEntries(
        FACTS.map(({ column }) => [
          column.field,
          fc.array(arbitraryCell(column.kind), { minLength: count, maxLength: count }),
        ]),
      ),
    ),
  );

/**
 * The cells as columns of `rowCount` rows, over and over. Each begins at an odd place of a longer array and, by
 * `tail` elements, ends later than it must.
 */
export function columnsOfCells(
  cells: Cells,
  rowCount: number,
  place: number,
  tail: number,
): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const [index, { column }] of FACTS.entries()) {
    const { kind, field } = column;
    const values = cells[field] as readonly number[];
    const start = (place + index) % 5;
    const backing: Column = createColumn(kind, start + rowCount + tail);
    for (let at = 0; at < backing.length; at += 1) {
      backing[at] = values[(at + values.length * 5 - start) % values.length] as number;
    }
    columns.set(field, backing.subarray(start));
  }
  return columns;
}
