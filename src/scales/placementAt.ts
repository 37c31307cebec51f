import type { CompiledScale } from "./compileScale.ts";
import type { Placement } from "./placement.ts";

/** The shared placement on the step of an index; off the scale for −1, which no array is asked for: that is slow. */
export function placementAt<Step extends string>(
  compiled: CompiledScale<Step>,
  index: number,
): Placement<Step> {
  return index < 0 ? compiled.offPlacement : (compiled.placements[index] as Placement<Step>);
}
