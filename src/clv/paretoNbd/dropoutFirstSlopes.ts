import { FAR_RATIO, SERIES_BELOW } from "./dropoutFirst.ts";
import { farIntegrals } from "./dropoutFirstFar.ts";

/**
 * `dropoutFirst(p, s, kappa)` into `out[0]`, its derivatives with respect to p, s and ln κ into `out[1]` to `out[3]`.
 * Each way of computing it is differentiated term by term, where the terms do not cancel; the derivative with respect
 * to κ far from 1 follows from the differential equation (1−κ) dH/d ln κ = H (pκ + s) − s.
 */
export function dropoutFirstSlopes(p: number, s: number, kappa: number, out: Float64Array): void {
  if (kappa > FAR_RATIO || kappa * FAR_RATIO < 1) {
    const { plain, ofTime, ofLogarithm } = farIntegrals(p, s, kappa);
    out[0] = s * plain;
    out[1] = -s * ofLogarithm;
    out[2] = plain - s * ofTime;
    out[3] = slopeOfEquation(p, s, kappa, s * plain);
    return;
  }
  const isMirrored = kappa > 1;
  const b = isMirrored ? s + 1 : p;
  const g = isMirrored ? p : s + 1;
  const z = isMirrored ? (kappa - 1) / kappa : 1 - kappa;
  if (z < SERIES_BELOW) sumSeries(b, g, z, out);
  else runFraction(b, g, z, out);
  const sum = s + p;
  const value = ((s / sum) * out[0]!) / (isMirrored ? kappa : 1);
  const slopeP = (isMirrored ? out[2]! : out[1]!) / out[0]!;
  const slopeS = (isMirrored ? out[1]! : out[2]!) / out[0]!;
  const slopeZ = out[3]! / out[0]!;
  out[0] = value;
  out[1] = value * (slopeP - 1 / sum);
  out[2] = value * slopeS + (value / s) * (p / sum);
  if (z >= SERIES_BELOW) out[3] = slopeOfEquation(p, s, kappa, value);
  else out[3] = value * (isMirrored ? slopeZ / kappa - 1 : -slopeZ * kappa);
}

function slopeOfEquation(p: number, s: number, kappa: number, value: number): number {
  return (value * (p * kappa + s) - s) / (1 - kappa);
}

/** 2F1(1, b; b+g; z) and its derivatives with respect to b, g and z, all sums of terms of one sign. */
function sumSeries(b: number, g: number, z: number, out: Float64Array): void {
  const c = b + g;
  let term = 1;
  let value = 1;
  let slopeB = 0;
  let slopeG = 0;
  let slopeZ = 0;
  let sumB = 0; // d ln term / db
  let sumG = 0; // −d ln term / dg
  for (let k = 0; term > 1e-18; k += 1) {
    const inverse = 1 / (c + k);
    const ratio = (b + k) * inverse;
    sumB += (g * inverse) / (b + k);
    sumG += inverse;
    slopeZ += (k + 1) * term * ratio;
    term *= ratio * z;
    value += term;
    slopeB += term * sumB;
    slopeG -= term * sumG;
  }
  out[0] = value;
  out[1] = slopeB;
  out[2] = slopeG;
  out[3] = slopeZ;
}

/**
 * 2F1(1, b; b+g; z) and its derivatives with respect to b and g by Gauss' continued fraction, cleared of its inner
 * denominators and run from its tail, so that a step takes one division:
 * 1/F = 1 − bz/R₁, R_j = c+j−1 − e_j z/R_{j+1}, e_{2k−1} = k(g+k−1), e_{2k} = (b+k)(c+k−1), c = b+g.
 */
function runFraction(b: number, g: number, z: number, out: Float64Array): void {
  const c = b + g;
  const root = Math.sqrt(1 - z);
  // the error shrinks at least by (1−√(1−z))/(1+√(1−z)) with every step, two to a k: to e^−32 here
  let k = Math.ceil(16 / (Math.log1p(root) - Math.log1p(-root))) + 2;
  let slopeB = (1 + root) / 2;
  let slopeG = slopeB;
  let rest = (c + 2 * k) * slopeB; // what the rest of the fraction tends to
  for (; k > 0; k -= 1) {
    let share = z / rest;
    const even = (b + k) * (c + k - 1);
    let carried = (even * share) / rest;
    rest = c + 2 * k - 1 - even * share;
    slopeB = 1 - share * (b + c + 2 * k - 1) + carried * slopeB;
    slopeG = 1 - share * (b + k) + carried * slopeG;
    share = z / rest;
    const odd = k * (g + k - 1);
    carried = (odd * share) / rest;
    rest = c + 2 * k - 2 - odd * share;
    slopeB = 1 + carried * slopeB;
    slopeG = 1 - share * k + carried * slopeG;
  }
  const share = z / rest;
  const value = 1 / (1 - b * share);
  const carried = (b * share) / rest;
  out[0] = value;
  out[1] = value * value * (share - carried * slopeB);
  out[2] = -value * value * carried * slopeG;
  out[3] = 0; // left to the differential equation
}
