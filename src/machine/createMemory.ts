import { type HostWebAssembly, host, type WasmMemory } from "./host.ts";

/** How many bytes at the front of every memory belong to the kernels that run on it, from address 0 on. */
export const SCRATCH_BYTES = 0x4_0000;

const PAGE_BYTES = 0x1_0000;

/** Kernels read 128 elements at once, of at most 8 bytes, so they may reach this far beyond the last array. */
const PADDING_BYTES = 1024;

/**
 * A memory of zeros with some bytes from `SCRATCH_BYTES` on, and room behind them to read 128 doubles at once.
 * Undefined where the host refuses: no WebAssembly, too large (4 GiB in all, or what the host has), no address
 * space, or arrays with the high byte first.
 */
export function createMemory(bytes: number): WasmMemory | undefined {
  // WebAssembly has the low byte of a number first; where arrays do not, the two would read different numbers.
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) return undefined;
  const pages = Math.ceil((SCRATCH_BYTES + bytes + PADDING_BYTES) / PAGE_BYTES);
  try {
    return new (host.WebAssembly as HostWebAssembly).Memory({ initial: pages, maximum: pages });
  } catch {
    return undefined;
  }
}
