import { appendRowOf, type FactRows } from "./factRows.ts";
import { addUnder, createHashIndex, firstUnder, type HashIndex, NONE, nextUnder } from "./hashIndex.ts";
import { createHashedText, type HashedText, hashText } from "./hashText.ts";
import { FLAGS, ID_LENGTH_SHIFT, ID_WORDS } from "./rowLayout.ts";

/** Customer ids by code, and back. The row of an id has its code for a number, and the id in it where that is short. */
export interface CustomerCodes {
  readonly ids: string[];
  readonly hashes: HashIndex;
  readonly asked: HashedText;
}

const SEED = 0x811c_9dc5;

/** No ids yet, with room for about `expectedCount`. */
export function createCustomerCodes(expectedCount: number): CustomerCodes {
  return { ids: [], hashes: createHashIndex(expectedCount), asked: createHashedText() };
}

/** The hash of an id, which is looked up next. */
export function hashCustomer({ asked }: CustomerCodes, id: string): number {
  return hashText(id, SEED, asked);
}

/** The code of an id, or {@link NONE}. */
export function findCode(codes: CustomerCodes, rows: FactRows, id: string): number {
  return findHashedCode(codes, rows, id, hashCustomer(codes, id));
}

/** The same, of the id that was hashed last. */
export function findHashedCode(codes: CustomerCodes, rows: FactRows, id: string, hash: number): number {
  const { hashes } = codes;
  let code = firstUnder(hashes, hash);
  while (code !== NONE && !bearsId(codes, rows, code, id)) code = nextUnder(hashes, hash);
  return code;
}

function bearsId(
  { asked, ids }: CustomerCodes,
  { words, stride }: FactRows,
  code: number,
  id: string,
): boolean {
  const base = code * stride;
  const length = ((words[base + FLAGS] as number) >>> ID_LENGTH_SHIFT) - 1;
  if (!asked.isWhole || length < 0) return ids[code] === id;
  if (length !== id.length) return false;
  for (let word = 0; word * 4 < length; word += 1) {
    if (words[base + ID_WORDS + word] !== asked.words[word]) return false;
  }
  return true;
}

/** Gives an id that has none the next code, and an empty row that is nobody's yet. */
export function addCode(codes: CustomerCodes, rows: FactRows, id: string): number {
  const { hashes, ids, asked } = codes;
  const hash = hashCustomer(codes, id);
  const code = appendRowOf(rows);
  ids.push(id);
  addUnder(hashes, hash, code);
  if (asked.isWhole) {
    const base = code * rows.stride;
    const flags = rows.words[base + FLAGS] as number;
    rows.words[base + FLAGS] = flags | ((id.length + 1) << ID_LENGTH_SHIFT);
    rows.words.set(asked.words.subarray(0, Math.ceil(id.length / 4)), base + ID_WORDS);
  }
  return code;
}
