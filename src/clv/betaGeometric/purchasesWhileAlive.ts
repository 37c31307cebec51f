import { betaIntegral } from "./betaIntegral.ts";
import { sumSeries } from "./sumSeries.ts";

/** So many times may what is subtracted be larger than what remains. */
const CANCELLATION_MAX = 200;

/**
 * Expected purchases within a horizon of a customer who is alive at its beginning. With purchase rate λ, gamma
 * distributed with shape R and rate A, and chance p to leave after each purchase, beta distributed with shapes a and b,
 * it is E[(1 − e^(−λpt)) / p], and over λ, with w = t / A,
 *
 *   G = E_p[(1 − (1 + p w)^−R) / p]
 *     = (a+b−1) / (a−1) · (1 − (1+w)^−R · 2F1(R, b; a+b−1; w / (1+w)))        (a ≠ 1, a+b ≠ 1)
 *
 * the second line as in Fader, Hardie & Lee 2005 (eq. 9 and 10). It overflows, cancels for small t, and is 0/0 at
 * a = 1 and at a + b = 1. By Euler's transformation, with z = w / (1+w), C = a+b−1, B = C − R,
 *
 *   G = C · (1 − (1−z)^(a−1)) / (a−1) − (1−z)^(a−1) · B · z · Σ_{k≥0} (a)_k (B+1)_k / ((C+1)_k (2)_k) · z^k
 *
 * which has none of these faults. Where its terms cancel or fall slowly (z near 1, shapes far above 1) the first line
 * is averaged over p instead.
 *
 * @param shape R, above 0.
 * @param a Above 0.
 * @param b Above 0.
 * @param reach w, from 0: the horizon over A.
 */
export function purchasesWhileAlive(shape: number, a: number, b: number, reach: number): number {
  if (!(reach > 0)) return 0;
  const c = a + b - 1;
  const rest = c - shape;
  const z = reach / (1 + reach);
  const lnKept = -Math.log1p(reach);
  const gained = c * growthOf(a - 1, lnKept);
  const lost = Math.exp((a - 1) * lnKept) * rest * z * sumSeries(a, rest + 1, c + 1, 2, z);
  const purchases = gained - lost;
  const isSound = Math.abs(gained) + Math.abs(lost) < CANCELLATION_MAX * purchases;
  return isSound ? purchases : averagedPurchases(shape, a, b, reach);
}

/** (1 − e^(power · ln)) / power, and its limit at 0. */
function growthOf(power: number, ln: number): number {
  return power === 0 ? -ln : -Math.expm1(power * ln) / power;
}

function averagedPurchases(shape: number, a: number, b: number, reach: number): number {
  const steepness = (1 + shape) * reach;
  const purchases = betaIntegral(a, b, 0, 0, steepness, (p) => {
    // For such a p the next term of the expansion is beyond the last digit, and p · reach may have no digits left.
    if (steepness * p < 1e-17) return shape * reach;
    return -Math.expm1(-shape * Math.log1p(p * reach)) / p;
  });
  return purchases.scaled / betaIntegral(a, b, 0, 0, 0, () => 1).scaled;
}
