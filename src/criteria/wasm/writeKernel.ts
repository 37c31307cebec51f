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
  i32Const,
  LOOP,
  setLocal,
  teeLocal,
  V128,
  V128_STORE,
  type WasmCode,
} from "../../machine/wasmCode.ts";
import type { CompiledComparison, CompiledNode } from "../compileCriteria.ts";
import type { RankPlan } from "../rankPlan.ts";
import { chunkRowsFor, ROUND_ROWS } from "./chunkRows.ts";
import { comparisonMask } from "./comparisonMask.ts";
import { addressOf, emit, fenceMask, type KernelCode, keepMask } from "./kernelCode.ts";
import { type Mask, meetAll, meetAny, negate } from "./mask.ts";
import { rankCode } from "./rankCode.ts";

/** A module for one plan, and what it needs to run. */
export interface RankKernel {
  /**
   * The module. It exports `rank(count, …columns, …ranks)`: how many rows are ranked, from 1 on, and the addresses
   * of the first value of each column and of the first rank of each ranking.
   */
  readonly bytes: Uint8Array;
  readonly fields: readonly string[];
  /** How many bytes at the front of the memory it writes to. */
  readonly scratchBytes: number;
}

/** Larger plans are not served: compilers take more than linear time. */
const MAXIMUM_COMPARISONS = 1_000;
const MAXIMUM_CODE = 200_000;

/** Engines refuse functions of more parameters; fewer also leave room for a block of rows beside every ranking. */
const MAXIMUM_PARAMETERS = 1_000;

/**
 * Writes the module for a plan: stage by stage it compares the values of a chunk of rows, the last stage ranks them.
 * Undefined for a plan that is too large.
 */
export function writeKernel({ comparisons, rankings }: RankPlan): RankKernel | undefined {
  if (comparisons.length > MAXIMUM_COMPARISONS) return undefined;
  const fields = [...new Set(comparisons.flatMap(({ facts }) => facts.map(({ field }) => field)))];
  const chunkRows = chunkRowsFor(fields.length, comparisons.length);
  const chunk = 1 + fields.length + rankings.length;
  if (chunk > MAXIMUM_PARAMETERS) return undefined;
  const firstVector = 2 * chunk + 1;
  const kernel: KernelCode = { fields, chunk, localCount: firstVector, code: [], kept: new Map() };
  const stages: WasmCode[] = [];
  const compared: Mask[] = [];
  for (const group of groupsOf(comparisons, chunkRows)) {
    for (const index of group) {
      const mask = comparisonMask(kernel, comparisons[index] as CompiledComparison);
      compared[index] = fenceMask(kernel, chunkRows * index, mask);
    }
    stages.push(endStage(kernel, chunkRows));
  }
  const known = new Map<CompiledNode, Mask>();
  for (const [index, { climb, roots }] of rankings.entries()) {
    const holds = roots.map((root) => nodeMask(root, kernel, compared, known));
    const address = addressOf(kernel, fields.length + index, 1);
    const ranks = rankCode(kernel, climb, holds);
    emit(kernel, [...address, ...ranks, V128_STORE, ...at(0)]);
  }
  stages.push(endStage(kernel, chunkRows));
  const code = loopCode(stages.flat(), chunk, chunkRows, getLocal(0));
  if (code.length > MAXIMUM_CODE) return undefined;
  const rank: WasmFunction = {
    name: "rank",
    parameters: Array.from({ length: chunk }, () => I32),
    results: [],
    locals: [
      [chunk + 1, I32],
      [kernel.localCount - firstVector, V128],
    ],
    code,
  };
  return { bytes: assembleModule([rank]), fields, scratchBytes: chunkRows * comparisons.length };
}

/** The comparisons of each stage, by index: those of the same facts or, in chunks of 16 rows, all. */
function groupsOf(
  comparisons: readonly CompiledComparison[],
  chunkRows: number,
): Iterable<readonly number[]> {
  const groups = new Map<string, readonly number[]>();
  for (const [index, { names }] of comparisons.entries()) {
    const key = chunkRows === ROUND_ROWS ? "" : JSON.stringify(names);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return groups.values();
}

/** The stage that was written, for all rows of a chunk; the next one begins. */
function endStage(kernel: KernelCode, chunkRows: number): WasmCode {
  const row = kernel.chunk + 1;
  const { code } = kernel;
  kernel.code = [];
  kernel.kept.clear();
  return [...i32Const(0), ...setLocal(row), ...loopCode(code, row, ROUND_ROWS, i32Const(chunkRows))];
}

/** Runs code at least once, and again while a local, which goes up in steps, is below an end. */
function loopCode(code: WasmCode, local: number, step: number, end: WasmCode): WasmCode {
  const advance = [...getLocal(local), ...i32Const(step), I32_ADD, ...teeLocal(local)];
  return [LOOP, EMPTY, ...code, ...advance, ...end, I32_LT_U, BRANCH_IF, 0, END];
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
