import { fail } from "../../base/loyaltyError.ts";
import type { ParameterValues, PurchaseModel, ResidualTransactions } from "../model/purchaseModel.ts";
import { expectationsByHistory } from "../patterns/expectationsByHistory.ts";
import { discountedSurvivalSum, lnSurvivalAt, survivalAt, survivalSum } from "../sBg/survival.ts";
import { BG_BB_NAMES } from "./parameters.ts";

/** BG/BB as functions of its parameters, with what only a model of single opportunities can tell. */
export interface BgBbModel extends PurchaseModel {
  /**
   * Discounted expected residual transactions (eq. 14): Σ_{k≥1} P(buys at n+k)/(1+d)^k, so that a purchase at the next
   * opportunity is discounted once.
   *
   * @throws LoyaltyError `invalid_option` for a rate that is not finite or below 0
   */
  discountedResidualTransactions(
    parameters: ParameterValues,
    repeats: number,
    lastAge: number,
    age: number,
    discountRatePerOpportunity: number,
  ): ResidualTransactions;
  /** Probability of exactly `count` purchases in the next `horizon`, given the past (eq. 12). */
  conditionalCountProbability(
    parameters: ParameterValues,
    repeats: number,
    lastAge: number,
    age: number,
    count: number,
    horizon: number,
  ): number;
}

/**
 * The beta-geometric/beta-Bernoulli model (Fader, Hardie & Shang 2010, "Customer-base analysis in a discrete-time
 * noncontractual setting"), for purchases that can only happen at given opportunities: donations of a year, a
 * conference, a cruise. `repeats` of `age` opportunities were used, the last of them the `lastAge`-th. Part of an
 * opportunity in a `horizon` is none. Alive at `age` means not to have died before that opportunity; alive at the next
 * one is `aliveProbability(…, 1)` (eq. 11).
 *
 * @example
 * const donors = [1.2, 0.75, 0.66, 2.78]; // alpha, beta, gamma, delta
 * bgBb.expectation(donors, 6).toFixed(3); // => "2.211"
 * bgBb.aliveProbability(donors, 4, 5, 6, 1).toFixed(2); // => "0.70"
 */
export const bgBb: BgBbModel = {
  name: "bg-bb",
  parameterNames: BG_BB_NAMES,
  // eq. 8
  expectation(parameters, horizon) {
    const alpha = parameters[0] as number;
    const buys = alpha / (alpha + (parameters[1] as number));
    return buys * survivalSum(parameters[2] as number, parameters[3] as number, Math.floor(horizon));
  },
  // eq. 13
  conditionalExpectation(parameters, repeats, lastAge, age, horizon) {
    const alpha = (parameters[0] as number) + repeats;
    const buys = alpha / (alpha + (parameters[1] as number) + age - repeats);
    const alive = 1 / (1 + deathOdds(parameters, repeats, lastAge, age));
    const delta = (parameters[3] as number) + age;
    return alive * buys * survivalSum(parameters[2] as number, delta, Math.floor(horizon));
  },
  conditionalExpectations(parameters, columns, horizons) {
    return expectationsByHistory(bgBb, parameters, columns, horizons);
  },
  aliveProbability(parameters, repeats, lastAge, age, horizon) {
    const alive = 1 / (1 + deathOdds(parameters, repeats, lastAge, age));
    const delta = (parameters[3] as number) + age;
    return alive * survivalAt(parameters[2] as number, delta, Math.floor(horizon));
  },
  countProbability(parameters, count, horizon) {
    return countChance(parameters, 0, 0, count, Math.floor(horizon));
  },
  noPurchaseProbability(parameters, repeats, lastAge, age, horizon) {
    return bgBb.conditionalCountProbability(parameters, repeats, lastAge, age, 0, horizon);
  },
  conditionalCountProbability(parameters, repeats, lastAge, age, count, horizon) {
    const odds = deathOdds(parameters, repeats, lastAge, age);
    const dead = count === 0 ? 1 / (1 + 1 / odds) : 0;
    return dead + countChance(parameters, repeats, age, count, Math.floor(horizon)) / (1 + odds);
  },
  discountedResidualTransactions(parameters, repeats, lastAge, age, discountRatePerOpportunity) {
    const rate = discountRatePerOpportunity;
    if (!(rate >= 0 && rate < Number.POSITIVE_INFINITY))
      fail("invalid_option", ["discountRatePerOpportunity"], "a finite rate from 0", rate);
    const delta = (parameters[3] as number) + age;
    const fromNext = discountedSurvivalSum(parameters[2] as number, delta + 1, rate);
    if (fromNext === null) return { transactions: null, reason: "diverges" };
    const next = bgBb.conditionalExpectation(parameters, repeats, lastAge, age, 1);
    return { transactions: (next / (1 + rate)) * fromNext, reason: null };
  },
};

/**
 * Chance to have died by now against the chance to be alive, given the past: 0 right after a purchase, Infinity where
 * the chance to be alive is below all doubles. The walk is that of the likelihood.
 */
function deathOdds(parameters: ParameterValues, repeats: number, lastAge: number, age: number): number {
  const alpha = parameters[0] as number;
  const beta = parameters[1] as number;
  const gamma = parameters[2] as number;
  const delta = parameters[3] as number;
  let alive = 1;
  let died = 0;
  for (let now = lastAge; now < age; now += 1) {
    died += alive * (gamma / (gamma + delta + now));
    alive *= ((beta + now - repeats) / (alpha + beta + now)) * ((delta + now) / (gamma + delta + now));
  }
  return died === 0 ? 0 : died / alive;
}

/** Where the walk below is scaled down: its first step may be a chance of 1e-5000, its later ones are far larger. */
const LARGE = 1e250;

/**
 * Chance of x purchases in the next n opportunities of a living customer who used `repeats` of `age` so far: eq. 7,
 * with what they did added to the parameters. x purchases and the rest skipped, in any order, alive to the end or dying
 * after the i-th opportunity: a walk over i, relative to its start, x purchases in x opportunities.
 */
function countChance(
  parameters: ParameterValues,
  repeats: number,
  age: number,
  count: number,
  opportunities: number,
): number {
  if (!(Number.isInteger(count) && count >= 0 && count <= opportunities)) return 0;
  const alpha = (parameters[0] as number) + repeats;
  const beta = (parameters[1] as number) + age - repeats;
  const gamma = parameters[2] as number;
  const delta = (parameters[3] as number) + age;
  let lnScale = lnSurvivalAt(beta, alpha, count) + lnSurvivalAt(gamma, delta, count);
  let alive = 1;
  let died = 0;
  for (let now = count; now < opportunities; now += 1) {
    died += alive * (gamma / (gamma + delta + now));
    alive *= ((now + 1) / (now + 1 - count)) * ((beta + now - count) / (alpha + beta + now));
    alive *= (delta + now) / (gamma + delta + now);
    if (alive > LARGE) {
      alive /= LARGE;
      died /= LARGE;
      lnScale += Math.log(LARGE);
    }
  }
  return Math.min(1, Math.exp(lnScale + Math.log(alive + died)));
}
