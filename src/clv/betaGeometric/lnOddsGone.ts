import type { ParameterValues } from "../model/purchaseModel.ts";
import type { FirstChance, Letters } from "./parameters.ts";

/**
 * The logarithm of P(gone) / P(alive) at the end of the observation. A customer with y chances to leave (x in BG/NBD,
 * x + 1 in MBG/NBD) who is gone left at the last of them and was not there from t_x to T, so the two terms of the
 * likelihood (Fader, Hardie & Lee 2005, eq. 6; Hoppe & Wagner 2007, eq. 5) have the ratio
 *
 *   a / (b + y − 1) · ((α + T) / (α + t_x))^(r + x)
 *
 * @returns −Infinity without a chance to leave: in BG/NBD before the first repeat.
 */
export function lnOddsGone(
  values: ParameterValues,
  firstChance: FirstChance,
  repeats: number,
  lastAge: number,
  age: number,
): number {
  const { 0: r, 1: alpha, 2: a, 3: b } = values as Letters;
  const chances = repeats + firstChance;
  if (chances === 0) return Number.NEGATIVE_INFINITY;
  const silence = Math.log1p((age - lastAge) / (alpha + lastAge));
  return Math.log(a / (b + chances - 1)) + (r + repeats) * silence;
}

/** 1 / (1 + e^lnOdds), the probability against which the odds speak: above 0 as long as e^−lnOdds is. */
export function complementOfOdds(lnOdds: number): number {
  if (lnOdds < 0) return 1 / (1 + Math.exp(lnOdds));
  const against = Math.exp(-lnOdds);
  return against / (1 + against);
}
