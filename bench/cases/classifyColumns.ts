import { availableParallelism } from "node:os";
import { rankByBits } from "../../src/criteria/bitSliced/rankByBits.ts";
import type { ColumnLookup, RankPlan } from "../../src/criteria/rankPlan.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import { residentTable } from "../../src/customers/residentTable.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { columnsOf } from "../../src/scales/columnsOf.ts";
import { compileScale } from "../../src/scales/compileScale.ts";
import { compileTogether } from "../../src/scales/compileTogether.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { rankPlainly } from "../../test/criteria/support/rankPlainly.ts";
import {
  type BenchCase,
  type BenchRow,
  type Goal,
  goalAtMillion,
  LARGE_SIZES,
  noGoal,
} from "../measure/benchCase.ts";
import { createContest, type MakeSide } from "../measure/contest.ts";
import { differentAnswers } from "../measure/differentValues.ts";
import { createSide } from "../measure/side.ts";
import { arqueroPolicySide } from "../peers/arquero/arqueroPolicySide.ts";
import { cSide } from "../peers/c/cSide.ts";
import { duckdbPolicySide, loadDuckdb } from "../peers/duckdb/duckdbPolicySide.ts";
import { numpySide } from "../peers/numpy/numpySide.ts";
import { once } from "../peers/once.ts";
import { loadPolarsFrame, polarsPolicySide } from "../peers/polars/polarsPolicySide.ts";
import { createPolicyInput, type PolicyInput } from "../peers/policyInput.ts";
import { allSteps, twoSteps, valueSteps } from "../peers/stepsByHand.ts";
import { numpyByBlock, numpyOfPolicy, numpySelectOfPolicy } from "../policy/numpyOfPolicy.ts";
import { policyOf } from "../policy/policy.ts";
import { createPopulation } from "../population/createPopulation.ts";
import { ALL_SCALES, TWO_SCALES, VALUE_SCALE } from "./scales.ts";

/** A loop with branches over the typed arrays of a table, for one set of scales. */
type ByHand = (table: CustomerTable) => readonly Uint8Array[];

type Answers = readonly Uint8Array[];
type Sides = Readonly<Record<string, MakeSide<Answers>>>;

const COPIED = "compiled, columns copied";
const RESIDENT = "compiled, columns resident";
const BITS = "bit-sliced";
const PLAIN = "plain executor";
const POLARS = "polars, 1 thread";
const POLARS_TYPED = "polars, 1 thread, typed constants";

const WHOLE_NUMBERS: Goal = { least: 0.75, aim: 1 };
const DOUBLES: Goal = { least: 0.55, aim: 0.8 };

/** For peers that at ten million take more time, or more memory, than the figure is worth. */
const USUAL = { sizeMaximum: 1_000_000 } as const;

/** What the scales ask for, and which goal against C their columns have. */
function classifyColumns(
  words: string,
  scales: readonly Scale[],
  byHand: ByHand,
  residentGoal: Goal,
): BenchCase {
  return {
    name: `classify columns: ${words}`,
    unit: "row",
    sizes: LARGE_SIZES,
    rows: rowsOf(words, residentGoal),
    async prepare(size, wanted) {
      const plan = compileTogether(scales.map((scale) => compileScale(scale)));
      const policy = policyOf(plan);
      const table = createPopulation(size, 1, new Set(policy.columns.map(({ field }) => field)));
      const input = createPolicyInput(policy, columnsOf(table), size);
      const makers = { ...oursSides(table, scales, plan), ...peerSides(input, () => byHand(table)) };
      return createContest(makers, wanted, { difference: differentAnswers, close: input.close });
    },
  };
}

