import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import {
  addUnder,
  createHashIndex,
  firstUnder,
  type HashIndex,
  NONE,
  nextUnder,
  replaceUnder,
} from "../../../src/customers/tracking/hashIndex.ts";

/** Few hashes, some of which share the place where a search begins, in one part of the index and in several. */
const hashes = fc.oneof(
  fc.constantFrom(0, 1, 16, 32, 0xffff_fff0, 0xffff_ffff, 0x8000_0000),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 0xffff_ffff }),
);
const values = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(NONE - 1));

function allUnder(index: HashIndex, hash: number): number[] {
  const found: number[] = [];
  for (let value = firstUnder(index, hash); value !== NONE; value = nextUnder(index, hash)) found.push(value);
  return found;
}

test.prop([fc.array(fc.tuple(hashes, values), { maxLength: 400 })])(
  "law: a hash index holds what was put under each hash",
  (entries) => {
    const index = createHashIndex(0);
    const model = new Map<number, number[]>();
    for (const [hash, value] of entries) {
      addUnder(index, hash, value);
      model.set(hash, [...(model.get(hash) ?? []), value]);
    }
    for (const [hash, expected] of model) expect(allUnder(index, hash).sort()).toEqual(expected.sort());
    for (const hash of [2, 0x7fff_ffff]) if (!model.has(hash)) expect(firstUnder(index, hash)).toBe(NONE);
  },
);

test.prop([fc.uniqueArray(hashes, { minLength: 2, maxLength: 60 })])(
  "law: what is replaced is the one number that was found",
  (distinct) => {
    const index = createHashIndex(distinct.length);
    for (const [value, hash] of distinct.entries()) addUnder(index, hash, value);
    const [hash] = distinct as [number];
    expect(firstUnder(index, hash)).toBe(0);
    replaceUnder(index, hash, 1000);
    expect(distinct.map((one) => allUnder(index, one))).toEqual(
      distinct.map((_, value) => [value === 0 ? 1000 : value]),
    );
  },
);
