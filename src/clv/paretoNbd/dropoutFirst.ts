import { hyp2f1OneB } from "../../math/hyp2f1OneB.ts";
import { dropoutFirstFar } from "./dropoutFirstFar.ts";

/** Below this argument the power series is faster than the continued fraction. */
export const SERIES_BELOW = 0.3;

/** With inverse scales further apart than this the continued fraction crawls. */
export const FAR_RATIO = 1000;

/**
 * The probability that a customer drops out before they buy again, E[μ/(λ+μ)], when the purchase rate λ has shape `p`
 * and the dropout rate μ has shape `s`, and `kappa` is the inverse scale of μ over that of λ. It is all that the
 * integral of the Pareto/NBD likelihood needs: with p = r+x and κ = (β+y)/(α+y)
 *
 * s ∫_y^∞ (α+u)^−p (β+u)^−(s+1) du = (α+y)^−p (β+y)^−s · dropoutFirst(p, s, κ).
 *
 * In hypergeometric form s/(s+p) · 2F1(1, p; s+p+1; 1−κ), and above κ = 1, where that argument leaves [0, 1), its
 * mirror s/(s+p) · 2F1(1, s+1; s+p+1; 1−1/κ) / κ.
 */
export function dropoutFirst(p: number, s: number, kappa: number): number {
  if (kappa > FAR_RATIO || kappa * FAR_RATIO < 1) return dropoutFirstFar(p, s, kappa);
  const isMirrored = kappa > 1;
  const b = isMirrored ? s + 1 : p;
  const z = isMirrored ? (kappa - 1) / kappa : 1 - kappa;
  const c = s + p + 1;
  const share = isMirrored ? s / ((s + p) * kappa) : s / (s + p);
  if (z >= SERIES_BELOW) return share * hyp2f1OneB(b, c, z);
  let term = 1;
  let sum = 1;
  for (let k = 0; term > 1e-17; k += 1) {
    term *= ((b + k) / (c + k)) * z;
    sum += term;
  }
  return share * sum;
}
