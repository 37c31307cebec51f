import { nearbyLnGamma } from "./nearbyLnGamma.ts";

const SETTLED = 1e-17;

/** One step between doubles. */
const STEP = 2.3e-16;

const TURNS_MAX = 1000;

/** From here on the continued fraction is quick whatever z is. */
const ORDER_LARGE = 12;

/** e^z·E_p(z), the generalised exponential integral of order p > 0 for z > 0 (DLMF 8.19). */
export function scaledExponentialIntegral(order: number, z: number): number {
  if (z >= 1 || order >= ORDER_LARGE) return byFraction(order, z);
  // Order p − n between ½ and 1½, then n times p·E_{p+1}(z) = e^(−z) − z·E_p(z), DLMF 8.19.12.
  const steps = Math.max(0, Math.round(order - 1));
  let now = order - steps;
  let value = Math.exp(z) * bySeries(now, z);
  for (; now < order; now += 1) value = (1 - z * value) / now;
  return value;
}

/** DLMF 8.19.17, contracted; modified Lentz. Some ninety turns at z = 1, fewer beyond. */
function byFraction(order: number, z: number): number {
  let term = z + order;
  let above = Number.MAX_VALUE;
  let below = 1 / term;
  let value = below;
  for (let turn = 1; turn < TURNS_MAX; turn += 1) {
    const numerator = -turn * (order - 1 + turn);
    term += 2;
    below = 1 / (numerator * below + term);
    above = term + numerator / above;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) <= STEP) break;
  }
  return value;
}

/** DLMF 8.19.10 for p < 1½; its first two terms, which both are infinite at p = 1, taken together. */
function bySeries(order: number, z: number): number {
  const away = 1 - order;
  const lnGammaBeyondOne = nearbyLnGamma(2, away) - Math.log1p(away); // lnΓ(1 + away) without rounding 1 + away
  const exponent = lnGammaBeyondOne - away * Math.log(z);
  let sum = away === 0 ? -0.5772156649015329 - Math.log(z) : Math.expm1(exponent) / away;
  let power = 1;
  for (let index = 1; ; index += 1) {
    power *= -z / index;
    const term = power / (index + away);
    sum -= term;
    if (Math.abs(term) <= SETTLED * Math.abs(sum)) return sum;
  }
}
