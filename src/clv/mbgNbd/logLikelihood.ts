import {
  type BetaGeometricLikelihood,
  betaGeometricLikelihood,
  betaGeometricLogLikelihood,
} from "../betaGeometric/logLikelihood.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { PurchasePatterns } from "../patterns/groupPatterns.ts";

/**
 * The log-likelihood of one customer under MBG/NBD (Hoppe & Wagner 2007, eq. 5), ages in the unit of alpha.
 *
 * @param values r, alpha, a and b.
 * @param repeats Repeat purchases, x.
 * @param lastAge Age at the last of them, t_x; 0 without repeats.
 * @param age Age at the end of the observation, T.
 *
 * @example
 * mbgNbdLogLikelihood([0.525, 6.183, 0.891, 1.614], 2, 30.43, 38.86).toFixed(4); // => "-9.4856"
 */
export function mbgNbdLogLikelihood(
  values: ParameterValues,
  repeats: number,
  lastAge: number,
  age: number,
): number {
  return betaGeometricLogLikelihood(values, 1, repeats, lastAge, age);
}

/** The log-likelihood of all customers under MBG/NBD, as a function of ln r, ln alpha, ln a and ln b. */
export function mbgNbdLikelihood(patterns: PurchasePatterns): BetaGeometricLikelihood {
  return betaGeometricLikelihood(patterns, 1);
}
