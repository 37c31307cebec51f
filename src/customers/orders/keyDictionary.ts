import { highestOf } from "./scanColumns.ts";

/** Gives every distinct integer key a code, counted from 0 in order of first appearance. */
export interface KeyDictionary {
  readonly size: number;
  /** Code → key. */
  keyAt(code: number): number;
  /** Writes the codes of `count` keys from `first` on into `into`, from 0 on. */
  encode(keys: Uint32Array, first: number, count: number, into: Uint32Array): void;
}

/** Up to this key a table by key serves any keys: 64 MB at most, of which only pages in use are memory. */
const ALWAYS_DIRECT_KEYS: number = 2 ** 24;

/** Beyond it a table by key must not exceed this many places per customer; a hash table needs two to four of two. */
const DIRECT_KEYS_PER_CUSTOMER = 8;

/** A table by key while keys are dense, a hash table from the first slice on whose keys are not. */
export function createKeyDictionary(): KeyDictionary {
  let size = 0;
  let keysByCode = new Uint32Array(4096);
  let direct: Uint32Array | undefined = new Uint32Array(4096);
  let hashed = new Uint32Array(0);

  function fitDirect(highKey: number): void {
    if (direct === undefined || highKey < direct.length) return;
    if (highKey >= Math.max(ALWAYS_DIRECT_KEYS, DIRECT_KEYS_PER_CUSTOMER * size)) direct = undefined;
    else direct = widened(direct, 2 ** Math.ceil(Math.log2(highKey + 1)));
  }

  function fitHashed(count: number): void {
    const placeCount = hashed.length / 2;
    if (placeCount >= 2 * count) return;
    hashed = new Uint32Array(2 * 2 ** Math.ceil(Math.log2(4 * count)));
    for (let code = 0; code < size; code += 1) {
      const place = placeOf(hashed, keysByCode[code] as number);
      hashed[place] = keysByCode[code] as number;
      hashed[place + 1] = code + 1;
    }
  }

  return {
    get size() {
      return size;
    },
    keyAt: (code) => keysByCode[code] as number,
    encode(keys, first, count, into) {
      const most = size + count;
      if (most > keysByCode.length) keysByCode = widened(keysByCode, 2 * most);
      fitDirect(highestOf(keys, first, first + count));
      if (direct === undefined) fitHashed(most);
      size =
        direct === undefined
          ? encodeHashed(hashed, keysByCode, size, keys, first, count, into)
          : encodeDirect(direct, keysByCode, size, keys, first, count, into);
    },
  };
}

function widened(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(array);
  return wider;
}

/** Key → code + 1 in a table by key. */
function encodeDirect(
  direct: Uint32Array,
  keysByCode: Uint32Array,
  size: number,
  keys: Uint32Array,
  first: number,
  count: number,
  into: Uint32Array,
): number {
  let known = size;
  for (let row = 0; row < count; row += 1) {
    const key = keys[first + row] as number;
    let next = direct[key] as number;
    if (next === 0) {
      keysByCode[known] = key;
      known += 1;
      next = known;
      direct[key] = next;
    }
    into[row] = next - 1;
  }
  return known;
}

/** Key → code + 1 in pairs of key and code, probed one after the other. */
function encodeHashed(
  hashed: Uint32Array,
  keysByCode: Uint32Array,
  size: number,
  keys: Uint32Array,
  first: number,
  count: number,
  into: Uint32Array,
): number {
  let known = size;
  for (let row = 0; row < count; row += 1) {
    const key = keys[first + row] as number;
    const place = placeOf(hashed, key);
    let next = hashed[place + 1] as number;
    if (next === 0) {
      keysByCode[known] = key;
      known += 1;
      next = known;
      hashed[place] = key;
      hashed[place + 1] = next;
    }
    into[row] = next - 1;
  }
  return known;
}

/** Where a key stands, or the free place where it will. */
function placeOf(hashed: Uint32Array, key: number): number {
  const mask = hashed.length - 1;
  let place = (mixed(key) << 1) & mask;
  while (hashed[place + 1] !== 0 && hashed[place] !== key) place = (place + 2) & mask;
  return place;
}

/** The finaliser of MurmurHash3: keys in steps or with a pattern spread over all places. */
function mixed(key: number): number {
  let bits = key ^ (key >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
