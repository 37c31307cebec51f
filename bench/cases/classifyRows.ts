import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { compileScale } from "../../src/scales/compileScale.ts";
import { type BenchCase, type BenchRow, goal, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { createSide } from "../measure/side.ts";
import { rulesSide } from "../peers/jsonRulesEngine/rulesSide.ts";
import { allRanksOf, ladderRanksOf } from "../peers/ranksByHand.ts";
import { policyOf } from "../policy/policy.ts";
import { createCustomers } from "../population/createCustomers.ts";
import { plainRows } from "../population/plainRows.ts";
import { ALL_SCALES, LADDER } from "./scales.ts";

const OURS = "classifyCustomer";
const BY_HAND = "if-chain by hand";
const RULES = "json-rules-engine";

/** Objects of one shape on the ladder: what a backend holds in memory. */
export const classifyRowsOnLadder: BenchCase = rowsCase({
  words: "ladder",
  rowsOf: plainRows,
  ours: ranksOnLadder,
  byHand: ladderRanksOf,
  peers: [[RULES, noGoal]],
});

/** The same objects on all five scales: any declared scale, whatever its facts. */
export const classifyRowsOnAll: BenchCase = rowsCase({
  words: "five scales",
  rowsOf: plainRows,
  ours: ranksOnAll,
  byHand: allRanksOf,
  peers: [],
});

/** Objects as `customerAt` makes them. A million of them would fill the heap, so this stops at 100,000. */
export const classifyRowsOfTable: BenchCase = {
  ...rowsCase({
    words: "ladder, rows of customerAt",
    rowsOf: (table) => Array.from({ length: table.rowCount }, (_, row) => customerAt(table, row)),
    ours: ranksOnLadder,
    byHand: ladderRanksOf,
    peers: [],
  }),
  sizes: SIZES.slice(0, 2),
};

type RanksOf = (rows: readonly CustomerFacts[]) => Uint8Array;

interface RowsCase {
  readonly words: string;
  readonly rowsOf: (table: CustomerTable) => CustomerFacts[];
  readonly ours: RanksOf;
  readonly byHand: RanksOf;
  /** Peers besides, on the ladder alone. */
  readonly peers: readonly (readonly [string, BenchRow["goalAt"]])[];
}

function rowsCase({ words, rowsOf, ours, byHand, peers }: RowsCase): BenchCase {
  const name = `classify rows: ${words}`;
  const pairs = [[BY_HAND, goal(0.6, 0.9)] as const, ...peers];
  return {
    name,
    unit: "row",
    sizes: SIZES,
    rows: pairs.map(([peer, goalAt]) => ({ name, ours: OURS, peer, goalAt })),
    async prepare(size, wanted) {
      const rows = rowsOf(createCustomers(size, 1));
      const side = (sideName: string, ranksOf: RanksOf) => () =>
        createSide<Uint8Array, Uint8Array>({
          name: sideName,
          unitsPerRun: size,
          work: () => ranksOf(rows),
          outcomeOf: (ranks) => ranks,
        });
      const makers = {
        [OURS]: side(OURS, ours),
        [BY_HAND]: side(BY_HAND, byHand),
        [RULES]: () => rulesSide(policyOf(compileScale(LADDER).plan), rows),
      };
      return createContest(makers, wanted, {
        difference: (mine, others) => differentValues(mine.subarray(0, others.length), others),
      });
    },
  };
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
