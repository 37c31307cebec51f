import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createKeyDictionary } from "../../../src/customers/orders/keyDictionary.ts";

/** Codes as a `Map` gives them. */
function codesByMap(keys: Iterable<number>): number[] {
  const codes = new Map<number, number>();
  return Array.from(keys, (key) => {
    if (!codes.has(key)) codes.set(key, codes.size);
    return codes.get(key) as number;
  });
}

function codesInParts(
  keys: Uint32Array,
  partLength: number,
): { codes: number[]; size: number; keys: number[] } {
  const dictionary = createKeyDictionary();
  const codes: number[] = [];
  const into = new Uint32Array(partLength);
  for (let first = 0; first < keys.length; first += partLength) {
    const count = Math.min(partLength, keys.length - first);
    dictionary.encode(keys, first, count, into);
    codes.push(...into.subarray(0, count));
  }
  const { size } = dictionary;
  return { codes, size, keys: Array.from({ length: size }, (_, code) => dictionary.keyAt(code)) };
}

const DENSE = fc.integer({ min: 0, max: 9 });
const SPARSE = fc.oneof(
  fc.constantFrom(4_294_967_295, 4_294_967_294, 2 ** 31, 2 ** 24, 2 ** 24 - 1, 4096, 4095),
  fc.integer({ min: 0, max: 4_294_967_295 }),
);

describe("codes of integer keys", () => {
  const keys = fc.array(fc.oneof(DENSE, SPARSE), { maxLength: 80 }).map((list) => Uint32Array.from(list));
  test.prop([keys, fc.integer({ min: 1, max: 20 })])(
    "are those of a Map, in any parts",
    (list, partLength) => {
      const found = codesInParts(list, partLength);
      expect(found.codes).toEqual(codesByMap(list));
      expect(found.keys).toEqual([...new Set(list)]);
    },
  );

  const grids = fc.record({
    step: fc.constantFrom(1, 3, 64, 1024, 65_536, 1_000_003),
    start: fc.constantFrom(0, 1, 2 ** 24, 2 ** 32 - 1),
  });
  test.prop([grids], { numRuns: 8 })(
    "stay right while tables grow, whatever the pattern of keys",
    ({ step, start }) => {
      const once = Uint32Array.from({ length: 12_000 }, (_, index) => start + index * step);
      const twice = Uint32Array.from([...once, ...once]);
      const found = codesInParts(twice, 4096);
      expect(found.codes).toEqual(codesByMap(twice));
      expect(found.size).toBe(new Set(once).size);
    },
  );
});
