import type { Scale } from "./scale.ts";

/** What {@link Placements} hold for a customer who stands on no step. */
export const OFF_SCALE = 255;

/** Where one customer stands. Plain data, safe for JSON. */
export interface Placement<Step extends string = string> {
  /** The name of the scale. */
  readonly scale: string;
  /** Null off the scale: no step, and never silently the lowest. */
  readonly step: Step | null;
  /** From 1, the lowest step; null off the scale. */
  readonly rank: number | null;
}

/** Where every customer of a table stands, row by row. */
export interface Placements<Step extends string = string> {
  readonly scale: Scale<Step>;
  /** The index of the step, from 0, by row of the table; 255 off the scale. */
  readonly step: Uint8Array;
}
