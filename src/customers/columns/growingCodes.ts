import { assertInvariant } from "../../base/assertInvariant.ts";
import { NOBODY } from "../activityTable.ts";
import { createTextDictionary } from "../dictionary/createTextDictionary.ts";
import type { TextDictionary } from "../dictionary/textDictionary.ts";

/** Ids wait until there are this many: a dictionary takes a quarter of the time for many at once. */
const IDS_PER_BATCH = 4096;

/** Customer ids in order of arrival, each time that one is named, with a code for each distinct one. */
export interface GrowingCodes {
  readonly dictionary: TextDictionary;
  /** The ids whose codes are not known yet. */
  waiting: string[];
  /** Place in the order of arrival → code. */
  codes: Uint32Array;
  /** How many places have a code. */
  placeCount: number;
}

export function growCodes(): GrowingCodes {
  return { dictionary: createTextDictionary(), waiting: [], codes: new Uint32Array(16), placeCount: 0 };
}

/** Takes an id; gives its place. */
export function placeOf(growing: GrowingCodes, customerId: string): number {
  const place = growing.placeCount + growing.waiting.length;
  growing.waiting.push(customerId);
  if (growing.waiting.length === IDS_PER_BATCH) encodeWaiting(growing);
  return place;
}

/** Replaces places by codes; {@link NOBODY} stays. */
export function toCodes(growing: GrowingCodes, places: Uint32Array): Uint32Array {
  encodeWaiting(growing);
  const { codes } = growing;
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] as number;
    if (place !== NOBODY) places[row] = codes[place] as number;
  }
  return places;
}

function encodeWaiting(growing: GrowingCodes): void {
  const { dictionary, waiting, placeCount } = growing;
  const count = placeCount + waiting.length;
  assertInvariant(count < NOBODY, "fewer than 2^32 mentions of customers", count);
  if (count > growing.codes.length) {
    const longer = new Uint32Array(Math.max(count, 2 * growing.codes.length));
    longer.set(growing.codes);
    growing.codes = longer;
  }
  dictionary.encode(waiting, 0, waiting.length, growing.codes.subarray(placeCount));
  growing.placeCount = count;
  growing.waiting = [];
}
