import type { Column } from "../../units/column.ts";
import type { CompiledComparison, CompiledCriteria, CompiledNode } from "../compileCriteria.ts";
import { addBlock } from "./addBlock.ts";
import { compareBlock } from "./compareBlock.ts";

/** Rows per block: a few dozen byte arrays of this length stay in the nearest cache. */
const BLOCK_ROWS = 1024;

/** Gets the answers for one block; `holds[root][i]` is 1 or 0 for row `firstRow + i`, for `i` below `count`. */
type VisitBlock = (firstRow: number, count: number, holds: readonly Uint8Array[]) => void;

/**
 * Evaluates all criteria for all rows, block by block from row 0 on. Each distinct comparison is made once per
 * block, then the boolean trees run over bytes. The arrays given to `visit` are reused for the next block, and
 * several criteria may share one: read them at once and do not write into them. No rows: no visit.
 *
 * @param columnOf - the column of a field, at least `rowCount` long, in the array of its kind
 */
export function evaluateColumns(
  compiled: CompiledCriteria,
  columnOf: (field: string) => Column,
  rowCount: number,
  visit: VisitBlock,
): void {
  if (rowCount === 0) return;
  const capacity = Math.min(BLOCK_ROWS, rowCount);
  const comparisons = compiled.comparisons.map((comparison) =>
    bindComparison(comparison, columnOf, capacity),
  );
  const answers = comparisons.map(({ holds }) => holds);
  const joints: Joint[] = [];
  const placed = new Map<CompiledNode, Uint8Array>();
  const roots = compiled.roots.map((root) => placeNode(root, { answers, capacity, joints, placed }));
  for (let firstRow = 0; firstRow < rowCount; firstRow += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rowCount - firstRow);
    for (const comparison of comparisons) answerBlock(comparison, firstRow, count);
    for (const joint of joints) joinBlock(joint, count);
    visit(firstRow, count, roots);
  }
}

/** A comparison with its columns at hand and a place for its answers. */
interface BoundComparison {
  readonly comparison: CompiledComparison;
  readonly columns: readonly Column[];
  /** Only for sums. */
  readonly sums: Float64Array | undefined;
  readonly holds: Uint8Array;
}

function bindComparison(
  comparison: CompiledComparison,
  columnOf: (field: string) => Column,
  capacity: number,
): BoundComparison {
  const columns = comparison.facts.map(({ field }) => columnOf(field));
  const sums = columns.length > 1 ? new Float64Array(capacity) : undefined;
  return { comparison, columns, sums, holds: new Uint8Array(capacity) };
}

function answerBlock(bound: BoundComparison, firstRow: number, count: number): void {
  const { comparison, columns, sums, holds } = bound;
  const { operator, threshold } = comparison;
  if (sums === undefined) {
    compareBlock(columns[0] as Column, operator, threshold, firstRow, count, holds);
    return;
  }
  sums.fill(0);
  for (const column of columns) addBlock(column, firstRow, count, sums);
  compareBlock(sums, operator, threshold, 0, count, holds);
}

/** An inner node of a tree, after all nodes that it reads. */
interface Joint {
  readonly kind: "all" | "any" | "not";
  readonly parts: readonly Uint8Array[];
  readonly holds: Uint8Array;
}

interface Placing {
  readonly answers: readonly Uint8Array[];
  readonly capacity: number;
  readonly joints: Joint[];
  readonly placed: Map<CompiledNode, Uint8Array>;
}

/** Gives the node's answers a place, once, and lists the joints below it before itself. */
function placeNode(node: CompiledNode, placing: Placing): Uint8Array {
  if (node.kind === "comparison") return placing.answers[node.index] as Uint8Array;
  const known = placing.placed.get(node);
  if (known !== undefined) return known;
  const nodes = node.kind === "not" ? [node.part] : node.parts;
  const parts = nodes.map((part) => placeNode(part, placing));
  const holds = new Uint8Array(placing.capacity);
  placing.joints.push({ kind: node.kind, parts, holds });
  placing.placed.set(node, holds);
  return holds;
}

function joinBlock({ kind, parts, holds }: Joint, count: number): void {
  holds.fill(kind === "any" ? 0 : 1);
  for (const part of parts) {
    if (kind === "all") andInto(holds, part, count);
    else if (kind === "any") orInto(holds, part, count);
    else xorInto(holds, part, count); // not: 1 xor the part
  }
}

function andInto(holds: Uint8Array, part: Uint8Array, count: number): void {
  for (let row = 0; row < count; row += 1) holds[row] = (holds[row] as number) & (part[row] as number);
}

function orInto(holds: Uint8Array, part: Uint8Array, count: number): void {
  for (let row = 0; row < count; row += 1) holds[row] = (holds[row] as number) | (part[row] as number);
}

function xorInto(holds: Uint8Array, part: Uint8Array, count: number): void {
  for (let row = 0; row < count; row += 1) holds[row] = (holds[row] as number) ^ (part[row] as number);
}
