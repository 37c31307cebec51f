/** No number stands there. */
export const NONE = 0xffff_ffff;

const SEGMENT_BITS = 5;
const SEGMENT_COUNT = 1 << SEGMENT_BITS;
const FIRST_SLOTS = 16;

/**
 * Numbers below {@link NONE} under 32-bit hashes: what they stand for, and whether that is what was looked for,
 * only the caller knows. Open addressing in pairs of (hash, number + 1), so that a look-up touches one cache line.
 *
 * It grows one of 32 segments at a time: an index of millions never stops to move everything.
 */
export interface HashIndex {
  readonly segments: Uint32Array[];
  readonly counts: Uint32Array;
  /** Where the last look-up stopped: on what it found, or on the free slot. */
  slot: number;
}

/** An empty index with room for about `expectedCount` numbers. */
export function createHashIndex(expectedCount: number): HashIndex {
  let slots = FIRST_SLOTS;
  while (slots * MOST_FILLED < expectedCount / SEGMENT_COUNT) slots *= 2;
  const segments = Array.from({ length: SEGMENT_COUNT }, () => new Uint32Array(slots * 2));
  return { segments, counts: new Uint32Array(SEGMENT_COUNT), slot: 0 };
}

/** Fuller than this, searches grow long. */
const MOST_FILLED = 0.65;

/** The first number under a hash, or {@link NONE}. */
export function firstUnder(index: HashIndex, hash: number): number {
  const segment = index.segments[hash >>> (32 - SEGMENT_BITS)] as Uint32Array;
  return search(index, segment, hash, (hash << 1) & (segment.length - 1));
}

/**
 * What stands where a look-up of the hash will begin. Of two look-ups that both wait for memory, the second place is
 * on its way while the first is waited for, where both were asked for before: .77 of the time.
 */
export function placeUnder(index: HashIndex, hash: number): number {
  const segment = index.segments[hash >>> (32 - SEGMENT_BITS)] as Uint32Array;
  return segment[(hash << 1) & (segment.length - 1)] as number;
}

/** The next number under the hash of the last look-up, or {@link NONE}. */
export function nextUnder(index: HashIndex, hash: number): number {
  const segment = index.segments[hash >>> (32 - SEGMENT_BITS)] as Uint32Array;
  return search(index, segment, hash, (index.slot + 2) & (segment.length - 1));
}

function search(index: HashIndex, segment: Uint32Array, hash: number, start: number): number {
  const mask = segment.length - 1;
  let slot = start;
  for (;;) {
    const stored = segment[slot + 1] as number;
    if (stored === 0 || segment[slot] === hash) {
      index.slot = slot;
      return (stored - 1) >>> 0; // 0 is free: NONE
    }
    slot = (slot + 2) & mask;
  }
}

/** Adds a number under a hash, beside those that stand there. */
export function addUnder(index: HashIndex, hash: number, value: number): void {
  const number = hash >>> (32 - SEGMENT_BITS);
  const segment = index.segments[number] as Uint32Array;
  place(segment, hash, value + 1);
  const count = (index.counts[number] as number) + 1;
  index.counts[number] = count;
  if (count > (segment.length / 2) * MOST_FILLED) index.segments[number] = doubled(segment);
}

/** Puts another number in the place of the one that the last look-up of the hash found. */
export function replaceUnder(index: HashIndex, hash: number, value: number): void {
  const segment = index.segments[hash >>> (32 - SEGMENT_BITS)] as Uint32Array;
  segment[index.slot + 1] = value + 1;
}

function doubled(segment: Uint32Array): Uint32Array {
  const larger = new Uint32Array(segment.length * 2);
  for (let slot = 0; slot < segment.length; slot += 2) {
    const stored = segment[slot + 1] as number;
    if (stored !== 0) place(larger, segment[slot] as number, stored);
  }
  return larger;
}

function place(segment: Uint32Array, hash: number, stored: number): void {
  const mask = segment.length - 1;
  let slot = (hash << 1) & mask;
  while (segment[slot + 1] !== 0) slot = (slot + 2) & mask;
  segment[slot] = hash;
  segment[slot + 1] = stored;
}
