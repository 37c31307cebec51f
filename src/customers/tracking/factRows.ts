import { MISSING_BYTE, MISSING_DAY } from "../../units/column.ts";
import { NONE } from "./hashIndex.ts";
import {
  BYTE_OFFSETS,
  DAY_WORDS,
  FACTS,
  FLAGS,
  HAS_MEMBERSHIP,
  HAS_ROW,
  NEWEST,
  NEWEST_STATE,
  OWN_FACTS,
  PERSON,
  STALE_FROM,
} from "./rowLayout.ts";

/** The facts of every customer id, row after row in one buffer, seen as words, days, bytes and doubles. */
export interface FactRows {
  /** Words per row; even. */
  readonly stride: number;
  readonly ownCount: number;
  count: number;
  words: Uint32Array;
  days: Int32Array;
  bytes: Uint8Array;
  doubles: Float64Array;
}

/** Before every day: what holds no facts is never up to date. */
export const ALWAYS_STALE: number = MISSING_DAY;
/** After every day that a `Date` can name. */
export const NEVER_STALE = 0x7fff_ffff;

/** Words in four cache lines. */
const FOUR_LINES = 64;

/** No rows yet, with room for `capacity`. */
export function createFactRows(capacity: number, ownCount: number): FactRows {
  const stride = Math.max(FOUR_LINES, OWN_FACTS + 2 * ownCount);
  return { stride, ownCount, count: 0, ...viewsOf(new ArrayBuffer(Math.max(capacity, 16) * stride * 4)) };
}

function viewsOf(buffer: ArrayBuffer): Pick<FactRows, "words" | "days" | "bytes" | "doubles"> {
  return {
    words: new Uint32Array(buffer),
    days: new Int32Array(buffer),
    bytes: new Uint8Array(buffer),
    doubles: new Float64Array(buffer),
  };
}

/** Appends a row that holds no facts and is nobody's; gives its number. */
export function appendRowOf(rows: FactRows): number {
  const row = rows.count;
  const base = row * rows.stride;
  if (base + rows.stride > rows.words.length) {
    const larger = viewsOf(new ArrayBuffer(rows.words.byteLength * 2));
    larger.words.set(rows.words);
    Object.assign(rows, larger);
  }
  rows.count += 1;
  rows.words[base + NEWEST] = NONE;
  clearFacts(rows, row);
  rows.days[base + STALE_FROM] = ALWAYS_STALE;
  return row;
}

/** The facts of someone who did nothing yet, good for ever; the id and the chain stay. */
export function clearFacts(rows: FactRows, row: number): void {
  const base = row * rows.stride;
  const { words, days, bytes, doubles } = rows;
  words[base + FLAGS] = (words[base + FLAGS] as number) & ~(HAS_ROW | HAS_MEMBERSHIP);
  words[base + PERSON] = row;
  days[base + STALE_FROM] = NEVER_STALE;
  words.fill(0, base + FACTS, base + OWN_FACTS);
  for (const word of ALL_DAY_WORDS) days[base + word] = MISSING_DAY;
  bytes.fill(MISSING_BYTE, base * 4 + BYTE_OFFSETS.nps, base * 4 + BYTE_OFFSETS.nps + 8);
  bytes[base * 4 + BYTE_OFFSETS.member] = 0;
  doubles[(base + NEWEST_STATE) >> 1] = Number.NEGATIVE_INFINITY;
  doubles.fill(Number.NaN, (base + OWN_FACTS) >> 1, (base + rows.stride) >> 1);
}

const ALL_DAY_WORDS: readonly number[] = /* @__PURE__ */ Object.values(DAY_WORDS);
