import { lnGamma } from "./lnGamma.ts";
import { nearbyLnGamma } from "./nearbyLnGamma.ts";
import { STIRLING_FROM } from "./stirling.ts";

/** A product of so many factors is faster than any series. */
const FACTORS_MAX = 8;

/** Above this the product could overflow. */
const PRODUCT_BELOW = 1e30;

/**
 * lnΓ(x + step) − lnΓ(x), the logarithm of Pochhammer's symbol (x)_step (DLMF 5.2.5), with full precision where
 * the two would cancel: at x = 1e8 their difference keeps one digit in ten million of a plain subtraction.
 *
 * @param x Above 0.
 * @param step From 0, not only whole numbers. NaN below.
 *
 * @example
 * lnGammaDifference(1e8, 1) === Math.log(1e8); // => true
 * lnGammaDifference(0.5, 0); // => 0
 */
export function lnGammaDifference(x: number, step: number): number {
  if (!(x >= 0 && step >= 0)) return Number.NaN;
  if (step <= FACTORS_MAX && Number.isInteger(step) && x < PRODUCT_BELOW) {
    let product = 1;
    for (let index = 0; index < step; index += 1) product *= x + index;
    return Math.log(product);
  }
  if (x >= STIRLING_FROM || step < Math.min(1, x)) return nearbyLnGamma(x, step);
  return lnGamma(x + step) - lnGamma(x);
}
