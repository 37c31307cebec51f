import type { Hyp2f1Point } from "./hyp2f1Point.ts";

const SETTLED = 1e-18;

/** Parameters of a million may need more; then there is no result. */
const TERMS_MAX = 2e6;

const LARGE = 1e200;
const LN_LARGE = 460.51701859880916;

/**
 * Gauss' series (DLMF 15.2.1) with its derivative, for |z| < 1, or for any z when `a` or `b` is 0 or a negative
 * whole number. The terms are scaled down together before they overflow.
 */
export function sumHyp2f1(a: number, b: number, c: number, z: number): Hyp2f1Point {
  // Until here factors may change their sign, and terms may grow again.
  const restless = Math.max(0, -a, -b, -c);
  let one = 1;
  let term = 1;
  let excess = 0;
  let moment = 0;
  let largest = 0;
  let lnScale = 0;
  for (let index = 0; ; index += 1) {
    const ratio = (((a + index) * (b + index)) / ((c + index) * (index + 1))) * z;
    term *= ratio;
    if (term === 0) break;
    const size = Math.abs(term);
    if (index === TERMS_MAX || !(size < Number.POSITIVE_INFINITY)) {
      excess = Number.NaN;
      break;
    }
    excess += term;
    moment += (index + 1) * term;
    if (size > largest) largest = size;
    const left = (index + 1) * size;
    if (index > restless && left < SETTLED * Math.abs(excess) * (1 - Math.abs(ratio))) break;
    if (largest > LARGE) {
      one /= LARGE;
      term /= LARGE;
      excess /= LARGE;
      moment /= LARGE;
      largest /= LARGE;
      lnScale += LN_LARGE;
    }
  }
  const value = one + excess;
  const slope = z === 0 ? (a * b) / c : moment / z;
  const loss = (largest + one) / Math.abs(value);
  return { value, slope, lnScale, excess, loss, excessLoss: largest / Math.abs(excess) };
}
