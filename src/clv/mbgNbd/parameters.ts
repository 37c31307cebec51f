import {
  type BetaGeometricParameters,
  betaGeometricParameters,
  betaGeometricValues,
} from "../betaGeometric/parameters.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";

/**
 * The parameters of MBG/NBD (Batislam, Denizel & Filiztekin 2007): while alive customers buy at a rate of their own, gamma
 * distributed with shape r and rate alpha; after every purchase, the first too, they leave with a chance of their own, beta
 * distributed with shapes a and b.
 */
export type MbgNbdParameters = BetaGeometricParameters;

/**
 * Parameters by name as values in order.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * Array.from(mbgNbdValues({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 })); // => [0.525, 6.183, 0.891, 1.614]
 */
export function mbgNbdValues(parameters: MbgNbdParameters): Float64Array {
  return betaGeometricValues(parameters);
}

/**
 * Values in order as parameters by name.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * mbgNbdParameters([0.525, 6.183, 0.891, 1.614]); // => { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }
 */
export function mbgNbdParameters(values: ParameterValues): MbgNbdParameters {
  return betaGeometricParameters(values);
}
