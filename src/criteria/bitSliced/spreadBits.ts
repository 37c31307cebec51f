/**
 * What four rows get from two bit planes: for each eight bits, four of the lower plane and four of the higher
 * one above them, a word of four bytes in the order of memory. A row gets `low` or nothing, with `high` or nothing.
 */
export function spreadTable(low: number, high: number): Int32Array {
  const bytes = new Uint8Array(1024);
  for (let at = 0; at < 1024; at += 1) {
    const bits = (at >> 2) >> (at & 3);
    bytes[at] = (bits & 1 ? low : 0) | (bits & 16 ? high : 0);
  }
  return new Int32Array(bytes.buffer);
}

/** Which byte of a word comes first in memory: 0 where it is the lowest, 6 (twice 3) where it is the highest. */
const FIRST_BYTE: number = /* @__PURE__ */ firstByte();

function firstByte(): number {
  return (new Uint8Array(Int32Array.of(6).buffer)[0] as number) ^ 6;
}

/**
 * Spreads two bit planes over bytes, into those that are there: 32 rows a turn, four by one look into the table.
 * Eight rows a turn would take twice as long.
 */
export function spreadBits(low: Int32Array, high: Int32Array, table: Int32Array, into: Int32Array): void {
  for (let word = 0; word < low.length; word += 1) {
    const lows = low[word] as number;
    const highs = high[word] as number;
    const even = (lows & 0x0f0f0f0f) | ((highs & 0x0f0f0f0f) << 4);
    const odd = ((lows >>> 4) & 0x0f0f0f0f) | (highs & 0xf0f0f0f0);
    const at = (word << 3) ^ FIRST_BYTE;
    into[at] = (into[at] as number) | (table[even & 255] as number);
    into[at ^ 1] = (into[at ^ 1] as number) | (table[odd & 255] as number);
    into[at ^ 2] = (into[at ^ 2] as number) | (table[(even >>> 8) & 255] as number);
    into[at ^ 3] = (into[at ^ 3] as number) | (table[(odd >>> 8) & 255] as number);
    into[at ^ 4] = (into[at ^ 4] as number) | (table[(even >>> 16) & 255] as number);
    into[at ^ 5] = (into[at ^ 5] as number) | (table[(odd >>> 16) & 255] as number);
    into[at ^ 6] = (into[at ^ 6] as number) | (table[even >>> 24] as number);
    into[at ^ 7] = (into[at ^ 7] as number) | (table[odd >>> 24] as number);
  }
}
