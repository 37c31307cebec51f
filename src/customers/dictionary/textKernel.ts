import type { WasmModule } from "../../machine/host.ts";
import { compileModule, instantiateModule } from "../../machine/instantiateModule.ts";
import { memoryBehind } from "../../machine/residentMemory.ts";
import { textHashCode } from "./textHashCode.ts";

/** The functions that `textHashCode` describes. */
export interface TextKernel {
  hash(...[bytes, ends, count, hashes]: readonly number[]): void;
  touch(...[hashes, count, slots, mask, keys, into]: readonly number[]): void;
  find(...[bytes, ends, count, hashes, codes, slots, mask, keys, next]: readonly number[]): number;
}

/** Compiled at the first need. A module has no state. */
let compiled: WasmModule | undefined;

/** The kernel on the memory of an array; undefined where the host refuses. */
export function textKernel(array: Uint8Array): TextKernel | undefined {
  compiled ??= compileModule(textHashCode());
  const memory = memoryBehind(array.buffer);
  return compiled && (instantiateModule(compiled, { env: { memory } }) as unknown as TextKernel | undefined);
}
