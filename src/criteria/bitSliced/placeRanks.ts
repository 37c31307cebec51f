import type { Ranking } from "../rankPlan.ts";
import { BLOCK_ROWS, EVERY_ROW, joinRows, type Step } from "./bitBlock.ts";
import { both, either, without } from "./joinBits.ts";
import { spreadBits, spreadTable } from "./spreadBits.ts";

/**
 * Adds the steps that rank the rows of a block by the rows of each root; gives the array that they fill, whose
 * rows beyond the block mean nothing.
 *
 * The ranks are made as bit planes, of 32 rows per word: one for each bit of a rank, and a last one for the
 * unranked. An unranked row is in all planes, and the last one stands for all higher bits too: that makes 255.
 */
export function placeRanks(roots: readonly Int32Array[], climb: Ranking["climb"], steps: Step[]): Uint8Array {
  let planes = [EVERY_ROW];
  let risen = EVERY_ROW;
  for (const [rank, root] of roots.entries()) {
    const unranked = planes[planes.length - 1] as Int32Array;
    if (rank >> (planes.length - 1) !== 0) planes.push(unranked); // a bit that only the unranked have so far
    risen = climb === "highest" ? root : joinRows(both, risen, root, steps);
    planes = planes.map((plane, bit) =>
      joinRows(((rank >> bit) & 1) === 0 ? without : either, plane, risen, steps),
    );
  }
  const ranks = new Uint8Array(BLOCK_ROWS);
  const words = new Int32Array(ranks.buffer);
  const last = planes.length - 1;
  const weightOf = (bit: number): number => (bit < last ? 1 << bit : bit > last ? 0 : -1 << bit);
  steps.push(() => words.fill(0));
  for (let bit = 0; bit <= last; bit += 2) {
    const [low, high = EVERY_ROW] = planes.slice(bit) as [Int32Array, Int32Array?];
    const table = spreadTable(weightOf(bit), weightOf(bit + 1));
    steps.push(() => spreadBits(low, high, table, words));
  }
  return ranks;
}
