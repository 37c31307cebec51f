import { assembleModule, type WasmFunction } from "../../machine/assembleModule.ts";
import {
  at,
  BLOCK,
  BRANCH,
  BRANCH_IF,
  ELSE,
  EMPTY,
  END,
  getLocal,
  I32,
  I32_ADD,
  I32_AND,
  I32_EQZ,
  I32_GT_U,
  I32_LOAD,
  I32_NE,
  I32_SHL,
  I32_STORE,
  I32_SUB,
  I32_WRAP_I64,
  I64,
  I64_EQZ,
  I64_EXTEND_I32_U,
  I64_LOAD,
  I64_MUL,
  I64_NE,
  I64_OR,
  I64_SHL,
  I64_SHR_U,
  I64_STORE,
  I64_XOR,
  IF,
  i32Const,
  i64Const,
  LOOP,
  RETURN,
  setLocal,
  teeLocal,
  type WasmCode,
} from "../../machine/wasmCode.ts";

/** Where in memory the kernel keeps the end of the keys, in bytes from their start: address 0. */
export const KEYS_END_ADDRESS = 0;

/** An id that meets this many others on its way is one of many that were made to collide: the table gives up. */
const PROBES_MAX = 512;

/** An odd number with its bits spread: 2⁶⁴ divided by the golden ratio. */
const MULTIPLIER = 0x9e37_79b9_7f4a_7c15n;

/**
 * The functions of the table of texts, as a module.
 *
 * `hash(bytes, ends, count, hashes)`: a 32-bit hash of each text. Text i ends before address `ends[i]`, and
 * text 0 begins at `bytes`.
 *
 * `touch(hashes, count, slots, mask, keys, into)`: loads the slots of the hashes and the keys that these name,
 * so that they are in the cache when `find` comes: there each load waits for a branch, here many are under way
 * at once (the whole dictionary takes .8 of the time, at 100,000 texts as at a million). `into` is scratch.
 *
 * `find(bytes, ends, count, hashes, codes, slots, mask, keys, next)`: the code of each text. A slot is a hash
 * in the high half, and in the low half where the key lies, in bytes from `keys` on; 0 is free. A key is
 * its code, its length, and its bytes up to a multiple of 8. New texts get the codes from `next` on. Gives
 * the next code, or −1 when a text met {@link PROBES_MAX} others.
 */
export function textHashCode(): Uint8Array {
  return assembleModule([hashFunction(), touchFunction(), findFunction()]);
}

/** `local += bytes`. */
function advance(local: number, bytes: number): WasmCode {
  return [...getLocal(local), ...i32Const(bytes), I32_ADD, ...setLocal(local)];
}

/** The length of what lies from one address to another. */
function distance(from: number, to: number): WasmCode {
  return [...getLocal(to), ...getLocal(from), I32_SUB];
}

/** The last bytes of a text, 1 to 7 of them, moved up so that what lies beyond falls off. */
function lastBytes(from: number, end: number): WasmCode {
  const missingBits = [...i32Const(64), ...distance(from, end), ...i32Const(3), I32_SHL, I32_SUB];
  return [...getLocal(from), I64_LOAD, ...at(0), ...missingBits, I64_EXTEND_I32_U, I64_SHL];
}

/** Does `body` for all whole 8 bytes of a text and moves on; a branch by 2 leaves the block around it. */
function eachEightBytes(from: number, end: number, body: WasmCode): WasmCode {
  const fewerAreLeft = [...getLocal(from), ...i32Const(8), I32_ADD, ...getLocal(end), I32_GT_U];
  return [
    ...[BLOCK, EMPTY, LOOP, EMPTY, ...fewerAreLeft, BRANCH_IF, 1],
    ...body,
    ...[...advance(from, 8), BRANCH, 0, END, END],
  ];
}

/** Multiplies what is on the stack into `hash`, and lets its high bits reach the low ones. */
function mixInto(hash: number): WasmCode {
  const multiplied = [...i64Const(MULTIPLIER), I64_MUL, ...teeLocal(hash)];
  return [...multiplied, ...getLocal(hash), ...i64Const(32n), I64_SHR_U, I64_XOR, ...setLocal(hash)];
}

/** The address behind an array of `count` 32-bit numbers. */
function addressBehind(array: number, count: number): WasmCode {
  return [...getLocal(array), ...getLocal(count), ...i32Const(2), I32_SHL, I32_ADD];
}

