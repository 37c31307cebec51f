import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { type BenchCase, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { allRanksOf, ladderRanksOf } from "../peers/ranksByHand.ts";
import { createCustomers } from "../population/createCustomers.ts";
import { plainRows } from "../population/plainRows.ts";
import { ALL_SCALES, LADDER } from "./scales.ts";

/** Objects of one shape on the ladder: what a backend holds in memory. */
export const classifyRowsOnLadder: BenchCase = {
  name: "classify rows, ladder",
  ...rowsCase(plainRows, ranksOnLadder, ladderRanksOf),
};

/** The same objects on all five scales: any declared scale, whatever its facts. */
export const classifyRowsOnAll: BenchCase = {
  name: "classify rows, five scales",
  ...rowsCase(plainRows, ranksOnAll, allRanksOf),
};

/** Objects as `customerAt` makes them. A million of them would fill the heap, so this stops at 100,000. */
export const classifyRowsOfTable: BenchCase = {
  name: "classify rows of customerAt, ladder",
  ...rowsCase(rowViews, ranksOnLadder, ladderRanksOf),
  sizes: SIZES.slice(0, 2),
};

type RanksOf = (rows: readonly CustomerFacts[]) => Uint8Array;

function rowsCase(
  rowsOf: (table: CustomerTable) => CustomerFacts[],
  ours: RanksOf,
  peer: RanksOf,
): Omit<BenchCase, "name"> {
  return {
    unit: "row",
    sizes: SIZES,
    peerName: "if-chain by hand",
    unitsPerSample: 200_000,
    goalAt: () => 0.6,
    prepare(size) {
      const rows = rowsOf(createCustomers(size, 1));
      return createContest({
        unitsPerRun: size,
        ours: () => ours(rows),
        peer: () => peer(rows),
        difference: differentValues,
      });
    },
  };
}

function rowViews(table: CustomerTable): CustomerFacts[] {
  return Array.from({ length: table.rowCount }, (_, row) => customerAt(table, row));
}

/** The rank of every row, 0 off the scale. */
function ranksOnLadder(rows: readonly CustomerFacts[]): Uint8Array {
  const ranks = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) ranks[row] = classifyCustomer(rows[row]!, LADDER).rank ?? 0;
  return ranks;
}

/** The ranks of every row on all scales, side by side. */
function ranksOnAll(rows: readonly CustomerFacts[]): Uint8Array {
  const ranks = new Uint8Array(rows.length * ALL_SCALES.length);
  let place = 0;
  for (const facts of rows) {
    for (const scale of ALL_SCALES) {
      ranks[place] = classifyCustomer(facts, scale).rank ?? 0;
      place += 1;
    }
  }
  return ranks;
}
