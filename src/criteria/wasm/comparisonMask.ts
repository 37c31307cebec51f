import {
  F64X2_ADD,
  F64X2_EQ,
  F64X2_GE,
  F64X2_GT,
  F64X2_LE,
  F64X2_LT,
  F64X2_SPLAT,
  f64Const,
  I8X16_ADD_SAT_U,
  type WasmCode,
  WIDER_ARITHMETIC,
} from "../../machine/wasmCode.ts";
import { type FactColumn, MISSING_BYTE, MISSING_DAY } from "../../units/column.ts";
import type { Operator } from "../compareValue.ts";
import type { CompiledComparison } from "../compileCriteria.ts";
import { integerBounds } from "../integerBounds.ts";
import { bytesPerRow, doubleVectors, integerVectors } from "./columnVectors.ts";
import { areAbove, areAtMost, areEqual, areWithin, testVectors } from "./compareVectors.ts";
import { type KernelCode, keepVector, keepVectors } from "./kernelCode.ts";
import { type Mask, meetAll, NEVER, negate } from "./mask.ts";
import { BYTE, SHORT, type Size, WORD } from "./splat.ts";

/** Where a comparison holds. */
export function comparisonMask(kernel: KernelCode, comparison: CompiledComparison): Mask {
  const { facts, operator, threshold } = comparison;
  const [fact] = facts as readonly [FactColumn];
  if (facts.some((fact) => bytesPerRow(fact) === 8)) return doubleMask(kernel, comparison);
  const isDay = fact.kind === "day";
  const bounds = integerBounds(operator, threshold);
  const low = Math.max(bounds.low, isDay ? MISSING_DAY + 1 : 0);
  const most = facts.reduce(
    (sum, term) => sum + (bytesPerRow(term) === 1 ? MISSING_BYTE - 1 : 2 ** 32 - 1),
    0,
  );
  const high = Math.min(bounds.high, isDay ? LAST_DAY : most);
  if (low > high) return NEVER;
  if (isDay) return dayMask(kernel, fact, low, high);
  // A missing byte is the highest: every comparison of one score or flag is a range that ends below it.
  if (most < MISSING_BYTE) return areWithin(integerVectors(kernel, fact, BYTE), BYTE, low, high);
  return countMask(kernel, comparison, low, high, high === most);
}

const LAST_DAY = 2 ** 31 - 1;
const SHORT_END = 2 ** 15;

/**
 * A missing day is the lowest. Less 1 it turns into the highest, and every other day stays in its place: so a
 * comparison without an upper bound takes the days, and one without a lower bound takes them less 1. The days of
 * the years 1881 to 2058 fit 16 bits.
 */
function dayMask(kernel: KernelCode, fact: FactColumn, low: number, high: number): Mask {
  const isOpen = high === LAST_DAY;
  const shift = !isOpen && low === MISSING_DAY + 1 ? 1 : 0;
  const ends = isOpen ? [low] : shift === 1 ? [high] : [low, high];
  const size = ends.every((day) => Math.abs(day) < SHORT_END - 1) ? SHORT : WORD;
  const days = integerVectors(kernel, fact, size, shift);
  if (isOpen) return areAbove(days, size, low - 1);
  return shift === 1 ? negate(areAbove(days, size, high - 1)) : areWithin(days, size, low, high);
}

/**
 * Counts, and sums of counts and scores, which doubles would hold exactly as well. Saturated adding keeps a sum
 * itself below the largest small count, and no less than that where it is more.
 */
function countMask(
  kernel: KernelCode,
  comparison: CompiledComparison,
  low: number,
  high: number,
  isOpen: boolean,
): Mask {
  const { facts } = comparison;
  const known = knownMasks(kernel, facts);
  if (low === 0 && isOpen) return meetAll(known);
  const fits = (end: number): boolean => low < end && (isOpen || high < end - 1);
  const size = fits(2 ** 7) ? BYTE : fits(SHORT_END) ? SHORT : WORD;
  if (size === WORD && facts.length > 1) return doubleMask(kernel, comparison);
  const sums = sumsOf(kernel, facts, size);
  const inside = isOpen ? negate(areAtMost(sums, size, low - 1)) : areWithin(sums, size, low, high);
  return meetAll([inside, ...known]);
}

function sumsOf(kernel: KernelCode, facts: readonly FactColumn[], size: Size): readonly WasmCode[] {
  const terms = facts.map((fact) => integerVectors(kernel, fact, size));
  return keepVectors(kernel, [size, ...facts.map(({ field }) => field)], () =>
    addVectors(terms, I8X16_ADD_SAT_U + size * WIDER_ARITHMETIC),
  );
}

const DOUBLE_TESTS: Readonly<Record<Operator, number>> = {
  atLeast: F64X2_GE,
  moreThan: F64X2_GT,
  atMost: F64X2_LE,
  lessThan: F64X2_LT,
  equals: F64X2_EQ,
};

/** Doubles: the very comparison, and the very order of additions, that the plain executor has. */
function doubleMask(kernel: KernelCode, { facts, operator, threshold }: CompiledComparison): Mask {
  const limit = keepVector(kernel, [...f64Const(threshold), F64X2_SPLAT]);
  const terms = facts.map((fact) => doubleVectors(kernel, fact));
  const holds = testVectors(addVectors(terms, F64X2_ADD), [...limit, DOUBLE_TESTS[operator]]);
  return meetAll([holds, ...knownMasks(kernel, facts)]);
}

/** For each score or flag of a sum, where it is not missing. */
function knownMasks(kernel: KernelCode, facts: readonly FactColumn[]): readonly Mask[] {
  const bytes = facts.filter((fact) => bytesPerRow(fact) === 1);
  return bytes.map((fact) => negate(areEqual(integerVectors(kernel, fact, BYTE), BYTE, MISSING_BYTE)));
}

function addVectors(terms: readonly (readonly WasmCode[])[], add: number): readonly WasmCode[] {
  const [first = [], ...others] = terms;
  return first.map((code, index) => [
    ...code,
    ...others.flatMap((vectors) => [...(vectors[index] as WasmCode), add]),
  ]);
}
