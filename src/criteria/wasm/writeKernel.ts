import { assembleModule, type WasmFunction } from "../../machine/assembleModule.ts";
import {
  at,
  BRANCH_IF,
  EMPTY,
  END,
  getLocal,
  I32,
  I32_ADD,
  I32_LT_U,
  I32_MUL,
  i32Const,
  LOOP,
  setLocal,
  teeLocal,
  V128,
  V128_STORE,
  type WasmCode,
} from "../../machine/wasmCode.ts";
import type { FactColumn } from "../../units/column.ts";
import type { CompiledNode } from "../compileCriteria.ts";
import type { RankPlan } from "../rankPlan.ts";
import { isByteColumn, isDoubleColumn } from "./columnVectors.ts";
import { comparisonMask } from "./comparisonMask.ts";
import { emit, fenceMask, type KernelCode, keepMask } from "./kernelCode.ts";
import { type Mask, meetAll, meetAny, negate } from "./mask.ts";
import { rankCode } from "./rankCode.ts";

/** A module for one plan, and what it needs to run. */
export interface RankKernel {
  /**
   * The module. It exports `rank(count, …columns, …ranks)`: how many rows are ranked, from 1 on, and the addresses
   * of the first value of each column and of the first rank of each ranking. It reads and writes whole rounds of 16
   * rows.
   */
  readonly bytes: Uint8Array;
  readonly fields: readonly string[];
  /** How many bytes at the front of the memory it writes to. */
  readonly scratchBytes: number;
}

/** Larger plans are not served: compilers take more than linear time. */
const MAXIMUM_COMPARISONS = 1_000;
const MAXIMUM_CODE = 200_000;

/** Writes the module for a plan; undefined for a plan that is too large. */
export function writeKernel(plan: RankPlan): RankKernel | undefined {
  const { comparisons, rankings } = plan;
  if (comparisons.length > MAXIMUM_COMPARISONS) return undefined;
  const columns = new Map(comparisons.flatMap(({ facts }) => facts.map((fact) => [fact.field, fact])));
  const bytesPerRow = [...[...columns.values()].map(bytesPerValue), ...rankings.map(() => 1)];
  // The count and the addresses; the row, and where its values are; then vectors.
  const row = 1 + bytesPerRow.length;
  const kernel: KernelCode = {
    columns,
    firstAddress: row + 1,
    code: [],
    localCount: 2 * row,
    kept: new Map(),
  };
  // All comparisons, then the trees: one after the other they take 5 to 10 % less time than in turns.
  const compared = comparisons.map((comparison, index) =>
    fenceMask(kernel, 16 * index, comparisonMask(kernel, comparison)),
  );
  const known = new Map<CompiledNode, Mask>();
  for (const [index, { climb, roots }] of rankings.entries()) {
    const holds = roots.map((root) => nodeMask(root, kernel, compared, known));
    const ranks = rankCode(kernel, climb, holds);
    emit(kernel, [...getLocal(row + 1 + columns.size + index), ...ranks, V128_STORE, ...at(0)]);
  }
  if (kernel.code.length > MAXIMUM_CODE) return undefined;
  const rank: WasmFunction = {
    name: "rank",
    parameters: Array.from({ length: row }, () => I32),
    results: [],
    locals: [
      [row, I32],
      [kernel.localCount - 2 * row, V128],
    ],
    code: loopCode(kernel.code, row, bytesPerRow),
  };
  return {
    bytes: assembleModule([rank]),
    fields: [...columns.keys()],
    scratchBytes: 16 * comparisons.length,
  };
}

/** Finds the values of 16 rows, ranks them, and goes on while there are more. */
function loopCode(round: WasmCode, row: number, bytesPerRow: readonly number[]): WasmCode {
  const find = bytesPerRow.flatMap((bytes, index) => [
    ...[...getLocal(1 + index), ...getLocal(row), ...i32Const(bytes), I32_MUL],
    ...[I32_ADD, ...setLocal(row + 1 + index)],
  ]);
  const advance = [...getLocal(row), ...i32Const(16), I32_ADD, ...teeLocal(row)];
  return [LOOP, EMPTY, ...find, ...round, ...advance, ...getLocal(0), I32_LT_U, BRANCH_IF, 0, END];
}

function bytesPerValue(column: FactColumn): number {
  return isByteColumn(column) ? 1 : isDoubleColumn(column) ? 8 : 4;
}

/** The mask of a node, computed after those below it, and not twice. */
function nodeMask(
  node: CompiledNode,
  kernel: KernelCode,
  compared: readonly Mask[],
  known: Map<CompiledNode, Mask>,
): Mask {
  if (node.kind === "comparison") return compared[node.index] as Mask;
  const partMask = (part: CompiledNode): Mask => nodeMask(part, kernel, compared, known);
  if (node.kind === "not") return negate(partMask(node.part));
  let mask = known.get(node);
  if (mask === undefined) {
    mask = keepMask(kernel, (node.kind === "all" ? meetAll : meetAny)(node.parts.map(partMask)));
    known.set(node, mask);
  }
  return mask;
}
