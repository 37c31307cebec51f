import { afterEach, describe, expect, test, vi } from "vitest";
import { assembleModule } from "../../src/machine/assembleModule.ts";
import { host } from "../../src/machine/host.ts";
import { compileModule, instantiateModule } from "../../src/machine/instantiateModule.ts";
import { I32, i32Const } from "../../src/machine/wasmCode.ts";

const present = host.WebAssembly as NonNullable<typeof host.WebAssembly>;
const env = { memory: new present.Memory({ initial: 1, maximum: 1 }) };
const bytes = assembleModule([
  { name: "answer", parameters: [], results: [I32], locals: [], code: i32Const(42) },
]);
const compiled = new present.Module(bytes);

/** A constructor that the host forbids. */
function Refusing(): never {
  throw new Error("refused");
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("compileModule and instantiateModule", () => {
  test("give what a module exports", () => {
    const { answer } = instantiateModule(compiled, { env }) ?? {};
    expect((answer as () => number)()).toBe(42);
  });

  test("give nothing for bytes that are no module, and for imports that are none", () => {
    expect(compileModule(bytes.subarray(1))).toBeUndefined();
    expect(instantiateModule(compiled, {})).toBeUndefined();
  });

  test("give nothing without WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(compileModule(bytes)).toBeUndefined();
    expect(instantiateModule(compiled, { env })).toBeUndefined();
  });

  test("give nothing where a policy forbids to compile, though the host calls the module valid", () => {
    vi.stubGlobal("WebAssembly", { validate: () => true, Module: Refusing, Instance: present.Instance });
    expect(compileModule(bytes)).toBeUndefined();
  });

  test("give nothing where no instance can be made", () => {
    vi.stubGlobal("WebAssembly", { Module: present.Module, Instance: Refusing });
    expect(compileModule(bytes)).toBeDefined();
    expect(instantiateModule(compiled, { env })).toBeUndefined();
  });
});
