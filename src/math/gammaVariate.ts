import { assertInvariant } from "../base/assertInvariant.ts";
import type { SeededRandom } from "./createRandom.ts";
import { normalVariate } from "./normalVariate.ts";

/**
 * A gamma variate of mean `shape` / `rate`, by the method of Marsaglia & Tsang (2000), a shape below 1 through shape + 1
 * and a power of a uniform number.
 *
 * @param shape Above 0.
 * @param rate Above 0, the inverse of the scale.
 * @returns 0 only where the variate lies below the smallest double, as at a shape of 0.001 half of them do; what needs
 * them nevertheless can take {@link lnGammaVariate}.
 *
 * @example
 * gammaVariate({ next: () => 0.6 }, 2, 1).toFixed(3); // => "4.675"
 */
export function gammaVariate(random: SeededRandom, shape: number, rate: number): number {
  assertPositive(rate);
  if (shape >= 1) return unitGammaVariate(random, shape) / rate;
  return Math.exp(lnGammaVariate(random, shape) - Math.log(rate));
}

/**
 * The logarithm of a gamma variate of rate 1: finite for every shape above 0, however small the variate.
 *
 * @example
 * lnGammaVariate({ next: () => 0.6 }, 1e-9).toExponential(3); // => "-5.108e+8"
 */
export function lnGammaVariate(random: SeededRandom, shape: number): number {
  if (shape >= 1) return Math.log(unitGammaVariate(random, shape));
  assertPositive(shape);
  const ln = Math.log(unitGammaVariate(random, shape + 1)) + Math.log(random.next()) / shape;
  return Math.max(-Number.MAX_VALUE, ln);
}

/** For a shape from 1. */
function unitGammaVariate(random: SeededRandom, shape: number): number {
  assertPositive(shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalVariate(random);
    const offset = c * x;
    const root = 1 + offset;
    if (root <= 0) continue;
    const square = x * x;
    const uniform = random.next();
    // d − d·v + d·ln v for v = (1 + offset)³, without the cancellation that a large shape would bring.
    const isAccepted =
      uniform < 1 - 0.0331 * square * square ||
      Math.log(uniform) <
        square / 2 + d * (3 * (Math.log1p(offset) - offset) - offset * offset * (3 + offset));
    if (isAccepted) return d * root * root * root;
  }
}

function assertPositive(parameter: number): void {
  assertInvariant(parameter > 0 && parameter < Number.POSITIVE_INFINITY, "a number above 0", parameter);
}