/** Goes on with the next text while there is one. */
function nextText(ends: number, behind: number): WasmCode {
  return [...advance(ends, 4), ...getLocal(ends), ...getLocal(behind), I32_NE, BRANCH_IF, 0, END];
}

function hashFunction(): WasmFunction {
  const [bytes, ends, count, hashes, end, behind, hash] = [0, 1, 2, 3, 4, 5, 6];
  return {
    name: "hash",
    parameters: [I32, I32, I32, I32],
    results: [],
    locals: [
      [2, I32],
      [1, I64],
    ],
    code: [
      ...[...addressBehind(ends, count), ...setLocal(behind)],
      ...[LOOP, EMPTY],
      ...[...getLocal(ends), I32_LOAD, ...at(0), ...setLocal(end)],
      ...[...distance(bytes, end), I64_EXTEND_I32_U, ...setLocal(hash)], // the length, or zeros at the end were lost
      ...eachEightBytes(bytes, end, [
        ...[...getLocal(hash), ...getLocal(bytes), I64_LOAD, ...at(0), I64_XOR, ...mixInto(hash)],
      ]),
      ...[...getLocal(bytes), ...getLocal(end), I32_NE, IF, EMPTY],
      ...[...getLocal(hash), ...lastBytes(bytes, end), I64_XOR, ...mixInto(hash)],
      END,
      ...[...getLocal(hash), ...mixInto(hash)],
      ...[...getLocal(hashes), ...getLocal(hash), I32_WRAP_I64, I32_STORE, ...at(0)],
      ...[...getLocal(end), ...setLocal(bytes), ...advance(hashes, 4)],
      ...nextText(ends, behind),
    ],
  };
}

function touchFunction(): WasmFunction {
  const [hashes, count, slots, mask, keys, into, left] = [0, 1, 2, 3, 4, 5, 6];
  const slot = [...getLocal(hashes), I32_LOAD, ...at(0), ...getLocal(mask), I32_AND, ...i32Const(3), I32_SHL];
  const key = [...getLocal(into), I32_LOAD, ...at(0)];
  return {
    name: "touch",
    parameters: [I32, I32, I32, I32, I32, I32],
    results: [],
    locals: [[1, I32]],
    code: [
      ...[...getLocal(count), ...setLocal(left), LOOP, EMPTY],
      ...[...getLocal(into), ...getLocal(slots), ...slot, I32_ADD, I32_LOAD, ...at(0), I32_STORE, ...at(0)],
      ...[...advance(hashes, 4), ...advance(into, 4)],
      ...[...advance(left, -1), ...getLocal(left), BRANCH_IF, 0, END],
      ...[...getLocal(count), ...setLocal(left), LOOP, EMPTY, ...advance(into, -4)],
      ...[...getLocal(into), ...getLocal(keys), ...key, I32_ADD, I32_LOAD, ...at(0), I32_STORE, ...at(0)],
      ...[...advance(left, -1), ...getLocal(left), BRANCH_IF, 0, END],
    ],
  };
}

/** The locals of `find`: nine parameters, then its own. */
const [BYTES, ENDS, COUNT, HASHES, CODES, SLOTS, MASK, KEYS, NEXT] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [TEXT_END, BEHIND, PLACE, KEY, FROM, TO, PROBES, HASH, SLOT] = [9, 10, 11, 12, 13, 14, 15, 16, 17];

/** The address of the slot at `PLACE`. */
function slotAddress(): WasmCode {
  return [...getLocal(SLOTS), ...getLocal(PLACE), ...i32Const(3), I32_SHL, I32_ADD];
}

