import type { WasmFunction } from "../../../machine/assembleModule.ts";
import {
  BRANCH_IF,
  EMPTY,
  END,
  getLocal,
  I32,
  I32_ADD,
  I32_AND,
  I32_EQZ,
  I32_LT_U,
  I32_OR,
  I32_SHL,
  I32_SHR_U,
  I32_SUB,
  I64_ADD,
  I64_EXTEND_I32_U,
  I64_OR,
  I64_SHL,
  i32Const,
  i64Const,
  LOOP,
  SELECT,
  teeLocal,
  type WasmCode,
} from "../../../machine/wasmCode.ts";
import { BLOCK_BITS, DAY_MASK, OFFSET_COUNT, PERIOD_BITS, PLACE_MASK } from "../rowKeys.ts";
import {
  CHUNK_AMOUNTS_AT,
  CHUNK_BYTES,
  CUSTOMER_SHIFT,
  FIRST_DAY_AT,
  LAST_DAY_AT,
  REVENUE_AT,
} from "./kernelLayout.ts";
import { advance, assign, calculate, I32_GE_S, load32, load64, store32, store64 } from "./wasmWords.ts";

// Parameters
const [ROW_END, PREVIOUS, CHUNKS, CUSTOMERS, DAY_BITS, FROM_OFFSET] = [0, 1, 2, 3, 4, 5];
// Locals
const [ADDRESS, KEY, WORD_AT, DAYS, OFFSET, CUSTOMER, PART] = [6, 7, 8, 9, 10, 11, 12];

/**
 * `fold(rowEnd, previous, chunks, customers, dayBits, fromOffset)`: adds all rows that wait for a block, which end
 * at `rowEnd` (not 0), to its customers. Chunk by chunk from the last: days are bits, so the order is of no
 * account. `dayBits` is where the page of period 0 would lie, of which only later ones are there.
 */
export function foldFunction(): WasmFunction {
  const chunk = calculate(
    calculate(getLocal(ROW_END), I32_SUB, i32Const(4)),
    I32_AND,
    i32Const(-CHUNK_BYTES),
  );
  const chunkNumber = [
    ...calculate(getLocal(ADDRESS), I32_SUB, getLocal(CHUNKS)),
    ...[...i32Const(Math.log2(CHUNK_BYTES)), I32_SHR_U],
  ];
  const endBefore = load32([...getLocal(PREVIOUS), ...chunkNumber, ...i32Const(2), I32_SHL, I32_ADD]);
  return {
    name: "fold",
    parameters: [I32, I32, I32, I32, I32, I32],
    results: [],
    locals: [[7, I32]],
    code: [
      ...[LOOP, EMPTY],
      ...assign(ADDRESS, chunk),
      ...endBefore, // stays on the stack
      ...[LOOP, EMPTY, ...foldRow()],
      ...[...calculate(getLocal(ADDRESS), I32_LT_U, getLocal(ROW_END)), BRANCH_IF, 0, END],
      ...[...teeLocal(ROW_END), BRANCH_IF, 0, END],
    ],
  };
}

function foldRow(): WasmCode {
  return [
    ...assign(KEY, load32(getLocal(ADDRESS))),
    ...takeDay(),
    ...findPart(),
    ...addToPart(),
    ...keepLarger(FIRST_DAY_AT, calculate(i32Const(OFFSET_COUNT), I32_SUB, getLocal(OFFSET))),
    ...keepLarger(LAST_DAY_AT, calculate(getLocal(OFFSET), I32_ADD, i32Const(1))),
    ...advance(ADDRESS, 4),
  ];
}

/** Notes the day among the bits of its period; `DAYS` is then the word as it was. */
function takeDay(): WasmCode {
  const word = [...getLocal(KEY), ...i32Const(PERIOD_BITS - 2), I32_SHR_U, ...i32Const(-4), I32_AND]; // period and place
  const bit = [...i32Const(1), ...getLocal(KEY), I32_SHL]; // a shift takes the low 5 bits: the day
  return [
    ...assign(WORD_AT, calculate(getLocal(DAY_BITS), I32_ADD, word)),
    ...store32(getLocal(WORD_AT), [...load32(getLocal(WORD_AT)), ...teeLocal(DAYS), ...bit, I32_OR]),
  ];
}

/** The customer, the day of the row, and which of the customer's two parts it belongs to. */
function findPart(): WasmCode {
  const place = [...getLocal(KEY), ...i32Const(CUSTOMER_SHIFT - PERIOD_BITS), I32_SHL];
  const line = calculate(place, I32_AND, i32Const(PLACE_MASK << CUSTOMER_SHIFT));
  const period = [...getLocal(KEY), ...i32Const(BLOCK_BITS), I32_SHR_U, ...i32Const(~DAY_MASK), I32_AND];
  const day = calculate(getLocal(KEY), I32_AND, i32Const(DAY_MASK));
  const isRecent = calculate(getLocal(OFFSET), I32_GE_S, getLocal(FROM_OFFSET));
  return [
    ...assign(OFFSET, calculate(period, I32_OR, day)),
    ...assign(CUSTOMER, calculate(getLocal(CUSTOMERS), I32_ADD, line)),
    ...assign(PART, calculate(getLocal(CUSTOMER), I32_ADD, [...isRecent, ...i32Const(3), I32_SHL])),
  ];
}

function addToPart(): WasmCode {
  const wasSeen = [...getLocal(DAYS), ...getLocal(KEY), I32_SHR_U, ...i32Const(1), I32_AND];
  const isNewDay = [...wasSeen, I32_EQZ, I64_EXTEND_I32_U];
  const oneOrder = [...isNewDay, ...i64Const(32n), I64_SHL, ...i64Const(1n), I64_OR];
  const amount = [...load32(getLocal(ADDRESS), CHUNK_AMOUNTS_AT), I64_EXTEND_I32_U];
  return [
    ...store64(getLocal(PART), calculate(load64(getLocal(PART)), I64_ADD, oneOrder)),
    ...store64(getLocal(PART), calculate(load64(getLocal(PART), REVENUE_AT), I64_ADD, amount), REVENUE_AT),
  ];
}

/** Puts a number where a smaller one stands. */
function keepLarger(offset: number, value: WasmCode): WasmCode {
  const known = load32(getLocal(CUSTOMER), offset);
  return store32(
    getLocal(CUSTOMER),
    [
      ...[...value, ...teeLocal(WORD_AT), ...known, ...teeLocal(DAYS)],
      ...[...getLocal(WORD_AT), ...getLocal(DAYS), I32_GE_S, SELECT],
    ],
    offset,
  );
}
