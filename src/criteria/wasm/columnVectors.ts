import {
  at,
  F64X2_CONVERT_LOW_I32X4_U,
  getLocal,
  I8X16_NARROW_I16X8_S,
  I8X16_SPLAT,
  I8X16_SUB,
  I16X8_EXTEND_HIGH_I8X16_U,
  I16X8_EXTEND_LOW_I8X16_U,
  I16X8_NARROW_I32X4_S,
  I32_LOAD16_U,
  I32X4_EXTEND_LOW_I16X8_U,
  V128_LOAD,
  V128_LOAD64_ZERO,
  type WasmCode,
  WIDER_ARITHMETIC,
} from "../../machine/wasmCode.ts";
import type { FactColumn } from "../../units/column.ts";
import { type KernelCode, keepVectors } from "./kernelCode.ts";
import { BYTE, SHORT, type Size, splat, WORD } from "./splat.ts";

/** Whether a column is of doubles. */
export function isDoubleColumn({ kind }: FactColumn): boolean {
  return kind === "money" || kind === "number";
}

/** Whether a column has a byte per row. */
export function isByteColumn({ kind }: FactColumn): boolean {
  return kind === "score" || kind === "flag";
}

/**
 * The 16 integers of a column as vectors of a size, less `shift`. Counts and days get smaller with signed
 * saturation. Read without sign, a count in `bits` bits is then itself below 2^(bits − 1) − 1, and no less than
 * that where it is more: a count from 2³¹ on is "negative" in every size.
 */
export function integerVectors(
  kernel: KernelCode,
  column: FactColumn,
  size: Size,
  shift = 0,
): readonly WasmCode[] {
  const address = addressOf(kernel, column);
  if (size === WORD) {
    const less = shift === 0 ? [] : [...splat(WORD, shift), I8X16_SUB + WORD * WIDER_ARITHMETIC];
    return upTo(4).map((part) => [...address, V128_LOAD, ...at(16 * part), ...less]);
  }
  return keepVectors(kernel, [size, shift, column.field], () => {
    if (!isByteColumn(column)) {
      return narrowVectors(integerVectors(kernel, column, size === BYTE ? SHORT : WORD, shift));
    }
    if (size === BYTE) return [[...address, V128_LOAD, ...at(0)]];
    const bytes = integerVectors(kernel, column, BYTE).flat();
    return [I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U].map((extend) => [...bytes, extend]);
  });
}

/** The 16 values of a column as vectors of two doubles. What stands for "missing" in a byte is taken as a number. */
export function doubleVectors(kernel: KernelCode, column: FactColumn): readonly WasmCode[] {
  const address = addressOf(kernel, column);
  const extend = [I16X8_EXTEND_LOW_I8X16_U, I32X4_EXTEND_LOW_I16X8_U, F64X2_CONVERT_LOW_I32X4_U];
  return upTo(8).map((pair) => {
    if (isDoubleColumn(column)) return [...address, V128_LOAD, ...at(16 * pair)];
    if (isByteColumn(column)) {
      return [...address, I32_LOAD16_U, ...at(2 * pair), I8X16_SPLAT + WORD, ...extend];
    }
    return [...address, V128_LOAD64_ZERO, ...at(8 * pair), F64X2_CONVERT_LOW_I32X4_U];
  });
}

/** Makes one vector of each two, its integers half as wide, with signed saturation: 8 → 4 → 2 → 1 vectors. */
export function narrowVectors(vectors: readonly WasmCode[]): readonly WasmCode[] {
  const narrow = vectors.length > 2 ? I16X8_NARROW_I32X4_S : I8X16_NARROW_I16X8_S;
  return upTo(vectors.length / 2).map((pair) => [
    ...(vectors[2 * pair] as WasmCode),
    ...(vectors[2 * pair + 1] as WasmCode),
    narrow,
  ]);
}

function addressOf(kernel: KernelCode, { field }: FactColumn): WasmCode {
  return getLocal(kernel.address + [...kernel.columns.keys()].indexOf(field));
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
