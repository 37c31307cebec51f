import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { compileScale } from "../../src/scales/compileScale.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { type BenchCase, type BenchRow, goalAtMillion, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { createSide } from "../measure/side.ts";
import { rulesSide } from "../peers/jsonRulesEngine/rulesSide.ts";
import { allRanksOf, RANKS_BY_HAND, ranksByHand } from "../peers/ranksByHand.ts";
import { policyOf } from "../policy/policy.ts";
import { createCustomers } from "../population/createCustomers.ts";
import { plainRows } from "../population/plainRows.ts";
import { ALL_SCALES, LADDER, LEVELS, LIFECYCLE, LOYALTY, STATUS } from "./scales.ts";

const OURS = "classifyCustomer";
const BY_HAND = "if-chain by hand";
const RULES = "json-rules-engine";

/**
 * Fewer rows, the same ones again and again, a processor's branch predictor learns by heart: at 10,000 the chain by
 * hand takes a tenth of the time that it takes on rows that it sees for the first time.
 */
const GOAL = goalAtMillion(0.6, 0.9);

/** Objects of one shape on the ladder: what a backend holds in memory. */
export const classifyRowsOnLadder: BenchCase = oneScaleCase("ladder", LADDER, RANKS_BY_HAND.ladder, [RULES]);

/** The same objects on the other built-in scales. */
export const classifyRowsOnOthers: readonly BenchCase[] = [
  oneScaleCase("customer levels", LEVELS, RANKS_BY_HAND.levels),
  oneScaleCase("loyalty levels", LOYALTY, RANKS_BY_HAND.loyalty),
  oneScaleCase("lifecycle stages", LIFECYCLE, RANKS_BY_HAND.lifecycle),
  oneScaleCase("activity status", STATUS, RANKS_BY_HAND.status),
];

/** Each object on all five scales before the next: no goal asks for it, and it is where compiled branches win most. */
export const classifyRowsOnAll: BenchCase = rowsCase({
  words: "five scales in turn",
  rowsOf: plainRows,
  ours: ranksOnAll,
  byHand: allRanksOf,
  goalAt: noGoal,
});

/** Objects as `customerAt` makes them. A million of them would fill the heap, so this stops at 100,000. */
export const classifyRowsOfTable: BenchCase = {
  ...rowsCase({
    words: "ladder, rows of customerAt",
    rowsOf: (table) => Array.from({ length: table.rowCount }, (_, row) => customerAt(table, row)),
    ours: (rows) => ranksOn(rows, LADDER),
    byHand: (rows) => ranksByHand(rows, RANKS_BY_HAND.ladder),
    goalAt: noGoal,
  }),
  sizes: SIZES.slice(0, 2),
};

function oneScaleCase(
  words: string,
  scale: Scale,
  rankByHand: (facts: CustomerFacts) => number,
  peers: readonly string[] = [],
): BenchCase {
  return rowsCase({
    words,
    rowsOf: plainRows,
    ours: (rows) => ranksOn(rows, scale),
    byHand: (rows) => ranksByHand(rows, rankByHand),
    goalAt: GOAL,
    peers,
  });
}

type RanksOf = (rows: readonly CustomerFacts[]) => Uint8Array;

interface RowsCase {
  readonly words: string;
  readonly rowsOf: (table: CustomerTable) => CustomerFacts[];
  readonly ours: RanksOf;
  readonly byHand: RanksOf;
  /** Against the chain by hand. */
  readonly goalAt: BenchRow["goalAt"];
  /** Peers besides, on the ladder alone. */
  readonly peers?: readonly string[];
}

function rowsCase({ words, rowsOf, ours, byHand, goalAt, peers = [] }: RowsCase): BenchCase {
  const name = `classify rows: ${words}`;
  const against = { name, ours: OURS, goalAt: noGoal };
  return {
    name,
    unit: "row",
    sizes: SIZES,
    rows: [{ ...against, peer: BY_HAND, goalAt }, ...peers.map((peer) => ({ ...against, peer }))],
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
function ranksOn(rows: readonly CustomerFacts[], scale: Scale): Uint8Array {
  const ranks = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) ranks[row] = classifyCustomer(rows[row]!, scale).rank ?? 0;
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
