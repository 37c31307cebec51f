import { betaIntegral } from "./betaIntegral.ts";
import { sumSeries } from "./sumSeries.ts";

/**
 * The probability that a customer who is alive still is after a horizon. With purchase rate λ, gamma distributed with
 * shape R and rate A, the customer has Poisson(λ t) chances to leave and takes each with chance p, beta distributed
 * with shapes a and b: stays with e^(−λpt). Over λ, with w = t / A, that is (1 + p w)^−R, and over p
 *
 *   H = E_p[(1 + p w)^−R] = 2F1(R, a; a+b; −w) = (1−z)^a · 2F1(a, a+b−R; a+b; z),   z = w / (1+w)
 *
 * by Euler's integral and Pfaff's transformation (DLMF 15.6.1, 15.8.1). Where the series cancels or crawls the mean
 * over p is taken instead.
 *
 * @param shape R, above 0.
 * @param a Above 0.
 * @param b Above 0.
 * @param reach w, from 0: the horizon over A.
 */
export function shareStillAlive(shape: number, a: number, b: number, reach: number): number {
  const sum = sumSeries(a, a + b - shape, a + b, 1, reach / (1 + reach));
  if (sum > 0) return Math.min(1, Math.exp(-a * Math.log1p(reach)) * sum);
  const alive = betaIntegral(a, b, shape, reach, (1 + shape) * reach, () => 1);
  const all = betaIntegral(a, b, 0, 0, 0, () => 1);
  return Math.min(1, Math.exp(alive.lnScale - all.lnScale) * (alive.scaled / all.scaled));
}
