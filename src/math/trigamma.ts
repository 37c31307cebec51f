import { STIRLING_FROM } from "./stirling.ts";

/**
 * The trigamma function ψ′(x), the derivative of {@link digamma}, to about 1e-15 relative. The asymptotic series
 * of DLMF 5.15.8 behind the recurrence ψ′(x+1) = ψ′(x) − 1/x² (DLMF 5.15.5).
 *
 * @param x From 0, where it is Infinity; NaN below. Infinity also where 1/x² is, below 7.5e-155.
 *
 * @example
 * trigamma(1).toFixed(12); // => "1.644934066848"
 */
export function trigamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  let end = x;
  let sum = 0;
  while (end < STIRLING_FROM) {
    sum += 1 / (end * end);
    end += 1;
  }
  const inverse = 1 / end;
  const square = inverse * inverse;
  const tail =
    1 / 6 -
    square *
      (1 / 30 -
        square *
          (1 / 42 -
            square *
              (1 / 30 -
                square * (5 / 66 - square * (691 / 2730 - square * (7 / 6 - (square * 3617) / 510))))));
  return sum + inverse * (1 + inverse * (0.5 + inverse * tail));
}
