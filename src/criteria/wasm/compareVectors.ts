import {
  I8X16_EQ,
  I8X16_GT_S,
  I8X16_LE_U,
  I8X16_SUB,
  type WasmCode,
  WIDER_ARITHMETIC,
  WIDER_COMPARISON,
} from "../../machine/wasmCode.ts";
import { narrowVectors } from "./columnVectors.ts";
import type { Mask } from "./mask.ts";
import { type Size, splat } from "./splat.ts";

/** Tests each vector by code that turns it into masks of its own size; the masks packed into bytes. */
export function testVectors(vectors: readonly WasmCode[], test: WasmCode): Mask {
  let masks: readonly WasmCode[] = vectors.map((code) => [...code, ...test]);
  while (masks.length > 1) masks = narrowVectors(masks);
  return { code: masks.flat(), isNegated: false };
}

/** Where integers equal a value. */
export function areEqual(vectors: readonly WasmCode[], size: Size, value: number): Mask {
  return compare(vectors, size, value, I8X16_EQ);
}

/** Where integers are above a value, with sign. */
export function areAbove(vectors: readonly WasmCode[], size: Size, value: number): Mask {
  return compare(vectors, size, value, I8X16_GT_S);
}

/** Where integers are at most a value, without sign; for 0, one machine instruction does instead of two. */
export function areAtMost(vectors: readonly WasmCode[], size: Size, value: number): Mask {
  return compare(vectors, size, value, value === 0 ? I8X16_EQ : I8X16_LE_U);
}

/** Where integers, with or without sign, lie between two values, both in: moved down, the range begins at 0. */
export function areWithin(vectors: readonly WasmCode[], size: Size, low: number, high: number): Mask {
  if (low === high) return areEqual(vectors, size, low);
  const moved = low === 0 ? [] : [...splat(size, low), I8X16_SUB + size * WIDER_ARITHMETIC];
  return compare(vectors, size, high - low, I8X16_LE_U, moved);
}

function compare(
  vectors: readonly WasmCode[],
  size: Size,
  value: number,
  instruction: number,
  before: WasmCode = [],
): Mask {
  return testVectors(vectors, [...before, ...splat(size, value), instruction + size * WIDER_COMPARISON]);
}
