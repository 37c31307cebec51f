import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { SeededRandom } from "../../math/createRandom.ts";
import { lnGammaVariate } from "../../math/gammaVariate.ts";
import {
  assertGammaGammaParameters,
  GAMMA_GAMMA_NAMES,
  type GammaGammaParameters,
} from "../gammaGamma/parameters.ts";

/** Throws `invalid_option` unless these are the parameters of Gamma-Gamma, all of them finite and above 0, and no other. */
export function assertSpendParameters(
  parameters: GammaGammaParameters,
  path: readonly (string | number)[],
): void {
  assertKnownOptions(parameters, GAMMA_GAMMA_NAMES, path);
  assertGammaGammaParameters(parameters);
}

/** ln ν: how finely a customer of Gamma-Gamma spends, gamma distributed with shape q and rate v. */
export function drawLnSpendRate(random: SeededRandom, { q, v }: GammaGammaParameters): number {
  return lnGammaVariate(random, q) - Math.log(v);
}

/**
 * The mean spend over `count` purchases, gamma distributed with shape p·count and rate ν·count. Taken from logarithms: ν
 * may lie below all doubles, where the spend ends at the largest.
 */
export function drawMeanSpend(random: SeededRandom, p: number, lnSpendRate: number, count: number): number {
  const lnSum = lnGammaVariate(random, Math.min(Number.MAX_VALUE, p * count));
  return Math.min(Number.MAX_VALUE, Math.exp(lnSum - lnSpendRate - Math.log(count)));
}
