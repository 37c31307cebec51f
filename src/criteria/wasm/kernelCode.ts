import {
  at,
  getLocal,
  i32Const,
  setLocal,
  V128_LOAD,
  V128_STORE,
  type WasmCode,
} from "../../machine/wasmCode.ts";
import type { FactColumn } from "../../units/column.ts";
import type { Mask } from "./mask.ts";

/** A kernel while it is written: the code of one round, which ranks 16 rows. */
export interface KernelCode {
  /** What it reads, by field. */
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** The local with the address of the 16 values of the first column; those of the others follow. */
  readonly firstAddress: number;
  /** The round so far. */
  readonly code: number[];
  /** How many locals there are, parameters and all. */
  localCount: number;
  /** What the round has computed, by what it is: code that pushes it again. */
  readonly kept: Map<string, readonly WasmCode[]>;
}

/** Computes vectors once per round: what `compute` gives, or code that pushes what it gave before. */
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
 * Computes a mask here and now, to an address in the scratch. Compilers put off what has no effect: without the store they would
 * load the columns first and compare at the end of the round, and run out of registers on the way. In V8 11 the
 * store makes a kernel over doubles 2.5 times and one over many columns 2 times as fast; others lose nothing.
 */
export function fenceMask(kernel: KernelCode, address: number, { code, isNegated }: Mask): Mask {
  emit(kernel, [...i32Const(0), ...code, V128_STORE, ...at(address)]);
  return { code: [...i32Const(0), V128_LOAD, ...at(address)], isNegated };
}

/** Appends code to the round. Long code: it must not become the arguments of a call. */
export function emit(kernel: KernelCode, code: WasmCode): void {
  for (const part of code) kernel.code.push(part);
}
