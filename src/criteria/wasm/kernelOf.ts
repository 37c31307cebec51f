import type { WasmMemory, WasmModule } from "../../machine/host.ts";
import { compileModule, instantiateModule } from "../../machine/instantiateModule.ts";
import type { RankPlan } from "../rankPlan.ts";
import { type RankKernel, writeKernel } from "./writeKernel.ts";

/** A kernel that the host has compiled. */
interface CompiledKernel extends RankKernel {
  readonly module: WasmModule;
  /** The kernel on each memory on which it has run. */
  readonly runs: WeakMap<WasmMemory, RunKernel>;
}

/** What the module exports. */
type RunKernel = (count: number, ...addresses: readonly number[]) => void;

const kernels: WeakMap<RankPlan, CompiledKernel | null> = /* @__PURE__ */ new WeakMap();

/** The kernel of a plan, made once; null where the plan is too large or the host refuses the module. */
export function kernelOf(plan: RankPlan): CompiledKernel | null {
  const known = kernels.get(plan);
  if (known !== undefined) return known;
  const kernel = writeKernel(plan);
  const module = kernel && compileModule(kernel.bytes);
  const compiled = kernel && module ? { ...kernel, module, runs: new WeakMap() } : null;
  kernels.set(plan, compiled);
  return compiled;
}

/** The kernel on a memory; undefined where the host refuses. */
export function runOn(kernel: CompiledKernel, memory: WasmMemory): RunKernel | undefined {
  const known = kernel.runs.get(memory);
  if (known !== undefined) return known;
  const exports = instantiateModule(kernel.module, { env: { memory } });
  const run = exports?.rank as RunKernel | undefined;
  if (run !== undefined) kernel.runs.set(memory, run);
  return run;
}
