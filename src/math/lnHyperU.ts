import { lnGamma } from "./lnGamma.ts";
import { scaledExponentialIntegral } from "./scaledExponentialIntegral.ts";

const SPACING_MAX = 0.2;
const NEGLIGIBLE = -45;

/**
 * The natural logarithm of Kummer's (Tricomi's) confluent hypergeometric function U(a, b, z). For b = a, which
 * discounted expected transactions need, by the exponential integral, U(a, a, z) = z^(1−a)·e^z·E_a(z)
 * (DLMF 13.6.6 and 8.19.1); otherwise by the integral DLMF 13.4.4.
 *
 * @param a From 0.
 * @param b Any number.
 * @param z Above 0. NaN outside this domain.
 *
 * @example
 * lnHyperU(2, 3, 5) === -2 * Math.log(5); // => true
 * lnHyperU(1, 1, 0.1).toFixed(12); // => "0.700441782495"
 */
export function lnHyperU(a: number, b: number, z: number): number {
  if (!(a >= 0 && z > 0) || Number.isNaN(b)) return Number.NaN;
  if (a === 0) return 0;
  if (b === a + 1) return -a * Math.log(z); // DLMF 13.6.4
  if (b !== a) return lnGeneral(a, b, z);
  // 1 − z·e^z·E_a(z), DLMF 8.19.12: keeps the digits of a small a or a large z, where U·z^a is almost 1.
  const missing = a * scaledExponentialIntegral(a + 1, z);
  if (missing < 0.5) return Math.log1p(-missing) - a * Math.log(z);
  return (1 - a) * Math.log(z) + Math.log(scaledExponentialIntegral(a, z));
}

/** The general case, for a small `a` by sums of what is above 0. */
function lnGeneral(a: number, b: number, z: number): number {
  const power = b - a - 1;
  if (a >= 1) return lnIntegral(a, power, z, false);
  if (power > 0) return lnSum(-a * Math.log(z), lnIntegral(a, power, z, true));
  const lnRaised = Math.log(-power) + lnIntegral(a + 1, power - 1, z, false);
  return lnSum(lnRaised, Math.log(z) + lnHyperU(a + 1, b + 1, z)); // DLMF 13.3.10
}

function lnSum(lnOne: number, lnOther: number): number {
  return Math.max(lnOne, lnOther) + Math.log1p(Math.exp(-Math.abs(lnOne - lnOther)));
}

/**
 * ln of 1/Γ(a)·∫ e^(−zt)·t^(a−1)·(1+t)^power dt, or of (1+t)^power − 1 in its place, whose missing part is z^(−a).
 * The trapezoidal rule over ln t converges exponentially; its spacing follows the width of the peak. It needs an
 * integrand that falls like t or faster towards 0.
 */
function lnIntegral(a: number, power: number, z: number, isLessOne: boolean): number {
  const lnIntegrand = (lnT: number) => {
    const t = Math.exp(lnT);
    const lnPower = power * Math.log1p(t);
    return a * lnT - z * t + lnPower + (isLessOne ? Math.log(-Math.expm1(-lnPower)) : 0);
  };
  const lift = isLessOne ? 1 : 0; // (1+t)^power − 1 is like t·(1+t)^(power−1)
  const middle = a + power - z;
  const root = Math.hypot(middle, 2 * Math.sqrt((a + lift) * z));
  const peak = middle > 0 ? (middle + root) / (2 * z) : (2 * (a + lift)) / (root - middle);
  const curvature = z * peak - ((power - lift) * peak) / (1 + peak) ** 2;
  const spacing = Math.min(SPACING_MAX, 0.5 / Math.sqrt(curvature));
  const lnPeak = Math.log(peak);
  const height = lnIntegrand(lnPeak);
  let sum = 1;
  for (const direction of [spacing, -spacing]) {
    let above = 0;
    for (let index = 1; above > NEGLIGIBLE; index += 1) {
      above = lnIntegrand(lnPeak + index * direction) - height;
      sum += Math.exp(above);
    }
  }
  return height + Math.log(sum * spacing) - lnGamma(a);
}
