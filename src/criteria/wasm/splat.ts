import { I8X16_SPLAT, i32Const, type WasmCode } from "../../machine/wasmCode.ts";

/** Integers of 8, 16 or 32 bits. */
export type Size = typeof BYTE | typeof SHORT | typeof WORD;
export const BYTE = 0;
export const SHORT = 1;
export const WORD = 2;

/** Pushes a vector of equal integers, of which the lower bits of `value` are taken. */
export function splat(size: Size, value: number): WasmCode {
  return [...i32Const(value), I8X16_SPLAT + size];
}
