import { digamma } from "../../math/digamma.ts";
import { lnGammaDifference } from "../../math/lnGammaDifference.ts";
import { dropoutFirstSlopes } from "./dropoutFirstSlopes.ts";

/** Writes into `out`: the derivatives of the log-likelihood of one customer to ln r, ln α, ln s, ln β, and its value. */
type CustomerSlopes = (
  r: number,
  alpha: number,
  s: number,
  beta: number,
  repeats: number,
  lastAge: number,
  age: number,
  out: Float64Array,
) => void;

/** How many numbers {@link CustomerSlopes} writes. */
export const SLOPE_COUNT = 5;

/**
 * The kernel of the fit. Every call has all four parameters, so scales that differ by customer (covariates) need
 * nothing but their own ln α and ln β, and the chain rule over what is written for them. What depends on fewer things
 * than a customer is kept from one call to the next: patterns come sorted by repeats.
 */
export function createCustomerSlopes(): CustomerSlopes {
  const first = new Float64Array(4);
  const last = new Float64Array(4);
  let shape = Number.NaN;
  let count = Number.NaN;
  let lnGammas = 0;
  let digammas = 0;
  let firstP = Number.NaN;
  let firstS = Number.NaN;
  let firstKappa = Number.NaN;
  return (r, alpha, s, beta, repeats, lastAge, age, out) => {
    if (r !== shape || repeats !== count) {
      shape = r;
      count = repeats;
      lnGammas = lnGammaDifference(r, repeats);
      digammas = repeats === 0 ? 0 : digamma(r + repeats) - digamma(r);
    }
    const p = r + repeats;
    const alphaFirst = alpha + lastAge;
    const alphaLast = alpha + age;
    const betaFirst = beta + lastAge;
    const betaLast = beta + age;
    const kappa = betaFirst / alphaFirst;
    if (p !== firstP || s !== firstS || kappa !== firstKappa) {
      dropoutFirstSlopes(p, s, kappa, first);
      firstP = p;
      firstS = s;
      firstKappa = kappa;
    }
    dropoutFirstSlopes(p, s, betaLast / alphaLast, last);
    const lnAlphas = Math.log1p((age - lastAge) / alphaFirst);
    const lnBetas = Math.log1p((age - lastAge) / betaFirst);
    const idle = Math.exp(-p * lnAlphas - s * lnBetas);
    const rest = 1 - last[0]!;
    const quiet = first[0]! + rest * idle;
    const active = idle / quiet;
    const shareAlphaFirst = alpha / alphaFirst;
    const shareAlphaLast = alpha / alphaLast;
    const shareBetaFirst = beta / betaFirst;
    const shareBetaLast = beta / betaLast;
    const grownAlpha = Math.log1p(lastAge / alpha);
    const grownBeta = Math.log1p(lastAge / beta);
    // the derivatives of ln quiet to r and s, and through ln κ at both ends
    const quietR = first[1]! / quiet - active * (last[1]! + rest * lnAlphas);
    const quietS = first[2]! / quiet - active * (last[2]! + rest * lnBetas);
    const ofFirst = first[3]! / quiet;
    const ofLast = active * last[3]!;
    const restScale = active * rest;
    out[0] = r * (digammas - grownAlpha + quietR);
    out[1] =
      r * (1 - shareAlphaFirst) -
      repeats * shareAlphaFirst -
      ofFirst * shareAlphaFirst +
      ofLast * shareAlphaLast +
      restScale * p * (shareAlphaFirst - shareAlphaLast);
    out[2] = s * (quietS - grownBeta);
    out[3] =
      s * (1 - shareBetaFirst) +
      ofFirst * shareBetaFirst -
      ofLast * shareBetaLast +
      restScale * s * (shareBetaFirst - shareBetaLast);
    out[4] = lnGammas - repeats * Math.log(alphaFirst) - r * grownAlpha - s * grownBeta + Math.log(quiet);
  };
}
