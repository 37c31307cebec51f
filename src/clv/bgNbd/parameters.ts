import {
  type BetaGeometricParameters,
  betaGeometricParameters,
  betaGeometricValues,
} from "../betaGeometric/parameters.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";

/**
 * The parameters of BG/NBD (Fader, Hardie & Lee 2005): while alive customers buy at a rate of their own, gamma
 * distributed with shape r and rate alpha; after every repeat purchase they leave with a chance of their own, beta
 * distributed with shapes a and b.
 */
export type BgNbdParameters = BetaGeometricParameters;

/**
 * Parameters by name as values in order.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * Array.from(bgNbdValues({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 })); // => [0.243, 4.414, 0.793, 2.426]
 */
export function bgNbdValues(parameters: BgNbdParameters): Float64Array {
  return betaGeometricValues(parameters);
}

/**
 * Values in order as parameters by name.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * bgNbdParameters([0.243, 4.414, 0.793, 2.426]); // => { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
 */
export function bgNbdParameters(values: ParameterValues): BgNbdParameters {
  return betaGeometricParameters(values);
}
