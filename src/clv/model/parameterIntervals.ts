import { fail } from "../../base/loyaltyError.ts";
import { normalQuantile } from "../../math/normalQuantile.ts";
import type { FittedModel } from "./fittedModel.ts";

/** Between which ends a parameter lies. */
export interface ParameterInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Confidence intervals of all parameters of a fitted model, by the delta method on their logarithms, so that no end
 * lies below 0: p · exp(± z · standard error / p). Null unless the fit converged.
 *
 * @param level How sure: between 0 and 1. @defaultValue `0.95`
 * @throws LoyaltyError `invalid_option` for another level
 *
 * @example
 * const columns = { customerCount: 3, repeats: [0, 0, 0], lastAge: [0, 0, 0], age: [39, 30, 20] };
 * parameterIntervals(fitMbgNbd(columns)); // => null
 */
export function parameterIntervals<Parameters extends { readonly [Name in keyof Parameters]: number }>(
  { parameters, fit }: FittedModel<Parameters>,
  level: number = 0.95,
): { readonly [Name in keyof Parameters]: ParameterInterval } | null {
  if (!(level > 0 && level < 1)) fail("invalid_option", ["level"], "a share between 0 and 1", level);
  const { standardErrors } = fit;
  if (standardErrors === null) return null;
  const deviations = normalQuantile((1 + level) / 2);
  const names = Object.keys(parameters) as (keyof Parameters)[];
  const intervals = names.map((name): [PropertyKey, ParameterInterval] => {
    const value: number = parameters[name];
    const factor = Math.exp((deviations * standardErrors[name]) / value);
    return [name, { low: value / factor, high: value * factor }];
  });
  return Object.fromEntries(intervals) as { [Name in keyof Parameters]: ParameterInterval };
}
