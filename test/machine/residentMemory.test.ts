import { describe, expect, test } from "vitest";
import { SCRATCH_BYTES } from "../../src/machine/createMemory.ts";
import { host } from "../../src/machine/host.ts";
import { allocateResident, memoryBehind } from "../../src/machine/residentMemory.ts";

const SPECS = [
  { type: "u8", length: 17 },
  { type: "f64", length: 3 },
  { type: "u16", length: 0 },
  { type: "i32", length: 5 },
  { type: "u32", length: 16_000 },
] as const;

describe("allocateResident", () => {
  test("gives arrays of zeros of the types and lengths asked for, in one memory", () => {
    const arrays = allocateResident(SPECS);
    expect(arrays).toEqual([
      new Uint8Array(17),
      new Float64Array(3),
      new Uint16Array(0),
      new Int32Array(5),
      new Uint32Array(16_000),
    ]);
    expect(new Set(arrays?.map(({ buffer }) => buffer)).size).toBe(1);
  });

  test("leaves the front to kernels, begins on 16 bytes, and leaves room for 128 elements behind the last", () => {
    const arrays = allocateResident(SPECS) ?? [];
    let end = SCRATCH_BYTES;
    for (const { byteOffset, byteLength } of arrays) {
      expect(byteOffset).toBe(Math.ceil(end / 16) * 16);
      end = byteOffset + byteLength;
    }
    for (let length = 7930; length < 8193; length += 1) {
      const [last] = allocateResident([{ type: "f64", length }]) ?? [];
      const behind = (last?.byteOffset ?? 0) + (length - 1 + 128) * 8;
      expect(behind).toBeLessThanOrEqual(last?.buffer.byteLength ?? 0);
    }
  });

  test("takes no arrays at all", () => {
    expect(allocateResident([])).toEqual([]);
  });

  test("gives nothing that no memory can hold", () => {
    expect(allocateResident([{ type: "u8", length: 2 ** 32 }])).toBeUndefined();
  });
});

describe("memoryBehind", () => {
  test("knows the memory of resident arrays, and no other", () => {
    const [array] = allocateResident([{ type: "u8", length: 1 }]) ?? [];
    const memory = array && memoryBehind(array.buffer);
    expect(memory?.buffer).toBe(array?.buffer);
    expect(memory).toBeInstanceOf(host.WebAssembly?.Memory);
    expect(memoryBehind(new ArrayBuffer(8))).toBeUndefined();
  });
});
