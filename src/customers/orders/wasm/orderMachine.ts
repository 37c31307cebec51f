import type { WasmModule } from "../../../machine/host.ts";
import { compileModule, instantiateModule } from "../../../machine/instantiateModule.ts";
import { allocateResident, memoryBehind } from "../../../machine/residentMemory.ts";
import { SLICE_ROWS } from "../orderSlice.ts";
import { BLOCK_CUSTOMERS } from "../rowKeys.ts";
import { CHUNK_BYTES, CHUNK_ROWS, CUSTOMER_SHIFT, OUT_COLUMNS } from "./kernelLayout.ts";
import { orderKernelCode } from "./orderKernelCode.ts";

/** A WebAssembly memory for so many rows of so many blocks of customers, and the kernel on it. */
export interface OrderMachine {
  readonly blockCount: number;
  readonly chunkCount: number;
  /** What stage finds on the way, see `kernelLayout.ts`. */
  readonly header: DataView;
  /** The slice to stage; the kernel takes the days from right behind the codes. */
  readonly codes: Uint32Array;
  readonly days: Int32Array;
  readonly amountsMinor: Float64Array;
  /** Block → where its rows end, 0 for none. */
  readonly ends: Uint32Array;
  /** The days of one block's customers: a word for each per period. */
  readonly dayBits: Uint32Array;
  /** What `finish` writes: {@link OUT_COLUMNS}, then two of revenue. */
  readonly out: Uint32Array;
  readonly revenuesMinor: Float64Array;
  /** Stages the slice by base day, last offset and `asOf`; see `stageCode.ts`. */
  stage(count: number, rules: readonly number[], leastBits: bigint): number;
  fold(rowEnd: number, lowPeriod: number, fromOffset: number): void;
  finish(placeCount: number, firstCode: number, baseDay: number): number;
}

/** What the kernel exports. */
type Kernel = Readonly<Record<"stage" | "fold" | "finish", (...values: (number | bigint)[]) => number>>;

/** Periods of 32 days that a block has room for: 45 years. */
export const PERIODS_MAXIMUM = 512;

/** Compiled at the first need. A module has no state. */
let compiled: WasmModule | undefined;

/**
 * The machine that was used last: to touch fresh memory for the first time takes a sixth of the time of a million
 * orders.
 */
let kept: OrderMachine | undefined;

/** The most that is kept: 17 MB, enough for two million orders. */
const KEPT_CHUNKS = 2048;

/** A machine that nobody else uses; undefined where the host refuses. */
export function takeMachine(rowCount: number, blockCount: number): OrderMachine | undefined {
  const chunkCount = blockCount + Math.ceil(rowCount / CHUNK_ROWS);
  const known = kept;
  kept = undefined;
  if (known === undefined || known.blockCount < blockCount || known.chunkCount < chunkCount) {
    return createMachine(blockCount, chunkCount);
  }
  known.ends.fill(0);
  return known;
}

/** Gives a machine back whose customers and day bits are empty. */
export function returnMachine(machine: OrderMachine): void {
  if (machine.chunkCount <= KEPT_CHUNKS) kept = machine;
}

function createMachine(blockCount: number, chunkCount: number): OrderMachine | undefined {
  const views = allocateResident([
    { type: "u32", length: SLICE_ROWS },
    { type: "i32", length: SLICE_ROWS },
    { type: "f64", length: SLICE_ROWS },
    { type: "u32", length: BLOCK_CUSTOMERS << (CUSTOMER_SHIFT - 2) },
    { type: "u32", length: OUT_COLUMNS.length * BLOCK_CUSTOMERS },
    { type: "f64", length: 2 * BLOCK_CUSTOMERS },
    { type: "u32", length: blockCount },
    { type: "u32", length: chunkCount },
    { type: "u32", length: PERIODS_MAXIMUM * BLOCK_CUSTOMERS },
    { type: "u8", length: (chunkCount + 1) * CHUNK_BYTES }, // one more, to begin at a multiple
  ]);
  if (views === undefined) return undefined;
  compiled ??= compileModule(orderKernelCode());
  const imports = { env: { memory: memoryBehind(views[0].buffer) } };
  const kernel = compiled && (instantiateModule(compiled, imports) as unknown as Kernel | undefined);
  if (kernel === undefined) return undefined;
  const [codes, days, amountsMinor, customers, out, revenuesMinor, ends, previous, dayBits, chunks] = views;
  const waiting = [previous.byteOffset, Math.ceil(chunks.byteOffset / CHUNK_BYTES) * CHUNK_BYTES];
  const outputs = [out.byteOffset, revenuesMinor.byteOffset];
  return {
    ...{ blockCount, chunkCount, header: new DataView(codes.buffer) },
    ...{ codes, days, amountsMinor, ends, dayBits, out, revenuesMinor },
    stage: (count, rules, leastBits) =>
      kernel.stage(
        ...[codes.byteOffset, amountsMinor.byteOffset, count, ...rules, leastBits],
        ...[ends.byteOffset, ...waiting, chunkCount],
      ),
    fold(rowEnd, lowPeriod, fromOffset) {
      const dayBitsOfPeriod0 = dayBits.byteOffset - lowPeriod * 4 * BLOCK_CUSTOMERS;
      kernel.fold(rowEnd, ...waiting, customers.byteOffset, dayBitsOfPeriod0, fromOffset);
    },
    finish: (placeCount, firstCode, baseDay) =>
      kernel.finish(customers.byteOffset, placeCount, ...outputs, firstCode, baseDay),
  };
}
