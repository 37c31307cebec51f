import { hyp2f1OneB } from "../../math/hyp2f1OneB.ts";
import { lnGammaDifference } from "../../math/lnGammaDifference.ts";

/*
 * Survival S(t) of a beta-geometric lifetime. Given that a customer has survived n periods, the survival from then on
 * is of the same kind with beta + n in place of beta; BG/BB's customers die by the same law.
 */

/** Up to here a sum or a product is taken term by term: exact, and no slower than gamma functions. */
const DIRECT_PERIODS = 100;

/** In the place of alpha − 1 = 0: the limit, to the last digit. */
const SMALL_EXCESS = 1e-20;

/**
 * ln S(t) = ln B(α, β+t) − ln B(α, β) (Fader & Hardie 2007, eq. 6), symmetric in alpha and t. With the smaller of the
 * two as s and the larger as r it is ln Γ(β+s)/Γ(β) − ln Γ(β+r+s)/Γ(β+r); where beta dwarfs s, both are taken by
 * s ln w − s(s²−1)/(24w²), w = β + (s−1)/2, and subtracted by hand.
 */
export function lnSurvivalAt(alpha: number, beta: number, periods: number): number {
  const step = Math.min(alpha, periods);
  const rest = Math.max(alpha, periods);
  if (beta < 1000 * Math.max(1, step)) {
    return lnGammaDifference(beta, step) - lnGammaDifference(beta + rest, step);
  }
  const middle = beta + (step - 1) / 2;
  const far = middle + rest;
  const bend = ((rest / middle) * (1 + middle / far) * (step * step - 1)) / (24 * middle * far);
  return -step * (Math.log1p(rest / middle) + bend);
}

/** S(t): the share that is still there after `periods`, a whole number. */
export function survivalAt(alpha: number, beta: number, periods: number): number {
  if (periods > DIRECT_PERIODS) return Math.exp(lnSurvivalAt(alpha, beta, periods));
  let survival = 1;
  for (let period = 0; period < periods; period += 1) survival *= (beta + period) / (alpha + beta + period);
  return survival;
}

/**
 * S(1) + … + S(`periods`): expected renewals, or opportunities met alive. By the closed form
 * β/(α−1) · [1 − (β+1)_N/(α+β)_N], whose bracket is itself 1 − S(N) of a lifetime with α−1 and β+1, so that nothing
 * cancels near alpha = 1; below 1 with the roles exchanged.
 */
export function survivalSum(alpha: number, beta: number, periods: number): number {
  if (periods <= DIRECT_PERIODS) {
    let survival = 1;
    let sum = 0;
    for (let period = 0; period < periods; period += 1) {
      survival *= (beta + period) / (alpha + beta + period);
      sum += survival;
    }
    return sum;
  }
  const excess = alpha - 1 || SMALL_EXCESS;
  const lnRatio =
    excess > 0 ? lnSurvivalAt(excess, beta + 1, periods) : -lnSurvivalAt(-excess, alpha + beta, periods);
  return (-beta * Math.expm1(lnRatio)) / excess;
}

/** The reciprocal of anything smaller is no double. */
const RATE_MIN = 1e-300;

/**
 * Σ_{t≥0} S(t)/(1+d)^t = 2F1(1, β; α+β; 1/(1+d)) (Fader & Hardie 2010), computed as (1 + 1/d)·2F1(1, α; α+β; −1/d)
 * (Pfaff), which keeps the digits of a small rate. At d = 0 it is the mean lifetime (α+β−1)/(α−1), or null where that
 * sum has no end: alpha ≤ 1.
 */
export function discountedSurvivalSum(alpha: number, beta: number, discountRate: number): number | null {
  if (discountRate > 0) {
    const reciprocal = 1 / Math.max(discountRate, RATE_MIN);
    return (1 + reciprocal) * hyp2f1OneB(alpha, alpha + beta, -reciprocal);
  }
  return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : null;
}
