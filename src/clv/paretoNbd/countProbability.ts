import { lnGammaDifference } from "../../math/lnGammaDifference.ts";

/** The left end of the integral in ln(u/(t−u)), as far as doubles go, and the right one. */
const LEFT_END = -700;
const RIGHT_END = 40;

/** Halvings that find a peak between the ends, however sharp. */
const HALVINGS = 60;

/** Parts of the sum below e to this of the largest do not count. */
const NEGLIGIBLE = -40;

/**
 * P(X(t) = n) of a new customer (Fader & Hardie 2006, "Deriving an expression for P(X(t) = x) under the Pareto/NBD
 * model"): n purchases and still active, or n purchases until the dropout at u,
 *
 * N(n; t) (β/(β+t))^s + ∫ N(n; u) s β^s (β+u)^−(s+1) du over u from 0 to t,
 *
 * N(n; u) the negative binomial Γ(r+n)/(Γ(r) n!) (α/(α+u))^r (u/(α+u))^n. The paper solves the integral by
 * differences of hypergeometric functions, which cancel; here it is the trapezoidal rule in ln(u/(t−u)), where the
 * logarithm of the integrand is concave: from its peak to both sides.
 */
export function countProbability(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  count: number,
  horizon: number,
): number {
  if (!(Number.isInteger(count) && count >= 0)) return 0;
  if (!(horizon > 0)) return count === 0 ? 1 : 0;
  const lnScale = lnGammaDifference(r, count) - lnGammaDifference(1, count);
  const lnActive = (time: number) => {
    const bought = count === 0 ? 0 : -count * Math.log1p(alpha / time);
    return lnScale + bought - r * Math.log1p(time / alpha) - s * Math.log1p(time / beta);
  };
  const lnPart = (node: number) => {
    const power = Math.exp(node);
    const time = horizon * (power / (1 + power));
    return lnActive(time) + Math.log(time / (beta + time)) - Math.log1p(power);
  };
  const peak = peakOf(r, alpha, s, beta, count, horizon);
  const height = lnPart(peak);
  const step = Math.min(0.25, 0.7 / Math.sqrt(r + s + 1)); // no peak is narrower than its Gaussian
  let sum = 1;
  for (const direction of [step, -step]) {
    let above = 0;
    for (let node = 1; above > NEGLIGIBLE; node += 1) {
      above = lnPart(peak + node * direction) - height;
      sum += Math.exp(above);
    }
  }
  return Math.min(1, Math.exp(lnActive(horizon)) + s * step * sum * Math.exp(height));
}

/** Where the integrand is largest, in ln(u/(t−u)): its slope falls all the way. */
function peakOf(r: number, alpha: number, s: number, beta: number, count: number, horizon: number): number {
  let low = LEFT_END;
  let high = RIGHT_END;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    const power = Math.exp(middle);
    const time = horizon * (power / (1 + power));
    const rising = count + 1 - (r + count) * (time / (alpha + time)) - (s + 1) * (time / (beta + time));
    if (rising > power) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
