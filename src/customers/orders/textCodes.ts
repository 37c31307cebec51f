import { failOnActivity } from "../../base/activityIssue.ts";
import type { IssuePath } from "../../base/issue.ts";
import { createTextDictionary } from "../dictionary/createTextDictionary.ts";

/** A column of codes into a list of ids. */
export interface DictionaryColumn {
  readonly codes: Uint32Array;
  readonly ids: readonly string[];
}

/** Numbers ids in order of first appearance; in a dictionary column that is the order of its ids. */
export interface TextCodes {
  readonly size: number;
  idOf(code: number): string;
  allIds(): readonly string[];
  /** Writes the codes of `count` texts from `first` on into `into`, from 0 on. */
  encodeTexts(
    texts: readonly string[],
    first: number,
    count: number,
    into: Uint32Array,
    path: IssuePath,
  ): void;
  /** The same for rows of a dictionary column, whose ids are looked up once, and again only where they grew. */
  encodeCodes(
    column: DictionaryColumn,
    first: number,
    count: number,
    into: Uint32Array,
    path: IssuePath,
  ): void;
}

/** Codes for texts, none so far. */
export function createTextCodes(): TextCodes {
  const dictionary = createTextDictionary();
  let lastIds: readonly string[] | undefined;
  let ownCodes = new Uint32Array(0);

  const encodeTexts: TextCodes["encodeTexts"] = (texts, first, count, into, path) => {
    const known = dictionary.texts.length;
    const wrong = firstNonText(texts, first, first + count);
    if (wrong >= 0) failOnActivity("empty_id", [...path, wrong], "a non-empty text", texts[wrong]);
    dictionary.encode(texts, first, count, into);
    if (dictionary.texts.indexOf("", known) >= 0) {
      failOnActivity("empty_id", [...path, texts.indexOf("", first)], "a non-empty text", "");
    }
  };

  function translate(ids: readonly string[], path: IssuePath): void {
    const done = ids === lastIds ? ownCodes.length : 0;
    if (ids === lastIds && done === ids.length) return;
    const translated = new Uint32Array(ids.length);
    translated.set(ownCodes.subarray(0, Math.min(done, ids.length)));
    const rest = ids.length - done;
    if (rest > 0) encodeTexts(ids, done, rest, translated.subarray(done), [...path, "ids"]);
    lastIds = ids;
    ownCodes = translated;
  }

  return {
    get size() {
      return dictionary.texts.length;
    },
    idOf: (code) => dictionary.texts[code] as string,
    allIds: () => dictionary.texts.slice(),
    encodeTexts,
    encodeCodes({ codes, ids }, first, count, into, path) {
      translate(ids, path);
      const wrong = translateCodes(ownCodes, codes, first, count, into);
      if (wrong >= 0) refuseCode(codes, wrong, ids.length, path);
    },
  };
}

/** Refuses a code that a dictionary does not have. */
export function refuseCode(codes: Uint32Array, row: number, idCount: number, path: IssuePath): never {
  return failOnActivity("invalid_column", [...path, "codes", row], `a code below ${idCount}`, codes[row]);
}

function firstNonText(texts: readonly string[], from: number, to: number): number {
  for (let row = from; row < to; row += 1) if (typeof texts[row] !== "string") return row;
  return -1;
}

/** Returns the first row whose code the dictionary does not have, or −1. */
function translateCodes(
  ownCodes: Uint32Array,
  codes: Uint32Array,
  first: number,
  count: number,
  into: Uint32Array,
): number {
  for (let row = 0; row < count; row += 1) {
    const code = codes[first + row] as number;
    if (code >= ownCodes.length) return first + row;
    into[row] = ownCodes[code] as number;
  }
  return -1;
}
