import { lnGammaDifference } from "../../math/lnGammaDifference.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { PurchasePatterns } from "../patterns/groupPatterns.ts";
import { lnOddsGone } from "./lnOddsGone.ts";
import { lnShareStaying } from "./lnShareStaying.ts";
import type { FirstChance, Letters } from "./parameters.ts";

/** A weighted log-likelihood of the logarithms of r, alpha, a and b. */
export interface BetaGeometricLikelihood {
  /** The log-likelihood; writes its gradient with respect to the logarithms. */
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
}

/** Patterns with the same number of repeats share every gamma function. */
interface RepeatGroups {
  readonly groupOf: Uint32Array;
  /** Ascending. */
  readonly repeats: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The log-likelihood of one customer (Fader, Hardie & Lee 2005, eq. 6; Hoppe & Wagner 2007, eq. 5). With y chances to
 * leave, q = a / (b+y−1), and odds as in {@link lnOddsGone},
 *
 *   ln L = lnΓ(r+x) − lnΓ(r) − r ln(1 + T/α) − x ln(α+T) + ln B(a, b+y) − ln B(a, b)
 *        + ln(1 + [y > 0] q ((α+T) / (α+t_x))^(r+x))
 */
export function betaGeometricLogLikelihood(
  values: ParameterValues,
  firstChance: FirstChance,
  repeats: number,
  lastAge: number,
  age: number,
): number {
  const { 0: r, 1: alpha, 2: a, 3: b } = values as ParameterValues as Letters;
  const odds = lnOddsGone(values, firstChance, repeats, lastAge, age);
  return (
    lnOfCounts(r, a, b, repeats, repeats + firstChance) -
    r * Math.log1p(age / alpha) -
    repeats * Math.log(alpha + age) +
    Math.max(odds, 0) +
    Math.log1p(Math.exp(-Math.abs(odds)))
  );
}

/** What depends on parameters and counts only. */
function lnOfCounts(r: number, a: number, b: number, repeats: number, chances: number): number {
  return lnGammaDifference(r, repeats) + lnShareStaying(a, b, chances);
}

/**
 * The log-likelihood of all customers and its gradient, by pattern. It is a sum over customers, and nothing but ln α,
 * ln a and ln b would depend on covariates; so the likelihood of customers with covariates is a sum of these over
 * groups of equal covariates, each with its own ln α, ln a and ln b, and the chain rule does the rest.
 */
export function betaGeometricLikelihood(
  patterns: PurchasePatterns,
  firstChance: FirstChance,
): BetaGeometricLikelihood {
  const groups = groupByRepeats(patterns);
  const lnOdds = new Float64Array(groups.repeats.length);
  const gone = new Float64Array(groups.repeats.length);
  return {
    evaluate(lnParameters, gradient) {
      const parameters = lnParameters.map(Math.exp);
      gone.fill(0);
      const ofAges = addPatterns(patterns, groups, parameters, firstChance, { lnOdds, gone }, gradient);
      const ofCounts = addCounts(groups, parameters, firstChance, gone, gradient);
      for (let index = 0; index < parameters.length; index += 1) {
        gradient[index] = (gradient[index] as number) * (parameters[index] as number);
      }
      return ofAges + ofCounts;
    },
  };
}

function groupByRepeats({ patternCount, repeats, weights }: PurchasePatterns): RepeatGroups {
  const distinct = new Float64Array(new Set(repeats)).sort();
  const groupOfRepeats = new Map<number, number>();
  for (const [group, count] of distinct.entries()) groupOfRepeats.set(count, group);
  const groupOf = new Uint32Array(patternCount);
  const sums = new Float64Array(distinct.length);
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    const group = groupOfRepeats.get(repeats[pattern] as number) as number;
    groupOf[pattern] = group;
    sums[group] = (sums[group] as number) + (weights[pattern] as number);
  }
  return { groupOf, repeats: distinct, weights: sums };
}

/**
 * Everything with ages in it, one pass over the patterns. `gone` receives the expected number of customers who left,
 * by repeats; `gradient` begins anew, with respect to the parameters themselves.
 */
function addPatterns(
  patterns: PurchasePatterns,
  groups: RepeatGroups,
  parameters: Float64Array,
  firstChance: FirstChance,
  { lnOdds, gone }: { readonly lnOdds: Float64Array; readonly gone: Float64Array },
  gradient: Float64Array,
): number {
  const { 0: r, 1: alpha, 2: a, 3: b } = parameters as ParameterValues as Letters;
  const { patternCount, repeats, lastAge, age, weights } = patterns;
  const { groupOf } = groups;
  for (let group = 0; group < lnOdds.length; group += 1) {
    const chances = (groups.repeats[group] as number) + firstChance;
    lnOdds[group] = chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + chances - 1));
  }
  const lnAlpha = Math.log(alpha);
  let total = 0;
  let slopeR = 0;
  let slopeAlpha = 0;
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    const x = repeats[pattern] as number;
    const last = lastAge[pattern] as number;
    const end = age[pattern] as number;
    const weight = weights[pattern] as number;
    const group = groupOf[pattern] as number;
    const exposure = Math.log1p(end / alpha);
    const silence = Math.log1p((end - last) / (alpha + last));
    const odds = (lnOdds[group] as number) + (r + x) * silence;
    const smaller = Math.exp(-Math.abs(odds));
    const left = (odds > 0 ? 1 : smaller) / (1 + smaller);
    total += weight * (Math.max(odds, 0) + Math.log1p(smaller) - r * exposure - x * (lnAlpha + exposure));
    slopeR += weight * (left * silence - exposure);
    slopeAlpha +=
      (weight / (alpha + end)) * ((r * end) / alpha - x - (left * (r + x) * (end - last)) / (alpha + last));
    gone[group] = (gone[group] as number) + weight * left;
  }
  gradient.set([slopeR, slopeAlpha, 0, 0]);
  return total;
}

/**
 * Everything without ages. Digamma differences at whole steps, ψ(r+x) − ψ(r) = Σ_{j<x} 1/(r+j), are carried from one
 * number of repeats to the next: they stay exact where r is so large that digammas would cancel.
 */
function addCounts(
  groups: RepeatGroups,
  parameters: Float64Array,
  firstChance: FirstChance,
  gone: Float64Array,
  gradient: Float64Array,
): number {
  const { 0: r, 2: a, 3: b } = parameters as ParameterValues as Letters;
  let total = 0;
  let { 0: slopeR, 2: slopeA, 3: slopeB } = gradient as ParameterValues as Letters;
  let [ofR, ofB, ofBoth] = [0, 0, 0];
  let counted = 0;
  let passed = 0;
  for (let group = 0; group < groups.repeats.length; group += 1) {
    const repeats = groups.repeats[group] as number;
    const chances = repeats + firstChance;
    const weight = groups.weights[group] as number;
    const left = gone[group] as number;
    for (; counted < repeats; counted += 1) ofR += 1 / (r + counted);
    for (; passed < chances; passed += 1) {
      ofB += 1 / (b + passed);
      ofBoth += 1 / (a + b + passed);
    }
    total += weight * lnOfCounts(r, a, b, repeats, chances);
    slopeR += weight * ofR;
    slopeA += left / a - weight * ofBoth;
    slopeB += weight * (ofB - ofBoth);
    if (chances > 0) slopeB -= left / (b + chances - 1);
  }
  gradient[0] = slopeR;
  gradient[2] = slopeA;
  gradient[3] = slopeB;
  return total;
}
