/** A median with the middle half of the values around it. */
export interface Spread {
  readonly median: number;
  /** A quarter of the values lies below. */
  readonly low: number;
  /** A quarter of the values lies above. */
  readonly high: number;
}

/** The spread of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantileSorted(sorted, 0.5),
    low: quantileSorted(sorted, 0.25),
    high: quantileSorted(sorted, 0.75),
  };
}

/** Type 7: straight lines between the values. */
function quantileSorted(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
