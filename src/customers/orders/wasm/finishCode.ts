import type { WasmFunction } from "../../../machine/assembleModule.ts";
import {
  BLOCK,
  EMPTY,
  END,
  getLocal,
  I32,
  I32_ADD,
  I32_GE_U,
  I32_SHL,
  I32_SHR_U,
  I32_SUB,
  I32_WRAP_I64,
  I64,
  I64_ADD,
  I64_SHR_U,
  IF,
  i32Const,
  i64Const,
  RETURN,
  teeLocal,
  type WasmCode,
} from "../../../machine/wasmCode.ts";
import { BLOCK_CUSTOMERS, OFFSET_COUNT } from "../rowKeys.ts";
import { CUSTOMER_SHIFT, FIRST_DAY_AT, LAST_DAY_AT, OUT_COLUMNS, REVENUE_AT } from "./kernelLayout.ts";
import {
  advance,
  assign,
  calculate,
  F64_CONVERT_I64_U,
  forever,
  I64_GT_U,
  leaveIf,
  load32,
  load64,
  store32,
  store64,
  storeDouble,
} from "./wasmWords.ts";

// Parameters
const [CUSTOMER, PLACE_COUNT, OUT, DOUBLES, FIRST_CODE, BASE_DAY] = [0, 1, 2, 3, 4, 5];
// Locals
const [END_OF_CUSTOMERS, FIRST_OUT, OLDER, RECENT, TOTAL] = [6, 7, 8, 9, 10];

const COLUMN_BYTES = 4 * BLOCK_CUSTOMERS;
const DOUBLES_BYTES = 8 * BLOCK_CUSTOMERS;

/**
 * `finish(customers, placeCount, out, doubles, firstCode, baseDay)`: writes the facts of the first customers of
 * a block, those with orders, as columns, and empties the block. Gives how many rows it wrote, or −1 where a
 * revenue is not safe.
 */
export function finishFunction(): WasmFunction {
  return {
    name: "finish",
    parameters: [I32, I32, I32, I32, I32, I32],
    results: [I32],
    locals: [
      [2, I32],
      [3, I64],
    ],
    code: [
      ...assign(END_OF_CUSTOMERS, [
        ...getLocal(CUSTOMER),
        ...[...getLocal(PLACE_COUNT), ...i32Const(CUSTOMER_SHIFT), I32_SHL, I32_ADD],
      ]),
      ...assign(FIRST_OUT, getLocal(OUT)),
      ...[BLOCK, EMPTY],
      ...forever([
        ...leaveIf(calculate(getLocal(CUSTOMER), I32_GE_U, getLocal(END_OF_CUSTOMERS)), 1),
        ...assign(OLDER, load64(getLocal(CUSTOMER))),
        ...assign(RECENT, load64(getLocal(CUSTOMER), 8)),
        ...[...calculate(getLocal(OLDER), I64_ADD, getLocal(RECENT)), ...teeLocal(TOTAL), I32_WRAP_I64],
        ...[IF, EMPTY, ...leaveUnlessSafe(), ...writeRow(), ...advance(OUT, 4), ...advance(DOUBLES, 8), END],
        ...advance(CUSTOMER, 1 << CUSTOMER_SHIFT),
        ...advance(FIRST_CODE, 1),
      ]),
      END,
      ...[...calculate(getLocal(OUT), I32_SUB, getLocal(FIRST_OUT)), ...i32Const(2), I32_SHR_U],
    ],
  };
}

function leaveUnlessSafe(): WasmCode {
  const isUnsafe = calculate(revenue(), I64_GT_U, i64Const(BigInt(Number.MAX_SAFE_INTEGER)));
  return [...isUnsafe, IF, EMPTY, ...i32Const(-1), RETURN, END];
}

function revenue(): WasmCode {
  const older = load64(getLocal(CUSTOMER), REVENUE_AT);
  return calculate(older, I64_ADD, load64(getLocal(CUSTOMER), REVENUE_AT + 8));
}

function writeRow(): WasmCode {
  const low = (counts: number) => [...getLocal(counts), I32_WRAP_I64];
  const high = (counts: number) => [...getLocal(counts), ...i64Const(32n), I64_SHR_U, I32_WRAP_I64];
  const firstDay = calculate(
    calculate(getLocal(BASE_DAY), I32_ADD, i32Const(OFFSET_COUNT)),
    I32_SUB,
    load32(getLocal(CUSTOMER), FIRST_DAY_AT),
  );
  const lastDay = calculate(
    calculate(getLocal(BASE_DAY), I32_SUB, i32Const(1)),
    I32_ADD,
    load32(getLocal(CUSTOMER), LAST_DAY_AT),
  );
  const values: Readonly<Record<(typeof OUT_COLUMNS)[number], WasmCode>> = {
    code: getLocal(FIRST_CODE),
    orders: low(TOTAL),
    recentOrders: low(RECENT),
    orderDays: high(TOTAL),
    recentOrderDays: high(RECENT),
    firstOrderDay: firstDay,
    lastOrderDay: lastDay,
  };
  const recentRevenue = load64(getLocal(CUSTOMER), REVENUE_AT + 8);
  const zero = i64Const(0n);
  return [
    ...OUT_COLUMNS.flatMap((name, index) => store32(getLocal(OUT), values[name], index * COLUMN_BYTES)),
    ...storeDouble(getLocal(DOUBLES), [...revenue(), F64_CONVERT_I64_U]),
    ...storeDouble(getLocal(DOUBLES), [...recentRevenue, F64_CONVERT_I64_U], DOUBLES_BYTES),
    ...[0, 8, FIRST_DAY_AT, REVENUE_AT, REVENUE_AT + 8].flatMap((at) =>
      store64(getLocal(CUSTOMER), zero, at),
    ),
  ];
}
