import { lnHyp2f1 } from "./lnHyp2f1.ts";

/** Beyond these z the fraction needs more turns than the steps of {@link lnHyp2f1}, and loses digits. */
const REST_MIN = 1e-3;
const REST_MAX = 1e3;

/** Where ln F grows beyond this, 1/F is a difference that has lost its digits. */
const LN_GROWTH_MAX = 5;

const TURNS_MAX = 2_000;

/** One step between doubles; a stricter bound may never be met. */
const SETTLED = 2.3e-16;

/** In the place of a denominator that happens to vanish. */
const TINY = 1e-300;

/**
 * The hypergeometric function ₂F₁(1, b; c; z) by Gauss' continued fraction (DLMF 15.7.1 with one parameter 0 in
 * the denominator), evaluated by the modified method of Lentz; too close to z = 1 or too far below 0 for it,
 * by {@link lnHyp2f1}.
 *
 * @param c Not 0 and not a negative whole number.
 * @param z Below 1; NaN from there.
 *
 * @example
 * hyp2f1OneB(1, 2, 0.5).toFixed(12); // => "1.386294361120"
 * hyp2f1OneB(0.5, 0.5, -3); // => 0.25
 */
export function hyp2f1OneB(b: number, c: number, z: number): number {
  if (!(z < 1)) return Number.NaN;
  const isLarge = z > 0 && b > c && (c - b) * Math.log1p(-z) > LN_GROWTH_MAX;
  if (!isLarge && 1 - z > REST_MIN && 1 - z < REST_MAX) {
    // 1/F = 1 − b·z/(c − 1·(c−b)·z/(c+1 − (b+1)·c·z/(c+2 − 2·(c−b+1)·z/(c+3 − …))))
    let reciprocal = 1;
    let above = 1;
    let below = 0;
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const half = turn >> 1;
      const odd = turn & 1 ? (half + 1) * (c - b + half) : turn === 0 ? b : (b + half) * (c - 1 + half);
      const term = c + turn;
      below = 1 / (term - odd * z * below || TINY);
      above = term - (odd * z) / above || TINY;
      const factor = above * below;
      reciprocal *= factor;
      if (Math.abs(factor - 1) <= SETTLED) return 1 / reciprocal;
    }
  }
  const { lnAbs, sign } = lnHyp2f1(1, b, c, z);
  return sign * Math.exp(lnAbs);
}
