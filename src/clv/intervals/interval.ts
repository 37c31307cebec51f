import { fail } from "../../base/loyaltyError.ts";

/**
 * Why there is no interval. `fit_not_converged`: the parameters are no estimate. `not_finite`: the quantity, its
 * standard error or an end is beyond all numbers. `outside_scale`: the value is not inside the scale, above 0 for
 * `log` and between 0 and 1 for `logit`. `too_few_refits`: not half of the refits of a bootstrap converged, or fewer
 * than the ends take.
 */
export type NoIntervalReason = "fit_not_converged" | "not_finite" | "outside_scale" | "too_few_refits";

/** A quantity at the estimate and how sure it is, or why nobody can say. */
export type PredictionInterval =
  | {
      readonly value: number;
      readonly low: number;
      readonly high: number;
      /** Of the value itself, on whichever scale the interval was made. */
      readonly standardError: number;
      readonly reason: null;
    }
  | {
      /** Null where it is no estimate, or not finite. */
      readonly value: number | null;
      readonly low: null;
      readonly high: null;
      readonly standardError: null;
      readonly reason: NoIntervalReason;
    };

/** A quantity without an interval. */
export function noInterval(value: number | null, reason: NoIntervalReason): PredictionInterval {
  const told = value !== null && Number.isFinite(value) ? value : null;
  return { value: told, low: null, high: null, standardError: null, reason };
}

/** Throws `invalid_option` unless the level lies between 0 and 1. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) fail("invalid_option", ["level"], "a share between 0 and 1", level);
}
