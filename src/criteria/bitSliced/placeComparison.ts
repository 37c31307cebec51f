import {
  type Column,
  type ColumnKind,
  type FactColumn,
  MISSING_BYTE,
  MISSING_DAY,
} from "../../units/column.ts";
import { doubleAbove } from "../../units/nextDouble.ts";
import type { CompiledComparison } from "../compileCriteria.ts";
import { integerBounds } from "../integerBounds.ts";
import type { ColumnLookup } from "../rankPlan.ts";
import { addDoubles } from "./addDoubles.ts";
import { BLOCK_ROWS, joinRows, newBits, type Step } from "./bitBlock.ts";
import {
  bytesWithin,
  type CompareBits,
  countsWithin,
  daysWithin,
  doublesFrom,
  pairsFrom,
} from "./compareBits.ts";
import { both } from "./joinBits.ts";

type IntegerRange = readonly [kernel: CompareBits, lowest: number, highest: number];

/** What is written for "missing" stands at an end of its type, the first day or the last byte: it is left out. */
const BYTES: IntegerRange = [bytesWithin, 0, MISSING_BYTE - 1];
const RANGES: Partial<Record<ColumnKind, IntegerRange>> = {
  count: [countsWithin, 0, 4_294_967_295],
  day: [daysWithin, MISSING_DAY + 1, 2_147_483_647],
  score: BYTES,
  flag: BYTES,
};

/** Where a program has the sums that its comparisons ask for, by the fields that they add up. */
export type Sums = Map<string, ColumnSource>;

/** Gives a column of the block. */
type ColumnSource = (columnOf: ColumnLookup) => Column;

/** Adds the steps of a comparison; gives the set of the rows for which it holds. */
export function placeComparison(comparison: CompiledComparison, steps: Step[], sums: Sums): Int32Array {
  const { facts, operator, threshold } = comparison;
  const [fact, second] = facts as readonly [FactColumn, FactColumn?];
  const isPair = facts.length === 2 && facts.every(({ kind }) => kind === "count");
  const addend = isPair ? second?.field : undefined;
  const source: ColumnSource =
    second === undefined || isPair ? (columnOf) => columnOf(fact.field) : sumOf(facts, steps, sums);
  const rows = newBits();
  const bits = new Uint8Array(rows.buffer);
  const compare = (kernel: CompareBits, bound: number, other: number): Int32Array => {
    steps.push((columnOf) =>
      kernel(bits, bound, other, source(columnOf), addend === undefined ? undefined : columnOf(addend)),
    );
    return rows;
  };
  const range = second === undefined ? RANGES[fact.kind] : undefined;
  if (range !== undefined) {
    const [kernel, lowest, highest] = range;
    const bounds = integerBounds(operator, threshold);
    const low = Math.max(bounds.low, lowest);
    const width = Math.min(bounds.high, highest) - low;
    return width < 0 ? rows : compare(kernel, low, width);
  }
  if (operator === "equals") {
    const [atLeast, atMost] = (["atLeast", "atMost"] as const).map((half) =>
      placeComparison({ ...comparison, operator: half }, steps, sums),
    ) as [Int32Array, Int32Array];
    return joinRows(both, atLeast, atMost, steps);
  }
  const sign = operator === "atMost" || operator === "lessThan" ? -1 : 1;
  const isStrict = operator === "moreThan" || operator === "lessThan";
  const bound = sign * threshold;
  const kernel = isPair ? pairsFrom : doublesFrom;
  if (isStrict && bound === Number.POSITIVE_INFINITY) return rows; // nothing is beyond
  return compare(kernel, isStrict ? doubleAbove(bound) : bound, sign);
}

/**
 * The sums of columns, as doubles and in their order, added up by one step for all thresholds that they are compared
 * with; a missing value makes the sum `NaN`.
 */
function sumOf(facts: readonly FactColumn[], steps: Step[], sums: Sums): ColumnSource {
  const key = facts.map(({ field }) => field).join(" ");
  const known = sums.get(key);
  if (known !== undefined) return known;
  const room = new Float64Array(BLOCK_ROWS);
  const addends = new Float64Array(BLOCK_ROWS);
  let total = room;
  steps.push((columnOf) => {
    for (const [index, { field, kind }] of facts.entries()) {
      const column = columnOf(field);
      const doubles = (index === 0 ? room : addends).subarray(0, column.length);
      doubles.set(column); // the host converts counts four times as fast as a loop
      if (kind === "score") markMissing(doubles);
      if (index === 0) total = doubles;
      else addDoubles(total, doubles);
    }
  });
  const source = () => total;
  sums.set(key, source);
  return source;
}

function markMissing(scores: Float64Array): void {
  for (let row = 0; row < scores.length; row += 1) if (scores[row] === MISSING_BYTE) scores[row] = Number.NaN;
}