function findFunction(): WasmFunction {
  return {
    name: "find",
    parameters: [I32, I32, I32, I32, I32, I32, I32, I32, I32],
    results: [I32],
    locals: [
      [7, I32],
      [2, I64],
    ],
    code: [
      ...[...addressBehind(ENDS, COUNT), ...setLocal(BEHIND)],
      ...[LOOP, EMPTY],
      ...[...getLocal(ENDS), I32_LOAD, ...at(0), ...setLocal(TEXT_END)],
      ...[...getLocal(HASHES), I32_LOAD, ...at(0), ...teeLocal(PLACE)],
      ...[I64_EXTEND_I32_U, ...i64Const(32n), I64_SHL, ...setLocal(HASH)],
      ...[...i32Const(PROBES_MAX), ...setLocal(PROBES)],
      ...[LOOP, EMPTY],
      ...[...getLocal(PLACE), ...getLocal(MASK), I32_AND, ...setLocal(PLACE)],
      ...[...slotAddress(), I64_LOAD, ...at(0), ...teeLocal(SLOT), I32_WRAP_I64, ...teeLocal(KEY), I32_EQZ],
      ...[IF, EMPTY, ...addText(), ELSE, BLOCK, EMPTY, ...leaveUnlessSame()],
      ...[...getLocal(CODES), ...getLocal(KEY), I32_LOAD, ...at(0), I32_STORE, ...at(0), BRANCH, 1, END],
      ...[...advance(PROBES, -1), ...getLocal(PROBES), I32_EQZ, IF, EMPTY, ...i32Const(-1), RETURN, END],
      ...[...advance(PLACE, 1), BRANCH, 1, END, END],
      ...[...getLocal(TEXT_END), ...setLocal(BYTES), ...advance(CODES, 4), ...advance(HASHES, 4)],
      ...nextText(ENDS, BEHIND),
      ...getLocal(NEXT),
    ],
  };
}

/** Leaves the block around it unless the key at `KEY` is the text; makes `KEY` an address. */
function leaveUnlessSame(): WasmCode {
  const otherBytes = [...getLocal(TO), I64_LOAD, ...at(0), ...getLocal(FROM), I64_LOAD, ...at(0), I64_NE];
  const otherRest = [...getLocal(TO), I64_LOAD, ...at(0), ...lastBytes(FROM, TEXT_END), I64_NE];
  return [
    ...[
      ...getLocal(SLOT),
      ...getLocal(HASH),
      I64_XOR,
      ...i64Const(32n),
      I64_SHR_U,
      I64_EQZ,
      I32_EQZ,
      BRANCH_IF,
      0,
    ],
    ...[...getLocal(KEYS), ...getLocal(KEY), I32_ADD, ...teeLocal(KEY)],
    ...[I32_LOAD, ...at(4), ...distance(BYTES, TEXT_END), I32_NE, BRANCH_IF, 0],
    ...[...getLocal(KEY), ...i32Const(8), I32_ADD, ...setLocal(TO), ...getLocal(BYTES), ...setLocal(FROM)],
    ...eachEightBytes(FROM, TEXT_END, [...otherBytes, BRANCH_IF, 2, ...advance(TO, 8)]),
    ...[...getLocal(FROM), ...getLocal(TEXT_END), I32_NE, IF, EMPTY, ...otherRest, BRANCH_IF, 1, END],
  ];
}

/** Writes the text behind the last key, and its hash and place into the free slot. */
function addText(): WasmCode {
  const copyEight = [...getLocal(TO), ...getLocal(FROM), I64_LOAD, ...at(0), I64_STORE, ...at(0)];
  const copyRest = [...getLocal(TO), ...lastBytes(FROM, TEXT_END), I64_STORE, ...at(0)];
  const keysEnd = [...i32Const(KEYS_END_ADDRESS), I32_LOAD, ...at(0)];
  return [
    ...[...slotAddress(), ...getLocal(HASH), ...keysEnd, ...teeLocal(KEY), I64_EXTEND_I32_U, I64_OR],
    ...[I64_STORE, ...at(0)],
    ...[
      ...getLocal(KEYS),
      ...getLocal(KEY),
      I32_ADD,
      ...teeLocal(KEY),
      ...getLocal(NEXT),
      I32_STORE,
      ...at(0),
    ],
    ...[...getLocal(CODES), ...getLocal(NEXT), I32_STORE, ...at(0), ...advance(NEXT, 1)],
    ...[...getLocal(KEY), ...distance(BYTES, TEXT_END), I32_STORE, ...at(4)],
    ...[...getLocal(KEY), ...i32Const(8), I32_ADD, ...setLocal(TO), ...getLocal(BYTES), ...setLocal(FROM)],
    ...eachEightBytes(FROM, TEXT_END, [...copyEight, ...advance(TO, 8)]),
    ...[...getLocal(FROM), ...getLocal(TEXT_END), I32_NE, IF, EMPTY, ...copyRest, ...advance(TO, 8), END],
    ...[...i32Const(KEYS_END_ADDRESS), ...distance(KEYS, TO), I32_STORE, ...at(0)],
  ];
}
