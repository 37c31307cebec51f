import type { ParameterValues } from "../model/purchaseModel.ts";
import type { PurchasePatterns } from "../patterns/groupPatterns.ts";
import { lnSurvivalAt } from "../sBg/survival.ts";

/*
 * The likelihood of Fader, Hardie & Shang 2010: a customer bought x times, last at opportunity t_x of n. Up to t_x
 * they were alive: B(α+x, β+t_x−x)/B(α, β) · B(γ, δ+t_x)/B(γ, δ). After that they live on without a purchase, or died
 * before one of the opportunities left: the paper's sum, taken here as a walk from opportunity to opportunity with the
 * chances of no purchase and of survival given all before it. All terms are positive and at most 1.
 */

/**
 * The log-likelihood of one customer.
 *
 * @example
 * bgBbLogLikelihood([1.2, 0.75, 0.66, 2.78], 4, 5, 6).toFixed(4); // => "-5.0993"
 */
export function bgBbLogLikelihood(
  parameters: ParameterValues,
  repeats: number,
  lastOpportunity: number,
  opportunities: number,
): number {
  const alpha = parameters[0] as number;
  const beta = parameters[1] as number;
  const gamma = parameters[2] as number;
  const delta = parameters[3] as number;
  const toLast =
    lnSurvivalAt(beta, alpha, repeats) + // x purchases in a row; a lifetime of purchases, so to say
    lnSurvivalAt(alpha + repeats, beta, lastOpportunity - repeats) + // then the skips
    lnSurvivalAt(gamma, delta, lastOpportunity);
  let alive = 1;
  let died = 0;
  for (let now = lastOpportunity; now < opportunities; now += 1) {
    died += alive * (gamma / (gamma + delta + now));
    alive *= ((beta + now - repeats) / (alpha + beta + now)) * ((delta + now) / (gamma + delta + now));
  }
  return toLast + Math.log(alive + died);
}

/** The log-likelihood of grouped customers; `evaluate` writes its gradient with respect to ln of the parameters. */
export function bgBbLikelihood(patterns: PurchasePatterns): {
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
} {
  const counts = countBeyond(patterns);
  const parameters = new Float64Array(4);
  return {
    evaluate(lnParameters, gradient) {
      for (let index = 0; index < 4; index += 1) parameters[index] = Math.exp(lnParameters[index] as number);
      gradient.fill(0);
      const value = addToLast(counts, parameters, gradient) + addAfterLast(patterns, parameters, gradient);
      for (let index = 0; index < 4; index += 1) {
        gradient[index] = (gradient[index] as number) * (parameters[index] as number);
      }
      return value;
    },
  };
}

/** How many customers have more than i purchases, skipped opportunities before the last purchase, and both. */
interface CountsBeyond {
  readonly bought: Float64Array;
  readonly skipped: Float64Array;
  readonly seen: Float64Array;
}

function countBeyond({ patternCount, repeats, lastAge, weights }: PurchasePatterns): CountsBeyond {
  let longest = 0;
  for (let index = 0; index < patternCount; index += 1) longest = Math.max(longest, lastAge[index] as number);
  const countsOf = (numberOf: (index: number) => number) => {
    const counts = new Float64Array(longest);
    for (let index = 0; index < patternCount; index += 1) {
      const place = numberOf(index) - 1;
      if (place >= 0) counts[place] = (counts[place] as number) + (weights[index] as number);
    }
    for (let place = longest - 2; place >= 0; place -= 1) {
      counts[place] = (counts[place] as number) + (counts[place + 1] as number);
    }
    return counts;
  };
  return {
    bought: countsOf((index) => repeats[index] as number),
    skipped: countsOf((index) => (lastAge[index] as number) - (repeats[index] as number)),
    seen: countsOf((index) => lastAge[index] as number),
  };
}

/** Everybody's likelihood up to their last purchase, as Σ ln(α+i), Σ ln(β+i) … over those who got that far. */
function addToLast(
  { bought, skipped, seen }: CountsBeyond,
  parameters: Float64Array,
  gradient: Float64Array,
): number {
  const alpha = parameters[0] as number;
  const beta = parameters[1] as number;
  const gamma = parameters[2] as number;
  const delta = parameters[3] as number;
  let value = 0;
  for (let place = 0; place < seen.length; place += 1) {
    const buying = bought[place] as number;
    const skipping = skipped[place] as number;
    const seeing = seen[place] as number;
    const asked = alpha + beta + place;
    const exposed = gamma + delta + place;
    value += buying * Math.log(alpha + place) + skipping * Math.log(beta + place) - seeing * Math.log(asked);
    value -= seeing * Math.log1p(gamma / (delta + place));
    gradient[0] = (gradient[0] as number) + buying / (alpha + place) - seeing / asked;
    gradient[1] = (gradient[1] as number) + skipping / (beta + place) - seeing / asked;
    gradient[2] = (gradient[2] as number) - seeing / exposed;
    gradient[3] = (gradient[3] as number) + (seeing * gamma) / ((delta + place) * exposed);
  }
  return value;
}

/** Everybody's likelihood after their last purchase, with the slopes of each step carried along the walk. */
function addAfterLast(
  { patternCount, repeats, lastAge, age, weights }: PurchasePatterns,
  parameters: Float64Array,
  gradient: Float64Array,
): number {
  const alpha = parameters[0] as number;
  const beta = parameters[1] as number;
  const gamma = parameters[2] as number;
  const delta = parameters[3] as number;
  let value = 0;
  for (let index = 0; index < patternCount; index += 1) {
    const count = repeats[index] as number;
    const end = age[index] as number;
    let alive = 1; // and the slopes of its logarithm
    let aliveAlpha = 0;
    let aliveBeta = 0;
    let aliveGamma = 0;
    let aliveDelta = 0;
    let died = 0; // and its slopes
    let diedAlpha = 0;
    let diedBeta = 0;
    let diedGamma = 0;
    let diedDelta = 0;
    for (let now = lastAge[index] as number; now < end; now += 1) {
      const skips = beta + now - count;
      const asked = alpha + beta + now;
      const survives = delta + now;
      const exposed = gamma + survives;
      const dies = alive * (gamma / exposed);
      died += dies;
      diedAlpha += dies * aliveAlpha;
      diedBeta += dies * aliveBeta;
      diedGamma += dies * (aliveGamma + survives / (gamma * exposed));
      diedDelta += dies * (aliveDelta - 1 / exposed);
      alive *= (skips / asked) * (survives / exposed);
      aliveAlpha -= 1 / asked;
      aliveBeta += (alpha + count) / (skips * asked);
      aliveGamma -= 1 / exposed;
      aliveDelta += gamma / (survives * exposed);
    }
    const total = alive + died;
    const weight = (weights[index] as number) / total;
    value += (weights[index] as number) * Math.log(total);
    gradient[0] = (gradient[0] as number) + weight * (diedAlpha + alive * aliveAlpha);
    gradient[1] = (gradient[1] as number) + weight * (diedBeta + alive * aliveBeta);
    gradient[2] = (gradient[2] as number) + weight * (diedGamma + alive * aliveGamma);
    gradient[3] = (gradient[3] as number) + weight * (diedDelta + alive * aliveDelta);
  }
  return value;
}
