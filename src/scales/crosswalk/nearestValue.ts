import type { Variable } from "./constraint.ts";

/**
 * The value between `low` and `high` that is nearest to the wish and round where it can be: the ends of a range
 * of fractions may carry a trace of rounding. Never −0.
 */
export function nearestValue({ whole }: Variable, wish: number, low: number, high: number): number {
  const wished = (whole ? Math.round(wish) : wish) + 0; // −0 + 0 is 0
  if (wished >= low && wished <= high) return wished;
  const round = (wished < low ? Math.ceil(low) : Math.floor(high)) + 0;
  return round >= low && round <= high ? round : low + (high - low) / 2;
}
