import { type HostWebAssembly, host, type WasmMemory } from "./host.ts";

/** The arrays that can lie in a WebAssembly memory, by the type of their elements. */
export interface ResidentArrays {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f64: Float64Array;
}

/** The type of the elements of a resident array. */
export type ResidentType = keyof ResidentArrays;

/** An array to allocate. */
export interface ResidentSpec {
  readonly type: ResidentType;
  readonly length: number;
}

/** The arrays for specs, in their order. */
export type ResidentViews<Specs extends readonly ResidentSpec[]> = {
  readonly [Index in keyof Specs]: ResidentArrays[Specs[Index]["type"]];
};

/** How many bytes at the front of every memory belong to the kernels that run on it, from address 0 on. */
export const SCRATCH_BYTES = 0x1_0000;

const PAGE_BYTES = 0x1_0000;

/** Kernels read 16 elements at once, of at most 8 bytes, so they may reach this far beyond the last array. */
const PADDING_BYTES = 128;

const memories: WeakMap<ArrayBufferLike, WasmMemory> = /* @__PURE__ */ new WeakMap();

/**
 * Arrays of zeros that lie in one new WebAssembly memory, each on a 16-byte boundary; any 16 elements from
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
  const memory = createMemory(Math.ceil((end + PADDING_BYTES) / PAGE_BYTES));
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

function createMemory(pages: number): WasmMemory | undefined {
  // WebAssembly has the low byte of a number first; where arrays do not, the two would read different numbers.
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) return undefined;
  try {
    return new (host.WebAssembly as HostWebAssembly).Memory({ initial: pages, maximum: pages });
  } catch {
    return undefined;
  }
}
