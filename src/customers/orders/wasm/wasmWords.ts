import {
  at,
  BRANCH,
  BRANCH_IF,
  EMPTY,
  END,
  F64_STORE,
  getLocal,
  I32_ADD,
  I32_LOAD,
  I32_STORE,
  I64_LOAD,
  I64_STORE,
  i32Const,
  LOOP,
  setLocal,
  type WasmCode,
} from "../../../machine/wasmCode.ts";

// Operations beside those that the other kernels use
export const I32_LT_S = 0x48;
export const I32_GT_S = 0x4a;
export const I32_GE_S = 0x4e;
export const I64_GT_U = 0x56;
export const F64_NE = 0x62;
export const I32_TRUNCATE_F64_U = 0xab;
export const F64_CONVERT_I32_U = 0xb8;
export const F64_CONVERT_I64_U = 0xba;

/** Pushes the 32-bit number at an address. */
export function load32(address: WasmCode, offset = 0): WasmCode {
  return [...address, I32_LOAD, ...at(offset)];
}

/** Pushes the 64-bit number at an address. */
export function load64(address: WasmCode, offset = 0): WasmCode {
  return [...address, I64_LOAD, ...at(offset)];
}

/** Stores a 32-bit number. */
export function store32(address: WasmCode, value: WasmCode, offset = 0): WasmCode {
  return [...address, ...value, I32_STORE, ...at(offset)];
}

/** Stores a 64-bit number. */
export function store64(address: WasmCode, value: WasmCode, offset = 0): WasmCode {
  return [...address, ...value, I64_STORE, ...at(offset)];
}

/** Stores a double. */
export function storeDouble(address: WasmCode, value: WasmCode, offset = 0): WasmCode {
  return [...address, ...value, F64_STORE, ...at(offset)];
}

/** `local = value`. */
export function assign(local: number, value: WasmCode): WasmCode {
  return [...value, ...setLocal(local)];
}

/** Two values and what to do with them. */
export function calculate(one: WasmCode, operation: number, other: WasmCode): WasmCode {
  return [...one, ...other, operation];
}

/** `local += count`. */
export function advance(local: number, count: number): WasmCode {
  return assign(local, calculate(getLocal(local), I32_ADD, i32Const(count)));
}

/** Does `body` again and again until something branches out; stands in a block, so a branch by 2 leaves it. */
export function forever(body: WasmCode): WasmCode {
  return [LOOP, EMPTY, ...body, BRANCH, 0, END];
}

/** Leaves `depth` blocks where the condition holds. */
export function leaveIf(condition: WasmCode, depth: number): WasmCode {
  return [...condition, BRANCH_IF, depth];
}
