import type { KindColumns } from "../activityTable.ts";
import { compareMoments } from "../rules/compareMoments.ts";

/** No row states the value. */
export const NO_ROW = -1;

/**
 * For each customer the row that states a value last, by {@link compareMoments}; {@link NO_ROW} where none does.
 * `valueAt` gives what a row states, or undefined when it says nothing or does not count.
 */
export function latestRows<Value extends number | string | boolean>(
  columns: KindColumns,
  ownerOf: (row: number) => number,
  customerCount: number,
  valueAt: (row: number) => Value | undefined,
): Int32Array {
  const latest = new Int32Array(customerCount).fill(NO_ROW);
  for (let row = 0; row < columns.count; row += 1) {
    if (valueAt(row) === undefined) continue;
    const owner = ownerOf(row);
    const best = latest[owner] as number;
    if (best === NO_ROW || givesWay(best, row)) latest[owner] = row;
  }
  return latest;

  /** Most rows differ in their instants; only for the others moments are made. */
  function givesWay(best: number, row: number): boolean {
    const [bestMs, ms] = [columns.atMs[best] as number, columns.atMs[row] as number];
    return bestMs === ms ? compareMoments(momentAt(best), momentAt(row)) < 0 : bestMs < ms;
  }

  function momentAt(row: number) {
    return { atMs: columns.atMs[row] as number, id: columns.ids[row], value: valueAt(row) as Value };
  }
}
