import { fail } from "../../base/loyaltyError.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";

/** What BG/NBD and MBG/NBD are told: how purchase rates and chances to leave differ among customers. */
export interface BetaGeometricParameters {
  /** Shape of the gamma distribution of purchase rates. */
  readonly r: number;
  /** Rate of that distribution, a time: customers buy r / alpha times per unit of time on average. */
  readonly alpha: number;
  /** First shape of the beta distribution of the chance to leave after a purchase; its mean is a / (a + b). */
  readonly a: number;
  /** Second shape of it. */
  readonly b: number;
}

/** The names of {@link BetaGeometricParameters} in the order of the papers. */
export const BETA_GEOMETRIC_NAMES: readonly ["r", "alpha", "a", "b"] = ["r", "alpha", "a", "b"];

/** {@link ParameterValues} by the letters of the papers: r, alpha, a and b. */
export interface Letters extends ParameterValues {
  readonly 0: number;
  readonly 1: number;
  readonly 2: number;
  readonly 3: number;
}

/**
 * Whether a customer can leave right after the first purchase: 1 in MBG/NBD, 0 in BG/NBD. It is all in which the two
 * models differ. With `repeats` a customer had `repeats + firstChance` chances to leave.
 */
export type FirstChance = 0 | 1;

/**
 * Parameters by name as values in order.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 */
export function betaGeometricValues(parameters: BetaGeometricParameters): Float64Array {
  return Float64Array.from(BETA_GEOMETRIC_NAMES, (name) => {
    const value = parameters[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      fail("invalid_option", ["parameters", name], "a finite number above 0", value);
    }
    return value;
  });
}

/**
 * Values in order as parameters by name.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 */
export function betaGeometricParameters(values: ParameterValues): BetaGeometricParameters {
  const [r, alpha, a, b] = Array.from(values) as [number, number, number, number];
  const parameters = { r, alpha, a, b };
  betaGeometricValues(parameters);
  return parameters;
}
