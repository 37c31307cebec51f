import { at, getLocal, setLocal, V128_LOAD, V128_STORE, type WasmCode } from "../../machine/wasmCode.ts";
import type { FactColumn } from "../../units/column.ts";
import type { Mask } from "./mask.ts";

/** A kernel while it is written: the code of one stage, for 16 rows. */
export interface KernelCode {
  /** What it reads, by field. */
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** The local with the first row of the chunk. */
  readonly chunk: number;
  /** The local with the first of the 16 rows, counted from the first of the chunk. */
  readonly row: number;
  /** The local with the address of the first column's values in these rows; those of the others follow. */
  readonly address: number;
  /** How many locals there are, parameters and all. */
  localCount: number;
  /** The stage so far. */
  code: number[];
  /** What the stage has computed, by what it is: code that pushes it again. */
  readonly kept: Map<string, readonly WasmCode[]>;
}

/** Computes vectors once per stage: what `compute` gives, or code that pushes what it gave before. */
export function keepVectors(
  kernel: KernelCode,
  what: readonly (string | number)[],
  compute: () => readonly WasmCode[],
): readonly WasmCode[] {
  const name = JSON.stringify(what);
  const known = kernel.kept.get(name);
  if (known !== undefined) return known;
  const kept = compute().map((code) => keepVector(kernel, code));
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
  const row = getLocal(kernel.row);
  emit(kernel, [...row, ...code, V128_STORE, ...at(address)]);
  return { code: [...row, V128_LOAD, ...at(address)], isNegated };
}

/** Appends code to the stage. Long code: it must not become the arguments of a call. */
export function emit(kernel: KernelCode, code: WasmCode): void {
  for (const part of code) kernel.code.push(part);
}