function rowsOf(words: string, residentGoal: Goal): readonly BenchRow[] {
  const copied = [
    { peer: "C, gcc", goalAt: goalAtMillion(0.35, 0.5) },
    { peer: "C, clang" },
    { peer: "numpy, branch-free", goalAt: goalAtMillion(2, 3) },
    { peer: "numpy, branch-free by block", ...USUAL },
    { peer: "numpy.select", ...USUAL },
    { peer: "DuckDB, 1 thread", goalAt: goalAtMillion(15, 25) },
    { peer: "DuckDB, all threads", ...USUAL },
    { peer: POLARS },
    { peer: POLARS_TYPED },
    { peer: "arquero", ...USUAL },
    { peer: "branches by hand" },
  ];
  const resident = [
    { peer: "C, gcc", goalAt: goalAtMillion(residentGoal.least, residentGoal.aim) },
    { peer: "C, clang" },
    { peer: COPIED },
  ];
  const bits = [
    { peer: "DuckDB, 1 thread", goalAt: goalAtMillion(3, 6) },
    { peer: POLARS, goalAt: goalAtMillion(2, 4) },
    { peer: POLARS_TYPED },
    { peer: "branches by hand" },
    { peer: PLAIN, ...USUAL },
  ];
  const rows = (way: string, ours: string, peers: readonly PeerRow[]) =>
    peers.map((row) => ({ name: `classify columns, ${way}: ${words}`, ours, goalAt: noGoal, ...row }));
  return [
    ...rows("copied", COPIED, copied),
    ...rows("resident", RESIDENT, resident),
    ...rows("bit-sliced", BITS, bits),
  ];
}

type PeerRow = Pick<BenchRow, "peer"> & Partial<Pick<BenchRow, "goalAt" | "sizeMaximum">>;

/** The verb as it is called, on both kinds of tables, and the executors of hosts that refuse to compile. */
function oursSides(table: CustomerTable, scales: readonly Scale[], plan: RankPlan): Sides {
  const columnOf: ColumnLookup = columnsOf(table);
  const classified = (name: string, on: CustomerTable) =>
    createSide<readonly { readonly step: Uint8Array }[], Answers>({
      name,
      unitsPerRun: on.rowCount,
      work: () => classifyTable(on, scales),
      outcomeOf: (placements) => placements.map(({ step }) => step),
    });
  const executed = (name: string, execute: () => Answers | undefined) =>
    createSide<Answers | undefined, Answers>({
      name,
      unitsPerRun: table.rowCount,
      work: execute,
      outcomeOf: (answers) => answers ?? [],
    });
  return {
    [COPIED]: () => classified(COPIED, table),
    [RESIDENT]: () => classified(RESIDENT, residentTable(table)),
    [BITS]: () => executed(BITS, () => rankByBits(plan, columnOf, table.rowCount)),
    [PLAIN]: () => executed(PLAIN, () => rankPlainly(plan, columnOf, table.rowCount)),
  };
}

function peerSides(input: PolicyInput, byHand: () => Answers): Sides {
  const { policy, rowCount } = input;
  const duckdb = once(() => loadDuckdb(input));
  const polars = once(() => loadPolarsFrame(input));
  return {
    "C, gcc": () => cSide("gcc", input),
    "C, clang": () => cSide("clang", input),
    "numpy, branch-free": () => numpySide("numpy", numpyOfPolicy(policy), input),
    "numpy, branch-free by block": () => numpySide("numpy-by-block", numpyByBlock(policy), input),
    "numpy.select": () => numpySide("numpy-select", numpySelectOfPolicy(policy), input),
    "DuckDB, 1 thread": async () => duckdbPolicySide(await duckdb(), 1, input),
    "DuckDB, all threads": async () => duckdbPolicySide(await duckdb(), availableParallelism(), input),
    [POLARS]: async () => polarsPolicySide(await polars(), "plain", input),
    [POLARS_TYPED]: async () => polarsPolicySide(await polars(), "typed", input),
    arquero: () => arqueroPolicySide(input),
    "branches by hand": () =>
      createSide<Answers, Answers>({
        name: "by hand",
        unitsPerRun: rowCount,
        work: byHand,
        outcomeOf: (answers) => answers,
      }),
  };
}

/** Counts and flags, and one amount. */
export const classifyTwoScales: BenchCase = classifyColumns(
  "two scales",
  TWO_SCALES,
  ({ columns }) => twoSteps(columns),
  WHOLE_NUMBERS,
);

/** Everything that the built-in scales ask for; half of what is read are doubles. */
export const classifyAllScales: BenchCase = classifyColumns(
  "five scales",
  ALL_SCALES,
  ({ columns }) => allSteps(columns),
  DOUBLES,
);

/** Nothing but doubles, sums of them among them. */
export const classifyByValue: BenchCase = classifyColumns(
  "value scale",
  [VALUE_SCALE],
  (table) => [valueSteps(table)],
  DOUBLES,
);
