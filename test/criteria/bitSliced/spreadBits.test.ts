import { expect, test } from "vitest";
import { spreadBits, spreadTable } from "../../../src/criteria/bitSliced/spreadBits.ts";

test("two bit planes become a byte per row, beside what the bytes hold", () => {
  const low = Uint8Array.of(0b0000_0001, 0b1000_0000, 0xff, 0, 0b0101_0101, 0, 0, 1);
  const high = Uint8Array.of(0b0000_0011, 0b0001_0000, 0, 0xff, 0, 0, 0b1111_0000, 1);
  const ranks = new Uint8Array(64).fill(64);
  spreadBits(
    new Int32Array(low.buffer),
    new Int32Array(high.buffer),
    spreadTable(4, -8),
    new Int32Array(ranks.buffer),
  );
  const bitOf = (plane: Uint8Array, row: number) => ((plane[row >> 3] as number) >> (row & 7)) & 1;
  const expected = Array.from(
    { length: 64 },
    (_, row) => 64 | (bitOf(low, row) * 4) | (bitOf(high, row) * 0xf8),
  );
  expect([...ranks]).toEqual(expected);
});
