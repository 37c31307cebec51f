import {
  I8X16_ADD,
  I8X16_MAX_U,
  V128_AND,
  V128_AND_NOT,
  V128_NOT,
  type WasmCode,
} from "../../machine/wasmCode.ts";
import type { Ranking } from "../rankPlan.ts";
import { type KernelCode, keepMask } from "./kernelCode.ts";
import { type Mask, meetAll, NEVER, negate } from "./mask.ts";
import { BYTE, splat } from "./splat.ts";

/** Code that pushes the rank of 16 rows, from the masks of the ranking's roots. */
export function rankCode(kernel: KernelCode, climb: Ranking["climb"], roots: readonly Mask[]): WasmCode {
  return climb === "stepwise" ? stepwiseCode(kernel, roots) : highestCode(roots);
}

/** The highest of 1 + index over the roots that hold, or 0, less 1: unranked is 255. */
function highestCode(roots: readonly Mask[]): WasmCode {
  const own = roots.map(({ code, isNegated }, index) => [
    ...splat(BYTE, index + 1),
    ...code,
    isNegated ? V128_AND_NOT : V128_AND,
    I8X16_MAX_U,
  ]);
  return [...splat(BYTE, 0), ...own.flat(), ...splat(BYTE, -1), I8X16_ADD];
}

/** The bytes of a mask are −1: added up over the roots while all hold, minus their count, of which ~ is 1 less. */
function stepwiseCode(kernel: KernelCode, roots: readonly Mask[]): WasmCode {
  let climbed = negate(NEVER);
  const held = roots.map((root) => {
    climbed = keepMask(kernel, meetAll([climbed, root]));
    return [...climbed.code, ...(climbed.isNegated ? [V128_NOT] : []), I8X16_ADD];
  });
  return [...splat(BYTE, 0), ...held.flat(), V128_NOT];
}
