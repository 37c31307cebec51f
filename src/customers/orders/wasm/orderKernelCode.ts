import { assembleModule } from "../../../machine/assembleModule.ts";
import { finishFunction } from "./finishCode.ts";
import { foldFunction } from "./foldCode.ts";
import { stageFunction } from "./stageCode.ts";

/**
 * The functions that turn clean orders into facts, as a module. Written out in words they are `stageRows`,
 * `foldRows` and `fillTotals`, which check every index and run out of registers with six arrays at hand: the
 * whole verb takes .4 of the time at 1,000,000 orders of 100,000 customers, half at ten times as many. A loop
 * that only counts, adds up, and keeps first and last day takes about as long as all of this at the smaller
 * size, and 2.4 times as long at the larger.
 */
export function orderKernelCode(): Uint8Array {
  return assembleModule([stageFunction(), foldFunction(), finishFunction()]);
}
