import {
  at,
  getLocal,
  I32_ADD,
  I32_MUL,
  i32Const,
  setLocal,
  V128_LOAD,
  V128_STORE,
  type WasmCode,
} from "../../machine/wasmCode.ts";
import type { Mask } from "./mask.ts";

/**
 * A kernel while it is written: the code of one stage, for 16 rows. Its places are the columns that it reads and
 * the ranks that it writes. Its locals: how many rows; the address of the first row in each place; the first row of
 * the chunk; the first of the 16 rows, counted from there; the address of these in each place; then vectors.
 */
export interface KernelCode {
  /** The columns, in the order of their places. */
  readonly fields: readonly string[];
  /** The local with the first row of the chunk. */
  readonly chunk: number;
  /** How many locals there are. */
  localCount: number;
  /** The stage so far. */
  code: number[];
  /** What the stage has computed, by what it is: code that pushes it again. */
  readonly kept: Map<string, readonly WasmCode[]>;
}

/** The address of the 16 rows in a place where a row takes some bytes. */
export function addressOf(kernel: KernelCode, place: number, bytes: number): WasmCode {
  const local = kernel.chunk + 2 + place;
  const name = String(place);
  if (!kernel.kept.has(name)) {
    kernel.kept.set(name, []);
    emit(kernel, [...getLocal(1 + place), ...getLocal(kernel.chunk), ...getLocal(kernel.chunk + 1), I32_ADD]);
    emit(kernel, [...i32Const(bytes), I32_MUL, I32_ADD, ...setLocal(local)]);
  }
  return getLocal(local);
}

/** Computes vectors once per stage: what `compute` gives, or code that pushes what it gave before. */
export function keepVectors(
  kernel: KernelCode,
  what: readonly (string | number)[],
  compute: () => readonly WasmCode[],
): readonly WasmCode[] {
  const name = JSON.stringify(what);
  const kept = kernel.kept.get(name) ?? compute().map((code) => keepVector(kernel, code));
  kernel.kept.set(name, kept);
  return kept;
}

/** Computes a vector here and now, into a local; gives the code that pushes it. */
export function keepVector(kernel: KernelCode, code: WasmCode): WasmCode {
  const local = kernel.localCount;
  kernel.localCount += 1;
  emit(kernel, [...code, ...setLocal(local)]);
  return getLocal(local);
}

/** Computes a mask here and now, into a local. */
export function keepMask(kernel: KernelCode, { code, isNegated }: Mask): Mask {
  return { code: keepVector(kernel, code), isNegated };
}

/**
 * Computes a mask here and now, into memory, for another stage to read. Also in one stage compilers put off what
 * has no effect: without the store they would load all columns first, compare at the end, and run out of registers
 * on the way. In V8 11 a kernel over doubles takes .4 of the time with the store, one over 27 columns .5.
 */
export function fenceMask(kernel: KernelCode, address: number, { code, isNegated }: Mask): Mask {
  const row = getLocal(kernel.chunk + 1);
  emit(kernel, [...row, ...code, V128_STORE, ...at(address)]);
  return { code: [...row, V128_LOAD, ...at(address)], isNegated };
}

/** Appends code to the stage. Long code: it must not become the arguments of a call. */
export function emit(kernel: KernelCode, code: WasmCode): void {
  for (const part of code) kernel.code.push(part);
}
