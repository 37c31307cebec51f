import { createMemory, SCRATCH_BYTES } from "./createMemory.ts";
import type { WasmMemory } from "./host.ts";

/** The arrays that can lie in a WebAssembly memory, by the type of their elements. */
interface ResidentArrays {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f64: Float64Array;
}

/** The type of the elements of a resident array. */
export type ResidentType = keyof ResidentArrays;

/** An array to allocate. */
interface ResidentSpec {
  readonly type: ResidentType;
  readonly length: number;
}

/** The arrays for specs, in their order. */
export type ResidentViews<Specs extends readonly ResidentSpec[]> = {
  readonly [Index in keyof Specs]: ResidentArrays[Specs[Index]["type"]];
};

const memories: WeakMap<ArrayBufferLike, WasmMemory> = /* @__PURE__ */ new WeakMap();

/**
 * Arrays of zeros that lie in one new WebAssembly memory, each on a 16-byte boundary; any 128 elements from
 * within an array on can be read. The memory never grows: growing it would leave all arrays empty. Undefined
 * where the host refuses: no WebAssembly, too large (4 GiB in all, or what the host has), no address space, or
 * arrays with the high byte first.
 */
export function allocateResident<const Specs extends readonly ResidentSpec[]>(
  specs: Specs,
): ResidentViews<Specs> | undefined {
  let end = SCRATCH_BYTES;
  const starts = specs.map(({ type, length }) => {
    const start = end;
    end = Math.ceil((start + length * ARRAYS[type].BYTES_PER_ELEMENT) / 16) * 16;
    return start;
  });
  const memory = createMemory(end - SCRATCH_BYTES);
  if (memory === undefined) return undefined;
  memories.set(memory.buffer, memory);
  const views = specs.map(
    ({ type, length }, index) => new ARRAYS[type](memory.buffer, starts[index], length),
  );
  return views as unknown as ResidentViews<Specs>;
}

/** The memory that `allocateResident` made, by the buffer of its arrays; undefined for any other buffer. */
export function memoryBehind(buffer: ArrayBufferLike): WasmMemory | undefined {
  return memories.get(buffer);
}

/** What can make the arrays. */
const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
