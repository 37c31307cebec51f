import type { WasmFunction } from "../../../machine/assembleModule.ts";
import {
  at,
  BLOCK,
  BRANCH,
  EMPTY,
  END,
  F64,
  F64_LOAD,
  getLocal,
  I32,
  I32_ADD,
  I32_AND,
  I32_EQ,
  I32_EQZ,
  I32_GE_U,
  I32_GT_U,
  I32_OR,
  I32_SHL,
  I32_SHR_U,
  I32_SUB,
  I64,
  I64_SUB,
  IF,
  i32Const,
  i64Const,
  SELECT,
  teeLocal,
  type WasmCode,
} from "../../../machine/wasmCode.ts";
import { FARTHEST_DAY } from "../../../units/day.ts";
import { SLICE_ROWS } from "../orderSlice.ts";
import { BLOCK_BITS, DAY_MASK, PERIOD_BITS, PLACE_MASK } from "../rowKeys.ts";
import {
  CHUNK_AMOUNTS_AT,
  CHUNK_BYTES,
  HIGH_OFFSET_AT,
  LATER_COUNT_AT,
  LOW_OFFSET_AT,
  NEXT_CHUNK_AT,
} from "./kernelLayout.ts";
import {
  advance,
  assign,
  calculate,
  F64_CONVERT_I32_U,
  F64_NE,
  forever,
  I32_GT_S,
  I32_LT_S,
  I32_TRUNCATE_F64_U,
  I64_GT_U,
  leaveIf,
  load32,
  load64,
  store32,
} from "./wasmWords.ts";

// Parameters
const [CODES, AMOUNTS, COUNT, BASE_DAY, LAST_OFFSET, AS_OF_DAY, LEAST_BITS] = [0, 1, 2, 3, 4, 5, 6];
const [ENDS, PREVIOUS, CHUNKS, CHUNK_COUNT] = [7, 8, 9, 10];
// Locals
const [END_OF_CODES, DAY, OFFSET, CODE, END_AT, ROW_END, INTEGER] = [11, 12, 13, 14, 15, 16, 17];
const [NEXT_CHUNK, LOW, HIGH, LATER, AMOUNT] = [18, 19, 20, 21, 22];

/** The front of the memory. */
const HEADER: WasmCode = /* @__PURE__ */ i32Const(0);

/** The bits of the double 2^32 − 1. Doubles from 0 on order as their bits do; −0 and NaN stand above all of them. */
const MOST_BITS = 0x41ef_ffff_ffe0_0000n;

/**
 * `stage(codes, amounts, count, baseDay, lastOffset, asOfDay, leastBits, ends, previous, chunks, chunkCount)`:
 * sorts the rows of a slice by block of customers; the days lie right behind all {@link SLICE_ROWS} codes. Gives
 * the first row that is no order of up to 2^32 − 1 on a usual day (0 passes where `leastBits` is 0, nothing below
 * 1 where it is 1), or that found no chunk left, or else the count. Rows after `asOfDay` are counted and left out.
 */
export function stageFunction(): WasmFunction {
  const codesLeft = calculate(getLocal(END_OF_CODES), I32_SUB, getLocal(CODES));
  return {
    name: "stage",
    parameters: [I32, I32, I32, I32, I32, I32, I64, I32, I32, I32, I32],
    results: [I32],
    locals: [
      [11, I32],
      [1, F64],
    ],
    code: [
      ...assign(END_OF_CODES, [...getLocal(CODES), ...getLocal(COUNT), ...i32Const(2), I32_SHL, I32_ADD]),
      ...assign(NEXT_CHUNK, load32(HEADER, NEXT_CHUNK_AT)),
      ...assign(LOW, load32(HEADER, LOW_OFFSET_AT)),
      ...assign(HIGH, load32(HEADER, HIGH_OFFSET_AT)),
      ...assign(LATER, load32(HEADER, LATER_COUNT_AT)),
      ...[BLOCK, EMPTY, ...forever(stageRow()), END],
      ...store32(HEADER, getLocal(NEXT_CHUNK), NEXT_CHUNK_AT),
      ...store32(HEADER, getLocal(LOW), LOW_OFFSET_AT),
      ...store32(HEADER, getLocal(HIGH), HIGH_OFFSET_AT),
      ...store32(HEADER, getLocal(LATER), LATER_COUNT_AT),
      ...calculate(getLocal(COUNT), I32_SUB, [...codesLeft, ...i32Const(2), I32_SHR_U]),
    ],
  };
}

