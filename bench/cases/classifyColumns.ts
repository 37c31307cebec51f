import type { FactColumns } from "../../src/customers/customerTable.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { type BenchCase, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { allSteps, ladderSteps } from "../peers/stepsByHand.ts";
import { createCustomers } from "../population/createCustomers.ts";
import { ALL_SCALES, LADDER } from "./scales.ts";

/** A table on the ladder. */
export const classifyColumnsOnLadder: BenchCase = {
  name: "classify columns, ladder",
  ...columnsCase([LADDER], (columns) => [ladderSteps(columns)]),
};

/** The same table on all five scales. */
export const classifyColumnsOnAll: BenchCase = {
  name: "classify columns, five scales",
  ...columnsCase(ALL_SCALES, allSteps),
};

function columnsCase(
  scales: readonly Scale[],
  peer: (columns: FactColumns) => Uint8Array[],
): Omit<BenchCase, "name"> {
  return {
    unit: "row",
    sizes: SIZES,
    peerName: "branches by hand",
    unitsPerSample: 1_000_000,
    goalAt: noGoal,
    prepare(size) {
      const table = createCustomers(size, 1);
      return createContest({
        unitsPerRun: size,
        ours: () => scales.map((scale) => classifyTable(table, scale).step),
        peer: () => peer(table.columns),
        difference: firstDifference,
      });
    },
  };
}

function firstDifference(ours: readonly Uint8Array[], peers: readonly Uint8Array[]): string | undefined {
  for (const [scale, steps] of ours.entries()) {
    const found = differentValues(steps, peers[scale]!);
    if (found !== undefined) return `scale ${scale}: ${found}`;
  }
  return undefined;
}
