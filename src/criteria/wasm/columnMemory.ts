import { createMemory, SCRATCH_BYTES } from "../../machine/createMemory.ts";
import type { WasmMemory } from "../../machine/host.ts";
import { memoryBehind } from "../../machine/residentMemory.ts";
import type { Column } from "../../units/column.ts";
import { MAXIMUM_CHUNK_ROWS } from "./chunkRows.ts";

/** A block of 32,768 rows of 128 bytes, such as 16 doubles. */
export const COPY_BYTES: number = 2 ** 22;

/** How often the host is not asked again after it had no memory: asked in vain, V8 takes 10 ms each time. */
const SPARED_CALLS = 100;

let copyMemory: WasmMemory | undefined;
let callsToSpare = 0;

/**
 * The memory in which a kernel finds columns: the one in which they all lie, behind the bytes that kernels write to
 * and with room to read whole chunks of rows; else the one, made when first needed and then kept, into which every
 * plan copies, `COPY_BYTES` from `SCRATCH_BYTES` on. Undefined where the host has none.
 */
export function columnMemory(columns: readonly Column[], rowCount: number): WasmMemory | undefined {
  const buffer = columns[0]?.buffer;
  const isInside = (column: Column): boolean =>
    column.buffer === buffer &&
    column.byteOffset >= SCRATCH_BYTES &&
    column.byteOffset + (rowCount + MAXIMUM_CHUNK_ROWS - 1) * column.BYTES_PER_ELEMENT <= buffer.byteLength;
  const resident = buffer && columns.every(isInside) ? memoryBehind(buffer) : undefined;
  return resident ?? copyMemory ?? createCopyMemory();
}

function createCopyMemory(): WasmMemory | undefined {
  if (callsToSpare > 0) {
    callsToSpare -= 1;
    return undefined;
  }
  copyMemory = createMemory(COPY_BYTES);
  if (copyMemory === undefined) callsToSpare = SPARED_CALLS;
  return copyMemory;
}
