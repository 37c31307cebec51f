import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { assembleModule, type WasmFunction } from "../../src/machine/assembleModule.ts";
import { host } from "../../src/machine/host.ts";
import { compileModule, instantiateModule } from "../../src/machine/instantiateModule.ts";
import {
  at,
  BRANCH_IF,
  EMPTY,
  END,
  F64X2_SPLAT,
  f64Const,
  getLocal,
  I8X16_ADD_SAT_U,
  I8X16_SPLAT,
  I32,
  I32_ADD,
  I64,
  i32Const,
  i64Const,
  LOOP,
  setLocal,
  V128,
  V128_STORE,
  WIDER_ARITHMETIC,
} from "../../src/machine/wasmCode.ts";

const memory = new (host.WebAssembly as NonNullable<typeof host.WebAssembly>).Memory({
  initial: 1,
  maximum: 1,
});

/** Assembles functions, links them to the memory and gives the first. */
function run(...functions: Partial<WasmFunction>[]): (...given: number[]) => number {
  const bytes = assembleModule(
    functions.map((one, index) => ({
      name: `f${index}`,
      parameters: [],
      results: [],
      locals: [],
      code: [],
      ...one,
    })),
  );
  return instantiateModule(compileModule(bytes) ?? {}, { env: { memory } })?.f0 as (
    ...given: number[]
  ) => number;
}

describe("assembleModule", () => {
  test("writes the head, and a section of each kind, in order", () => {
    expect([...assembleModule([])]).toEqual([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...[0x01, 0x01, 0x00],
      ...[
        0x02, 0x0f, 0x01, 0x03, 0x65, 0x6e, 0x76, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00, 0x01,
      ],
      ...[0x03, 0x01, 0x00],
      ...[0x07, 0x01, 0x00],
      ...[0x0a, 0x01, 0x00],
    ]);
  });

  test("functions have parameters, results, locals of several types, and loops", () => {
    const sum = 2;
    const code = [
      ...[LOOP, EMPTY, ...getLocal(sum), ...getLocal(0), I32_ADD, ...setLocal(sum)],
      ...[...getLocal(0), ...getLocal(1), I32_ADD, ...setLocal(0), ...getLocal(0), BRANCH_IF, 0, END],
      ...getLocal(sum),
    ];
    const sumUp = run({
      parameters: [I32, I32],
      results: [I32],
      locals: [
        [1, I32],
        [300, V128],
      ],
      code,
    });
    expect(sumUp(10, -1)).toBe(55);
  });

  test("functions call each other by their place in the list", () => {
    const CALL = 0x10;
    const outer = { results: [I32], code: [CALL, 1, ...i32Const(1), I32_ADD] };
    expect(run(outer, { results: [I32], code: i32Const(41) })()).toBe(42);
  });

  test("code may be longer than a size of one byte says, and reach far", () => {
    const code = Array.from({ length: 5000 }, () => [...i32Const(1), I32_ADD]);
    expect(run({ results: [I32], code: [...i32Const(0), ...code.flat()] })()).toBe(5000);
    run({ code: [...i32Const(0), ...i32Const(-2), I8X16_SPLAT, V128_STORE, ...at(65_520)] })();
    expect(new Uint8Array(memory.buffer, 65_519)).toEqual(new Uint8Array([0, ...Array(16).fill(254)]));
  });

  test("vector instructions have numbers of one or two bytes", () => {
    const code = [
      ...i32Const(200),
      I8X16_SPLAT,
      ...i32Const(100),
      I8X16_SPLAT,
      I8X16_ADD_SAT_U + WIDER_ARITHMETIC,
    ];
    run({ code: [...i32Const(0), ...code, V128_STORE, ...at(0)] })();
    expect(new Uint16Array(memory.buffer, 0, 8)).toEqual(new Uint16Array(8).fill(65_535));
  });

  test.prop([fc.integer(), fc.double()])("constants arrive bit for bit", (integer, double) => {
    expect(run({ results: [I32], code: i32Const(integer) })()).toBe(integer);
    expect(run({ results: [I32], code: i32Const(integer >>> 0) })()).toBe(integer);
    run({ code: [...i32Const(16), ...f64Const(double), F64X2_SPLAT, V128_STORE, ...at(8)] })();
    expect(new Float64Array(memory.buffer, 24, 2)).toEqual(Float64Array.of(double, double));
  });

  test.prop([fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })])("so do constants of 64 bits", (integer) => {
    const giveLong = run({ results: [I64], code: i64Const(integer) }) as unknown as () => bigint;
    expect(giveLong()).toBe(BigInt.asIntN(64, integer));
  });
});
