import { allocateResident, type ResidentViews } from "../../machine/residentMemory.ts";
import { BATCH_BYTES, TEXTS_PER_BATCH, type TextBatch } from "./textBatch.ts";
import { KEYS_END_ADDRESS } from "./textHashCode.ts";
import { type TextKernel, textKernel } from "./textKernel.ts";

/** A hash table of texts as bytes that lies in a WebAssembly memory, together with a batch to look up. */
export interface TextTable extends TextBatch {
  /** The codes that `find` found. */
  readonly codes: Uint32Array;
  /** Whether there is room for one more batch in which all is new. */
  hasRoom(): boolean;
  /** Finds the first `count` texts of the batch, at least one. Gives the next code, or −1 when it gives up. */
  find(count: number, nextCode: number): number;
  /** A larger table with the same texts; undefined where the host refuses. */
  enlarge(): TextTable | undefined;
}

/** Beside its own bytes a key takes its code, its length, and up to 7 bytes that fill up the last 8. */
const BYTES_BESIDE_KEY = 15;

/** The most that one batch can add to the keys. */
const KEYS_OF_BATCH_BYTES: number = BATCH_BYTES + TEXTS_PER_BATCH * BYTES_BESIDE_KEY;

/** Where the first key lies; place 0 says that a slot is free. */
const FIRST_KEY = 8;

/** A key of 9 to 16 characters, as most ids are. */
const USUAL_KEY_BYTES = 24;

const FIRST_SLOT_COUNT = 0x8000;
const FIRST_KEYS_BYTES = 0x8_0000;

/** In a fuller table the way past others is long; an emptier one misses the cache more often. */
const FULLEST_SHARE = 0.625;

type Views = ResidentViews<ReturnType<typeof specsOf>>;

function specsOf(slotCount: number, keyBytes: number) {
  return [
    { type: "u8", length: BATCH_BYTES },
    { type: "u32", length: TEXTS_PER_BATCH },
    { type: "u32", length: TEXTS_PER_BATCH },
    { type: "u32", length: TEXTS_PER_BATCH },
    { type: "i32", length: 2 * slotCount },
    { type: "u8", length: keyBytes },
  ] as const;
}

/** An empty table, best for as many texts as expected; undefined where the host refuses. */
export function createTextTable(expectedCount: number): TextTable | undefined {
  const slotCount = 2 ** Math.ceil(Math.log2((expectedCount + TEXTS_PER_BATCH) / FULLEST_SHARE));
  const keyBytes = KEYS_OF_BATCH_BYTES + Math.max(FIRST_KEYS_BYTES, expectedCount * USUAL_KEY_BYTES);
  return tableOfSize(Math.max(FIRST_SLOT_COUNT, slotCount), keyBytes, undefined);
}

function tableOfSize(slotCount: number, keyBytes: number, smaller: Views | undefined): TextTable | undefined {
  const views = allocateResident(specsOf(slotCount, keyBytes));
  if (views === undefined) return undefined;
  const kernel = textKernel(views[0]);
  if (kernel === undefined) return undefined;
  keysEndOf(views)[0] = FIRST_KEY;
  const textCount = smaller === undefined ? 0 : copyTexts(smaller, views);
  return tableIn(views, kernel, textCount);
}

function tableIn(views: Views, kernel: TextKernel, textsBefore: number): TextTable {
  const [bytes, ends, hashes, codes, slots, keys] = views;
  const slotCount = slots.length / 2;
  const keysEnd = keysEndOf(views);
  const at = {
    ...{ bytes: bytes.byteOffset, ends: ends.byteOffset, hashes: hashes.byteOffset },
    ...{ codes: codes.byteOffset, slots: slots.byteOffset, keys: keys.byteOffset },
  };
  const mask = slotCount - 1;
  let textCount = textsBefore;
  const hasFreeSlots = () => textCount + TEXTS_PER_BATCH <= slotCount * FULLEST_SHARE;
  return {
    bytes,
    ends,
    codes,
    hasRoom() {
      return (keysEnd[0] as number) + KEYS_OF_BATCH_BYTES <= keys.length && hasFreeSlots();
    },
    find(count, nextCode) {
      kernel.hash(at.bytes, at.ends, count, at.hashes);
      kernel.touch(at.hashes, count, at.slots, mask, at.keys, at.codes);
      const next = kernel.find(
        ...[at.bytes, at.ends, count, at.hashes, at.codes, at.slots, mask, at.keys, nextCode],
      );
      textCount += next - nextCode;
      return next;
    },
    enlarge() {
      const keyBytes = (keysEnd[0] as number) * 2 + KEYS_OF_BATCH_BYTES;
      return tableOfSize(hasFreeSlots() ? slotCount : slotCount * 2, keyBytes, views);
    },
  };
}

/** The state of the kernel: how far the keys reach, in bytes. */
function keysEndOf(views: Views): Uint32Array {
  return new Uint32Array(views[0].buffer, KEYS_END_ADDRESS, 1);
}

/** Fills an empty table with the texts of a smaller one, and counts them. */
function copyTexts(from: Views, to: Views): number {
  const [, , , , oldSlots, oldKeys] = from;
  const [, , , , slots, keys] = to;
  const keysEnd = keysEndOf(from)[0] as number;
  keys.set(oldKeys.subarray(0, keysEnd));
  keysEndOf(to)[0] = keysEnd;
  return copySlots(oldSlots, slots);
}

/** A slot is two numbers, the key and the hash. */
function copySlots(from: Int32Array, to: Int32Array): number {
  const mask = to.length / 2 - 1;
  let count = 0;
  for (let old = 0; old < from.length; old += 2) {
    const key = from[old] as number;
    if (key === 0) continue;
    const hash = from[old + 1] as number;
    let place = hash & mask;
    while (to[2 * place] !== 0) place = (place + 1) & mask;
    to[2 * place] = key;
    to[2 * place + 1] = hash;
    count += 1;
  }
  return count;
}
