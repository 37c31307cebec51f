/** The integrals over v from 0 to ∞ of weight · g(v), g(v) = e^(−sv) (1 + κ(e^v − 1))^−p. */
interface FarIntegrals {
  readonly plain: number;
  /** With weight v. */
  readonly ofTime: number;
  /** With weight ln(1 + κ(e^v − 1)). */
  readonly ofLogarithm: number;
}

/** Beyond this power of e the 1 beside it is nothing, and soon e^v is not finite. */
const LARGE_POWER = 500;

/**
 * `dropoutFirst` for inverse scales that are powers of ten apart, κ far from 1: as s ∫ g(v) dv with
 * v = ln((β+u)/(β+y)), by the trapezoidal rule after v = σ exp(w − e^−w), which makes the ends doubly exponential.
 */
export function dropoutFirstFar(p: number, s: number, kappa: number): number {
  return s * farIntegrals(p, s, kappa).plain;
}

/** All integrals that {@link dropoutFirstFar} and its slopes need, in one pass. */
export function farIntegrals(p: number, s: number, kappa: number): FarIntegrals {
  const lnKappa = Math.log(kappa);
  // where g falls: by its slope at 0, or at the latest when κ e^v has grown to 1
  const scale = Math.min(1 / (s + kappa * p), 1 + Math.log1p(1 / kappa));
  // branch points at v = ln(1/κ − 1) ± iπ: the further out, the thinner the strip without them
  const step = 0.2 / Math.max(1, -lnKappa);
  let plain = 0;
  let ofTime = 0;
  let ofLogarithm = 0;
  let part = 1;
  for (let w = -4; w < 0 || part > 1e-18 * plain; w += step) {
    const shrink = Math.exp(-w);
    const v = scale * Math.exp(w - shrink);
    const logarithm = v > LARGE_POWER ? v + lnKappa : Math.log1p(kappa * Math.expm1(v));
    part = Math.exp(-s * v - p * logarithm) * v * (1 + shrink);
    plain += part;
    ofTime += part * v;
    ofLogarithm += part * logarithm;
  }
  return { plain: plain * step, ofTime: ofTime * step, ofLogarithm: ofLogarithm * step };
}
