import { type HashIndex, hashTexts } from "./hashTexts.ts";
import { mapTexts } from "./mapTexts.ts";
import { TEXTS_PER_BATCH } from "./textBatch.ts";
import type { TextDictionary } from "./textDictionary.ts";

/** From this many texts on, a table in WebAssembly pays for what it takes to set up. */
const MANY_TEXTS = 8192;

/** Texts that come in smaller parts are found faster in a `Map`: a look into the table costs 1 µs in itself. */
const SMALLEST_PART = 64;

/**
 * An empty dictionary. Few texts are in a `Map`, many in a table in WebAssembly where the host has it. When
 * the table gives up (no memory, texts that were made to collide), they go back to a `Map`. A text of 9 to 16
 * characters takes 50 to 100 bytes beside itself: two or three numbers in the table, and its bytes once more.
 */
export function createTextDictionary(): TextDictionary {
  const known: string[] = [];
  let map: TextDictionary["encode"] | undefined = mapTexts(known);
  let table: HashIndex | undefined;
  let mayMove = true;
  let textCount = 0;

  const moveToTable = (): void => {
    mayMove = false;
    table = hashTexts(known.length);
    if (table === undefined) return;
    if (encodeAll(table, known)) map = undefined;
    else table = undefined;
  };
  const encodeBatch: TextDictionary["encode"] = (texts, first, count, into) => {
    if (table?.encode(texts, first, count, into) === true) {
      if (table.size > known.length) addNew(known, texts, first, count, into);
      return;
    }
    table = undefined;
    map ??= mapTexts(known);
    map(texts, first, count, into);
  };
  return {
    texts: known,
    encode(texts, first, count, into) {
      if (count >= SMALLEST_PART) textCount += count;
      if (mayMove && textCount > MANY_TEXTS) moveToTable();
      for (let done = 0; done < count; done += TEXTS_PER_BATCH) {
        const batch = Math.min(TEXTS_PER_BATCH, count - done);
        encodeBatch(texts, first + done, batch, done === 0 ? into : into.subarray(done));
      }
    },
  };
}

/** Gives texts that are all different the codes that they have: each is new, one after another. */
function encodeAll(index: HashIndex, texts: readonly string[]): boolean {
  const codes = new Uint32Array(TEXTS_PER_BATCH);
  for (let first = 0; first < texts.length; first += TEXTS_PER_BATCH) {
    const count = Math.min(TEXTS_PER_BATCH, texts.length - first);
    if (!index.encode(texts, first, count, codes)) return false;
  }
  return true;
}

/** Adds the texts of a batch that are not known; their codes count on from those that are. */
function addNew(
  known: string[],
  texts: readonly string[],
  first: number,
  count: number,
  codes: Uint32Array,
): void {
  let next = known.length;
  for (let index = 0; index < count; index += 1) {
    if (codes[index] !== next) continue;
    known.push(texts[first + index] as string);
    next += 1;
  }
}
