import {
  type BetaGeometricLikelihood,
  betaGeometricLikelihood,
  betaGeometricLogLikelihood,
} from "../betaGeometric/logLikelihood.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { PurchasePatterns } from "../patterns/groupPatterns.ts";

/**
 * The log-likelihood of one customer under BG/NBD (Fader, Hardie & Lee 2005, eq. 6), ages in the unit of alpha.
 *
 * @param values r, alpha, a and b.
 * @param repeats Repeat purchases, x.
 * @param lastAge Age at the last of them, t_x; 0 without repeats.
 * @param age Age at the end of the observation, T.
 *
 * @example
 * bgNbdLogLikelihood([0.243, 4.414, 0.793, 2.426], 2, 30.43, 38.86).toFixed(4); // => "-9.4586"
 */
export function bgNbdLogLikelihood(
  values: ParameterValues,
  repeats: number,
  lastAge: number,
  age: number,
): number {
  return betaGeometricLogLikelihood(values, 0, repeats, lastAge, age);
}

/** The log-likelihood of all customers under BG/NBD, as a function of ln r, ln alpha, ln a and ln b. */
export function bgNbdLikelihood(patterns: PurchasePatterns): BetaGeometricLikelihood {
  return betaGeometricLikelihood(patterns, 0);
}
