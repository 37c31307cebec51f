import {
  at,
  F64X2_CONVERT_LOW_I32X4_U,
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
import { addressOf, type KernelCode, keepVectors } from "./kernelCode.ts";
import { BYTE, SHORT, type Size, splat, WORD } from "./splat.ts";

/** How many bytes a column has per row: 8 in doubles, 1 in scores and flags, 4 in counts and days. */
export function bytesPerRow({ kind }: FactColumn): number {
  if (kind === "money" || kind === "number") return 8;
  return kind === "score" || kind === "flag" ? 1 : 4;
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
  const bytes = bytesPerRow(column);
  const address = addressOf(kernel, kernel.fields.indexOf(column.field), bytes);
  if (size === WORD) {
    const less = shift === 0 ? [] : [...splat(WORD, shift), I8X16_SUB + WORD * WIDER_ARITHMETIC];
    return repeat(4, (part) => [...address, V128_LOAD, ...at(16 * part), ...less]);
  }
  return keepVectors(kernel, [size, shift, column.field], () => {
    if (bytes > 1) {
      return narrowVectors(integerVectors(kernel, column, size === BYTE ? SHORT : WORD, shift));
    }
    if (size === BYTE) return [[...address, V128_LOAD, ...at(0)]];
    const [vector = []] = integerVectors(kernel, column, BYTE);
    return [I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U].map((extend) => [...vector, extend]);
  });
}

/** The 16 values of a column as vectors of two doubles. What stands for "missing" in a byte is taken as a number. */
export function doubleVectors(kernel: KernelCode, column: FactColumn): readonly WasmCode[] {
  const bytes = bytesPerRow(column);
  const address = addressOf(kernel, kernel.fields.indexOf(column.field), bytes);
  return repeat(8, (pair) => {
    if (bytes === 8) return [...address, V128_LOAD, ...at(16 * pair)];
    if (bytes === 4) return [...address, V128_LOAD64_ZERO, ...at(8 * pair), F64X2_CONVERT_LOW_I32X4_U];
    const extend = [I16X8_EXTEND_LOW_I8X16_U, I32X4_EXTEND_LOW_I16X8_U, F64X2_CONVERT_LOW_I32X4_U];
    return [...address, I32_LOAD16_U, ...at(2 * pair), I8X16_SPLAT + WORD, ...extend];
  });
}

/** Makes one vector of each two, its integers half as wide, with signed saturation: 8 → 4 → 2 → 1 vectors. */
export function narrowVectors(vectors: readonly WasmCode[]): readonly WasmCode[] {
  const narrow = vectors.length > 2 ? I16X8_NARROW_I32X4_S : I8X16_NARROW_I16X8_S;
  return repeat(vectors.length / 2, (pair) => [
    ...(vectors[2 * pair] as WasmCode),
    ...(vectors[2 * pair + 1] as WasmCode),
    narrow,
  ]);
}

function repeat(count: number, code: (index: number) => WasmCode): readonly WasmCode[] {
  return Array.from({ length: count }, (_, index) => code(index));
}
