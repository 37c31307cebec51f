import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, WeightedHorizons } from "../model/purchaseModel.ts";
import { createPurchaseCurves } from "./createPurchaseCurves.ts";
import { complementOfOdds } from "./lnOddsGone.ts";
import type { FirstChance, Letters } from "./parameters.ts";

/**
 * Σ_j weight_j · E[purchases in the next horizon_j | past] of every customer, in one pass. With one horizon it is the
 * conditional expectation. A value discounted at the end of each step is one such sum as well: with discount factors
 * v_1 … v_n of the steps, weight_j = v_j − v_{j+1} and weight_n = v_n.
 *
 * What is expected of customers while they are alive depends on repeats and age alone and is smooth in the logarithm
 * of alpha + age; after a few customers with equal repeats it is read from a polynomial that was fitted to the exact
 * figures, and agrees with them to about 1e-13.
 */
export function expectationColumn(
  values: ParameterValues,
  firstChance: FirstChance,
  columns: PurchaseColumns,
  { horizons, horizonWeights }: WeightedHorizons,
): Float64Array {
  const { 0: r, 1: alpha, 2: a, 3: b } = values as Letters;
  const { customerCount, repeats, lastAge, age } = columns;
  if (horizonWeights !== undefined && horizonWeights.length !== horizons.length) {
    fail("invalid_option", ["horizonWeights"], `${horizons.length} weights`, horizonWeights.length);
  }
  const curves = createPurchaseCurves(values, firstChance, horizons, horizonWeights, columns);
  const lnAlpha = Math.log(alpha);
  const expected = new Float64Array(customerCount);
  const lnOdds = new Float64Array(curves.repeatsBelow);
  for (let x = 0; x < lnOdds.length; x += 1) lnOdds[x] = lnShapeOdds(a, b, x + firstChance);
  for (let row = 0; row < customerCount; row += 1) {
    const x = repeats[row] as number;
    const lnExposed = Math.log(alpha + (age[row] as number));
    const last = lastAge[row] as number;
    const lnActive = last === 0 ? lnAlpha : Math.log(alpha + last);
    const ofShapes = x < lnOdds.length ? (lnOdds[x] as number) : lnShapeOdds(a, b, x + firstChance);
    const odds = ofShapes + (r + x) * (lnExposed - lnActive);
    const alive = odds < 600 ? 1 / (1 + Math.exp(odds)) : complementOfOdds(odds);
    expected[row] = alive > 0 ? alive * curves.valueAt(x, lnExposed) : 0;
  }
  return expected;
}

function lnShapeOdds(a: number, b: number, chances: number): number {
  return chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + chances - 1));
}
