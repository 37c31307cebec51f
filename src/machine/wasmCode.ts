import { encodeSigned, encodeSignedLong, encodeUnsigned } from "./encodeInteger.ts";

/**
 * Code of a function body: bytes, and numbers from 0x100 on for vector instructions, which `assembleModule`
 * writes as the byte 0xfd and the number less 0x100.
 */
export type WasmCode = readonly number[];

// Types
export const I32 = 0x7f;
export const I64 = 0x7e;
export const F64 = 0x7c;
export const V128 = 0x7b;

// Control; a block that gives nothing is `[BLOCK, EMPTY, …, END]`
export const EMPTY = 0x40;
export const BLOCK = 0x02;
export const LOOP = 0x03;
export const IF = 0x04;
export const ELSE = 0x05;
export const END = 0x0b;
export const BRANCH = 0x0c;
export const BRANCH_IF = 0x0d;
export const RETURN = 0x0f;
export const SELECT = 0x1b;

// Locals; each takes the index that follows
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;

// Memory; each takes what `at` gives
export const I32_LOAD = 0x28;
export const I64_LOAD = 0x29;
export const F64_LOAD = 0x2b;
export const I32_LOAD16_U = 0x2f;
export const I32_STORE = 0x36;
export const I64_STORE = 0x37;
export const F64_STORE = 0x39;

// Scalars
export const I32_EQZ = 0x45;
export const I32_EQ = 0x46;
export const I32_NE = 0x47;
export const I32_LT_U = 0x49;
export const I32_GT_U = 0x4b;
export const I32_GE_U = 0x4f;
export const I64_EQZ = 0x50;
export const I64_NE = 0x52;
export const I32_ADD = 0x6a;
export const I32_SUB = 0x6b;
export const I32_MUL = 0x6c;
export const I32_AND = 0x71;
export const I32_OR = 0x72;
export const I32_SHL = 0x74;
export const I32_SHR_U = 0x76;
export const I64_ADD = 0x7c;
export const I64_SUB = 0x7d;
export const I64_MUL = 0x7e;
export const I64_OR = 0x84;
export const I64_XOR = 0x85;
export const I64_SHL = 0x86;
export const I64_SHR_U = 0x88;
export const I32_WRAP_I64 = 0xa7;
export const I64_EXTEND_I32_U = 0xad;

// Vectors
export const V128_LOAD = 0x100;
export const V128_LOAD64_ZERO = 0x15d;
export const V128_STORE = 0x10b;
export const V128_NOT = 0x14d;
export const V128_AND = 0x14e;
export const V128_AND_NOT = 0x14f;
export const V128_OR = 0x150;
export const F64X2_SPLAT = 0x114;
export const F64X2_EQ = 0x147;
export const F64X2_LT = 0x149;
export const F64X2_GT = 0x14a;
export const F64X2_LE = 0x14b;
export const F64X2_GE = 0x14c;
export const F64X2_ADD = 0x1f0;
export const F64X2_CONVERT_LOW_I32X4_U = 0x1ff;
export const I8X16_NARROW_I16X8_S = 0x165;
export const I16X8_NARROW_I32X4_S = 0x185;
export const I16X8_EXTEND_LOW_I8X16_U = 0x189;
export const I16X8_EXTEND_HIGH_I8X16_U = 0x18a;
export const I32X4_EXTEND_LOW_I16X8_U = 0x1a9;

// Vectors of bytes. The same with 16 and 32 bits stands 1 and 2 numbers further on (splat), 1 and 2 times
// WIDER_COMPARISON (comparisons) or WIDER_ARITHMETIC (the rest).
export const I8X16_SPLAT = 0x10f;
export const I8X16_EQ = 0x123;
export const I8X16_GT_S = 0x127;
export const I8X16_LE_U = 0x12a;
export const I8X16_ADD = 0x16e;
export const I8X16_ADD_SAT_U = 0x170;
export const I8X16_SUB = 0x171;
export const I8X16_MAX_U = 0x179;
export const WIDER_COMPARISON = 10;
export const WIDER_ARITHMETIC = 32;

/** Where a load or store reaches: `offset` bytes beyond the address on the stack, on any boundary. */
export function at(offset: number): WasmCode {
  return [0, ...encodeUnsigned(offset)];
}

/** Pushes a 32-bit constant; from 2³¹ on it is written as the negative number with the same bits. */
export function i32Const(value: number): WasmCode {
  return [0x41, ...encodeSigned(value | 0)];
}

/** Pushes a 64-bit constant; from 2⁶³ on it is written as the negative number with the same bits. */
export function i64Const(value: bigint): WasmCode {
  return [0x42, ...encodeSignedLong(BigInt.asIntN(64, value))];
}

/** Pushes a double, bit for bit. (A host whose arrays have the high byte first has no memory for the module.) */
export function f64Const(value: number): WasmCode {
  return [0x44, ...new Uint8Array(Float64Array.of(value).buffer)];
}

/** Pushes a local. */
export function getLocal(index: number): WasmCode {
  return [LOCAL_GET, ...encodeUnsigned(index)];
}

/** Pops into a local. */
export function setLocal(index: number): WasmCode {
  return [LOCAL_SET, ...encodeUnsigned(index)];
}

/** Copies the top of the stack into a local. */
export function teeLocal(index: number): WasmCode {
  return [LOCAL_TEE, ...encodeUnsigned(index)];
}
