import { nearbyLnGamma } from "./nearbyLnGamma.ts";
import { lnGammaTail, STIRLING_FROM } from "./stirling.ts";

/** ½·ln 2π − ½. */
const STIRLING_CONSTANT = 0.4189385332046727;

/** How far around its zeros at 1 and 2 lnΓ is taken as a difference, which keeps all digits. */
const NEAR_ZERO = 0.2;

/**
 * The natural logarithm of the gamma function, lnΓ(x), to about 1e-15, relative also beside its zeros at 1 and 2.
 * Stirling's series (DLMF 5.11.1) behind the recurrence Γ(x+1) = x·Γ(x) (DLMF 5.5.1).
 *
 * @param x From 0, where it is Infinity; NaN below, as `Math.log`.
 *
 * @example
 * lnGamma(1); // => 0
 * lnGamma(5).toFixed(12); // => "3.178053830348"
 */
export function lnGamma(x: number): number {
  if (x >= STIRLING_FROM) return stirling(x);
  if (!(x >= 0)) return Number.NaN;
  if (Math.abs(x - 2) < NEAR_ZERO) return nearbyLnGamma(2, x - 2);
  if (Math.abs(x - 1) < NEAR_ZERO) return nearbyLnGamma(2, x - 1) - Math.log1p(x - 1);
  let product = x;
  let end = x + 1;
  while (end < STIRLING_FROM) {
    product *= end;
    end += 1;
  }
  return stirling(end) - Math.log(product);
}

function stirling(x: number): number {
  return (x - 0.5) * (Math.log(x) - 1) + (STIRLING_CONSTANT + lnGammaTail(x));
}
