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
import type { CompiledComparison, CompiledNode } from "../compileCriteria.ts";
import type { RankPlan } from "../rankPlan.ts";
import { chunkRowsFor, ROUND_ROWS } from "./chunkRows.ts";
import { isByteColumn, isDoubleColumn } from "./columnVectors.ts";
import { comparisonMask } from "./comparisonMask.ts";
import { emit, fenceMask, type KernelCode, keepMask } from "./kernelCode.ts";
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

/**
 * Writes the module for a plan: stage by stage it compares the values of a chunk of rows, the last stage ranks them.
 * Undefined for a plan that is too large.
 */
export function writeKernel({ comparisons, rankings }: RankPlan): RankKernel | undefined {
  if (comparisons.length > MAXIMUM_COMPARISONS) return undefined;
  const columns = new Map(comparisons.flatMap(({ facts }) => facts.map((fact) => [fact.field, fact])));
  const fields = [...columns.keys()];
  const bytesPerRow = [...[...columns.values()].map(bytesPerValue), ...rankings.map(() => 1)];
  const chunkRows = chunkRowsFor(fields.length, comparisons.length);
  const chunk = 1 + bytesPerRow.length;
  const address = chunk + 2;
  const firstVector = address + bytesPerRow.length;
  const kernel: KernelCode = {
    ...{ columns, chunk, row: chunk + 1, address, localCount: firstVector },
    ...{ code: [], kept: new Map() },
  };
  const stages: WasmCode[] = [];
  const compared: Mask[] = [];
  for (const group of groupsOf(comparisons, chunkRows)) {
    for (const index of group) {
      const mask = comparisonMask(kernel, comparisons[index] as CompiledComparison);
      compared[index] = fenceMask(kernel, chunkRows * index, mask);
    }
    const read = group.flatMap((index) => (comparisons[index] as CompiledComparison).facts);
    const places = new Set(read.map(({ field }) => fields.indexOf(field)));
    stages.push(closeStage(kernel, [...places], bytesPerRow, chunkRows));
  }
  const known = new Map<CompiledNode, Mask>();
  const ranks = rankings.map(({ climb, roots }, index) => {
    const place = fields.length + index;
    const holds = roots.map((root) => nodeMask(root, kernel, compared, known));
    const rank = rankCode(kernel, climb, holds);
    emit(kernel, [...getLocal(address + place), ...rank, V128_STORE, ...at(0)]);
    return place;
  });
  stages.push(closeStage(kernel, ranks, bytesPerRow, chunkRows));
  const code = loopCode(stages.flat(), chunk, chunkRows, getLocal(0));
  if (code.length > MAXIMUM_CODE) return undefined;
  const rank: WasmFunction = {
    name: "rank",
    parameters: Array.from({ length: chunk }, () => I32),
    results: [],
    locals: [
      [firstVector - chunk, I32],
      [kernel.localCount - firstVector, V128],
    ],
    code,
  };
  return { bytes: assembleModule([rank]), fields, scratchBytes: chunkRows * comparisons.length };
}

/** The comparisons of each stage, by index: those of the same facts or, in chunks of one round, all. */
function groupsOf(
  comparisons: readonly CompiledComparison[],
  chunkRows: number,
): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { facts }] of comparisons.entries()) {
    const key = chunkRows === ROUND_ROWS ? "" : JSON.stringify(facts.map(({ field }) => field));
    const group = groups.get(key) ?? [];
    group.push(index);
    groups.set(key, group);
  }
  return groups.values();
}

/** The stage that was written, for all rows of a chunk, with the addresses in some places found first. */
function closeStage(
  kernel: KernelCode,
  places: readonly number[],
  bytesPerRow: readonly number[],
  chunkRows: number,
): WasmCode {
  const { chunk, row, address } = kernel;
  const find = places.flatMap((place) => [
    ...[...getLocal(1 + place), ...getLocal(chunk), ...getLocal(row), I32_ADD],
    ...[...i32Const(bytesPerRow[place] as number), I32_MUL, I32_ADD, ...setLocal(address + place)],
  ]);
  const round = [...find, ...kernel.code];
  kernel.code = [];
  kernel.kept.clear();
  return [...i32Const(0), ...setLocal(row), ...loopCode(round, row, ROUND_ROWS, i32Const(chunkRows))];
}

/** Runs code at least once, and again while a local, which goes up in steps, is below an end. */
function loopCode(code: WasmCode, local: number, step: number, end: WasmCode): WasmCode {
  const advance = [...getLocal(local), ...i32Const(step), I32_ADD, ...teeLocal(local)];
  return [LOOP, EMPTY, ...code, ...advance, ...end, I32_LT_U, BRANCH_IF, 0, END];
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
