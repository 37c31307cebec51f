import { hyp2f1OneB } from "../../math/hyp2f1OneB.ts";
import { lnBeta } from "../../math/lnBeta.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import { lnShareStaying } from "./lnShareStaying.ts";
import type { FirstChance, Letters } from "./parameters.ts";

/**
 * The probability that a new customer makes exactly n repeat purchases within a horizon t (Fader, Hardie & Lee 2005,
 * eq. 8; for MBG/NBD Batislam, Denizel & Filiztekin 2007). With y chances to leave by the n-th, N negative binomial as
 * of a customer who never leaves, either all chances passed and N = n, or the last was taken and N would have been n or
 * more:
 *
 *   B(a, b+y) / B(a, b) · (P(N = n) + [y > 0] · a / (b+y−1) · P(N ≥ n))
 *
 * The papers write P(N ≥ n) as 1 − Σ_{j<n}, which has no digits left for large n; see {@link tailOf}.
 */
export function countProbability(
  values: ParameterValues,
  firstChance: FirstChance,
  count: number,
  horizon: number,
): number {
  const { 0: r, 1: alpha, 2: a, 3: b } = values as Letters;
  const chances = count + firstChance;
  const stayed = Math.exp(lnShareStaying(a, b, chances));
  const exactly = negativeBinomial(r, alpha, count, horizon);
  if (chances === 0) return exactly;
  const left = (a / (b + chances - 1)) * tailOf(r, alpha, count, horizon, exactly);
  return Math.min(1, stayed * (exactly + left)); // above 1 by rounding alone
}

/** P(N = n) = (α / (α+t))^r · (t / (α+t))^n / ((r+n) B(r, n+1)). */
function negativeBinomial(r: number, alpha: number, count: number, horizon: number): number {
  if (!(horizon > 0)) return count === 0 ? 1 : 0;
  const lnNone = -r * Math.log1p(horizon / alpha);
  if (count === 0) return Math.exp(lnNone);
  const lnAll = -count * Math.log1p(alpha / horizon);
  return Math.exp(lnNone + lnAll - lnBeta(r, count + 1)) / (r + count);
}

/**
 * P(N ≥ n) without cancellation: above the mean P(N = n) · 2F1(1, r+n; n+1; z), z = t / (α+t), all terms positive; up
 * to it 1 less what is below, summed downwards from n.
 */
function tailOf(r: number, alpha: number, count: number, horizon: number, exactly: number): number {
  if (count === 0) return 1;
  if (!(horizon > 0)) return 0;
  const z = horizon / (alpha + horizon);
  if (count > (r * horizon) / alpha) return exactly * hyp2f1OneB(r + count, count + 1, z);
  let term = exactly;
  let below = 0;
  for (let n = count; n > 0 && term > 0; n -= 1) {
    const factor = n / ((r + n - 1) * z);
    term *= factor;
    below += term;
    if (factor < 1 && term < 1e-17 * below) break;
  }
  return 1 - below;
}