/** Within a loop within a block: a branch by 1 leaves both. */
function stageRow(): WasmCode {
  return [
    ...leaveIf(calculate(getLocal(CODES), I32_GE_U, getLocal(END_OF_CODES)), 1),
    ...checkAmount(),
    ...assign(DAY, load32(getLocal(CODES), 4 * SLICE_ROWS)),
    ...calculate(getLocal(DAY), I32_SUB, getLocal(BASE_DAY)),
    ...[...teeLocal(OFFSET), ...getLocal(LAST_OFFSET), I32_GT_U],
    ...[IF, EMPTY, ...skipLaterRow(), END],
    ...findPlace(),
    ...assign(LOW, smaller(OFFSET, LOW)),
    ...assign(HIGH, larger(OFFSET, HIGH)),
    ...store32(getLocal(ROW_END), rowKey()),
    ...store32(getLocal(ROW_END), getLocal(INTEGER), CHUNK_AMOUNTS_AT),
    ...store32(getLocal(END_AT), calculate(getLocal(ROW_END), I32_ADD, i32Const(4))),
    ...nextRow(),
  ];
}

function nextRow(): WasmCode {
  return [...advance(CODES, 4), ...advance(AMOUNTS, 8)];
}

/** Leaves where the amount is below the least or above the most, no number, or has a fraction. */
function checkAmount(): WasmCode {
  const aboveLeast = calculate(load64(getLocal(AMOUNTS)), I64_SUB, getLocal(LEAST_BITS));
  const span = calculate(i64Const(MOST_BITS), I64_SUB, getLocal(LEAST_BITS));
  const integer = [...getLocal(AMOUNTS), F64_LOAD, ...at(0), ...teeLocal(AMOUNT), I32_TRUNCATE_F64_U];
  return [
    ...leaveIf(calculate(aboveLeast, I64_GT_U, span), 1),
    ...[...integer, ...teeLocal(INTEGER), F64_CONVERT_I32_U],
    ...leaveIf([...getLocal(AMOUNT), F64_NE], 1),
  ];
}

/** In a block of its own: leaves all where the day is none or an early one, or else goes on with the next row. */
function skipLaterRow(): WasmCode {
  const isUnusual = [
    ...calculate(getLocal(DAY), I32_GT_S, getLocal(AS_OF_DAY)),
    I32_EQZ,
    ...calculate(getLocal(DAY), I32_GT_S, i32Const(FARTHEST_DAY)),
    I32_OR,
  ];
  return [...leaveIf(isUnusual, 2), ...advance(LATER, 1), ...nextRow(), BRANCH, 1];
}

/** The address for the row in the chunk of its block, a new one where the last is full. */
function findPlace(): WasmCode {
  const block = [...getLocal(CODE), ...i32Const(BLOCK_BITS), I32_SHR_U, ...i32Const(2), I32_SHL];
  const isFull = [...calculate(getLocal(ROW_END), I32_AND, i32Const(CHUNK_AMOUNTS_AT - 1)), I32_EQZ];
  const previousAt = [...getLocal(PREVIOUS), ...getLocal(NEXT_CHUNK), ...i32Const(2), I32_SHL, I32_ADD];
  const nextAt = [...getLocal(NEXT_CHUNK), ...i32Const(Math.log2(CHUNK_BYTES)), I32_SHL];
  return [
    ...assign(CODE, load32(getLocal(CODES))),
    ...assign(END_AT, calculate(getLocal(ENDS), I32_ADD, block)),
    ...[...assign(ROW_END, load32(getLocal(END_AT))), ...isFull, IF, EMPTY],
    ...leaveIf(calculate(getLocal(NEXT_CHUNK), I32_EQ, getLocal(CHUNK_COUNT)), 2),
    ...store32(previousAt, getLocal(ROW_END)),
    ...assign(ROW_END, calculate(getLocal(CHUNKS), I32_ADD, nextAt)),
    ...[...advance(NEXT_CHUNK, 1), END],
  ];
}

function smaller(one: number, other: number): WasmCode {
  const isLess = calculate(getLocal(one), I32_LT_S, getLocal(other));
  return [...getLocal(one), ...getLocal(other), ...isLess, SELECT];
}

function larger(one: number, other: number): WasmCode {
  const isMore = calculate(getLocal(one), I32_GT_S, getLocal(other));
  return [...getLocal(one), ...getLocal(other), ...isMore, SELECT];
}

function rowKey(): WasmCode {
  const period = calculate(getLocal(OFFSET), I32_AND, i32Const(~DAY_MASK)); // × 32 already
  const place = calculate(getLocal(CODE), I32_AND, i32Const(PLACE_MASK));
  const day = calculate(getLocal(OFFSET), I32_AND, i32Const(DAY_MASK));
  return [
    ...[...period, ...i32Const(BLOCK_BITS), I32_SHL],
    ...[...place, ...i32Const(PERIOD_BITS), I32_SHL, I32_OR],
    ...[...day, I32_OR],
  ];
}
