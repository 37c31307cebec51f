import { digammaTail, STIRLING_FROM } from "./stirling.ts";

/**
 * The digamma function ψ(x), the derivative of {@link lnGamma}, to about 1e-15 (absolute beside its zero at
 * 1.4616). The asymptotic series of DLMF 5.11.2 behind the recurrence ψ(x+1) = ψ(x) + 1/x (DLMF 5.5.2).
 *
 * @param x From 0, where it is -Infinity; NaN below.
 *
 * @example
 * digamma(1).toFixed(12); // => "-0.577215664902"
 */
export function digamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  let end = x;
  // Σ 1/(x+k) as one fraction: a division costs as much as the rest of a turn.
  let numerator = 0;
  let denominator = 1;
  while (end < STIRLING_FROM) {
    numerator = numerator * end + denominator;
    denominator *= end;
    end += 1;
  }
  return Math.log(end) - 0.5 / end + digammaTail(end) - numerator / denominator;
}
