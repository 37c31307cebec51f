import type { TextHasher } from "../dictionary/textHasher.ts";
import { hashRows } from "./hashRows.ts";
import type { IdRows, Ids } from "./idRows.ts";
import { NO_ROW } from "./latestRows.ts";

/** From this many ids on, hashing them all pays for what it takes to set up. */
const MANY_IDS = 1024;

/** Finds where ids stand first, among the rows with a 1 in `isIn`. `hasherOf` gives a hasher, where there is one. */
export function rowsById(ids: Ids, isIn: Uint8Array, hasherOf: () => TextHasher | undefined): IdRows {
  const hasher = ids.length < MANY_IDS ? undefined : hasherOf();
  return hasher === undefined ? mapRows(ids, isIn) : hashRows(ids, isIn, hasher);
}

function mapRows(ids: Ids, isIn: Uint8Array): IdRows {
  const rows = new Map<string, number>();
  const firstRows = new Int32Array(ids.length).fill(NO_ROW);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row];
    if (id === undefined || isIn[row] !== 1) continue;
    const first = rows.get(id);
    if (first === undefined) rows.set(id, row);
    firstRows[row] = first ?? row;
  }
  return {
    firstRows,
    find(others) {
      const found = new Int32Array(others.length).fill(NO_ROW);
      for (let index = 0; index < others.length; index += 1) {
        found[index] = rows.get(others[index] as string) ?? NO_ROW; // undefined is no key
      }
      return found;
    },
  };
}
