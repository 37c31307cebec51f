import { afterEach, describe, expect, test, vi } from "vitest";
import { createMemory, SCRATCH_BYTES } from "../../src/machine/createMemory.ts";

function Refusing(): never {
  throw new RangeError("could not allocate memory");
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("createMemory", () => {
  test("leaves room for kernels in front and for 128 doubles behind", () => {
    for (const bytes of [0, 1, 64_511, 64_512, 64_513, 65_536]) {
      const { byteLength } = createMemory(bytes)?.buffer ?? new ArrayBuffer(0);
      expect(byteLength).toBeGreaterThanOrEqual(SCRATCH_BYTES + bytes + 128 * 8);
      expect(byteLength).toBeLessThan(SCRATCH_BYTES + bytes + 128 * 8 + 65_536);
    }
  });

  test.each([2 ** 32, Number.POSITIVE_INFINITY, Number.NaN])("gives nothing for %d bytes", (bytes) => {
    expect(createMemory(bytes)).toBeUndefined();
  });

  test("gives nothing without WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(createMemory(1)).toBeUndefined();
  });

  test("gives nothing without address space", () => {
    vi.stubGlobal("WebAssembly", { Memory: Refusing });
    expect(createMemory(1)).toBeUndefined();
  });

  test("gives nothing where arrays have the high byte first", () => {
    vi.stubGlobal("Uint16Array", { of: () => Uint8Array.of(0, 1) });
    expect(createMemory(1)).toBeUndefined();
  });
});
