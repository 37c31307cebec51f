import { noInterval, type PredictionInterval } from "./interval.ts";

/**
 * The interval between the percentiles of what a bootstrap found for a quantity, at positions p·(n + 1) of the n sorted
 * values (Weibull's rule), so that each end has a value beyond it or is one.
 *
 * @param value The quantity at the estimate itself.
 * @param refits How many refits there were, of which `sample` holds those that worked.
 */
export function percentileInterval(
  value: number,
  sample: Float64Array,
  refits: number,
  level: number,
): PredictionInterval {
  const count = sample.length;
  const lowAt = ((1 - level) / 2) * (count + 1);
  if (2 * count <= refits || lowAt < 1 - 1e-9) return noInterval(value, "too_few_refits");
  const sorted = sample.slice().sort();
  const mean = sorted.reduce((sum, one) => sum + one / count, 0);
  const variance = sorted.reduce((sum, one) => sum + (one - mean) ** 2 / (count - 1), 0);
  const standardError = Math.sqrt(variance);
  if (!Number.isFinite(value + standardError)) return noInterval(value, "not_finite");
  return {
    value,
    low: atPosition(sorted, lowAt),
    high: atPosition(sorted, count + 1 - lowAt),
    standardError,
    reason: null,
  };
}

/** Between neighbours of sorted values, counted from 1. */
function atPosition(sorted: Float64Array, position: number): number {
  const index = Math.min(Math.max(Math.floor(position + 1e-9), 1), sorted.length);
  const below = sorted[index - 1] as number;
  const above = sorted[Math.min(index, sorted.length - 1)] as number;
  return below + Math.max(0, position - index) * (above - below);
}
