import { dropoutFirst } from "./dropoutFirst.ts";

/*
 * From the last purchase at t_x to the end at T nothing was heard of a customer. With p = r+x, the chance of that is
 *
 *   Q = H₁ + (1 − H₂) e^−ρ, ρ = p ln((α+T)/(α+t_x)) + s ln((β+T)/(β+t_x)),
 *
 * H₁ and H₂ the probability to drop out before the next purchase, seen from t_x and from T: either the dropout comes
 * first, or neither comes until T and the purchase is first after it. It equals
 * e^−ρ + s ∫ (α+u)^−p (β+u)^−(s+1) du · (α+t_x)^p (β+t_x)^s over u from t_x to T, but no term is negative and none
 * overflows.
 */

/** While the logarithms of the integrand and of its bases change by less, Simpson's rule is exact to the last digit. */
const SHORT = 1e-3;

/** ρ: e^−ρ is the chance that the customer neither buys nor drops out for `span` after `start`. */
function idleExponent(
  p: number,
  alpha: number,
  s: number,
  beta: number,
  start: number,
  span: number,
): number {
  return p * Math.log1p(span / (alpha + start)) + s * Math.log1p(span / (beta + start));
}

/** Q, see above. */
export function quietProbability(
  p: number,
  alpha: number,
  s: number,
  beta: number,
  lastAge: number,
  age: number,
): number {
  const idle = Math.exp(-idleExponent(p, alpha, s, beta, lastAge, age - lastAge));
  const first = dropoutFirst(p, s, (beta + lastAge) / (alpha + lastAge));
  return first + (1 - dropoutFirst(p, s, (beta + age) / (alpha + age))) * idle;
}

/** ln Q; where Q is near 1 with the digits of 1 − Q, from the integral. */
export function lnQuietProbability(
  p: number,
  alpha: number,
  s: number,
  beta: number,
  lastAge: number,
  age: number,
): number {
  const span = age - lastAge;
  if (idleExponent(p + 1, alpha, s + 1, beta, lastAge, span) > SHORT)
    return Math.log(quietProbability(p, alpha, s, beta, lastAge, age));
  const whole = idleExponent(p, alpha, s + 1, beta, lastAge, span);
  const half = idleExponent(p, alpha, s + 1, beta, lastAge + span / 2, span / 2);
  const dropouts = ((s * span) / (beta + age)) * ((Math.exp(whole) + 4 * Math.exp(half) + 1) / 6);
  return Math.log1p(dropouts) - idleExponent(p, alpha, s, beta, lastAge, span);
}

/** The probability to be still active at `age`, e^−ρ/Q (Schmittlein, Morrison & Colombo 1987, eq. 11–13). */
export function activeProbability(
  p: number,
  alpha: number,
  s: number,
  beta: number,
  lastAge: number,
  age: number,
): number {
  if (age === lastAge) return 1;
  const idle = Math.exp(-idleExponent(p, alpha, s, beta, lastAge, age - lastAge));
  const first = dropoutFirst(p, s, (beta + lastAge) / (alpha + lastAge));
  const last = dropoutFirst(p, s, (beta + age) / (alpha + age));
  return Math.min(1, idle / (first + (1 - last) * idle));
}
