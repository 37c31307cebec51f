import type { PurchaseModel } from "../model/purchaseModel.ts";
import { countProbability } from "./countProbability.ts";
import { expectationColumn } from "./expectationColumn.ts";
import { complementOfOdds, lnOddsGone } from "./lnOddsGone.ts";
import { BETA_GEOMETRIC_NAMES, type FirstChance, type Letters } from "./parameters.ts";
import { purchasesWhileAlive } from "./purchasesWhileAlive.ts";
import { shareStillAlive } from "./shareStillAlive.ts";

/**
 * BG/NBD or MBG/NBD as functions of its parameters. Who is alive at T with x repeats and y chances to leave has a
 * purchase rate that is gamma distributed with shape r + x and rate α + T, and a chance to leave that is beta
 * distributed with shapes a and b + y: the first term of the likelihood, L(alive) ∝ λ^(r+x−1) e^(−λ(α+T)) ·
 * p^(a−1) (1−p)^(b+y−1). All predictions are P(alive) times a mean over these two; who is gone buys nothing. A new
 * customer is one with x = t_x = T = 0, who in MBG/NBD may be gone already.
 */
export function betaGeometricModel<Name extends PurchaseModel["name"]>(
  name: Name,
  firstChance: FirstChance,
): PurchaseModel & { readonly name: Name } {
  const model: PurchaseModel & { readonly name: Name } = {
    name,
    parameterNames: BETA_GEOMETRIC_NAMES,
    expectation(parameters, horizon) {
      return model.conditionalExpectation(parameters, 0, 0, 0, horizon);
    },
    conditionalExpectation(parameters, repeats, lastAge, age, horizon) {
      const { 0: r, 1: alpha, 2: a, 3: b } = parameters as Letters;
      const alive = complementOfOdds(lnOddsGone(parameters, firstChance, repeats, lastAge, age));
      const reach = horizon / (alpha + age);
      return alive * purchasesWhileAlive(r + repeats, a, b + repeats + firstChance, reach);
    },
    conditionalExpectations(parameters, columns, horizons) {
      return expectationColumn(parameters, firstChance, columns, horizons);
    },
    aliveProbability(parameters, repeats, lastAge, age, horizon) {
      const { 0: r, 1: alpha, 2: a, 3: b } = parameters as Letters;
      const alive = complementOfOdds(lnOddsGone(parameters, firstChance, repeats, lastAge, age));
      if (!(horizon > 0)) return alive;
      const reach = horizon / (alpha + age);
      return alive * shareStillAlive(r + repeats, a, b + repeats + firstChance, reach);
    },
    countProbability(parameters, count, horizon) {
      return countProbability(parameters, firstChance, count, horizon);
    },
    noPurchaseProbability(parameters, repeats, lastAge, age, horizon) {
      // Nobody leaves without a purchase before it: who is alive at T buys in the horizon unless N = 0.
      const { 0: r, 1: alpha } = parameters as Letters;
      const lnOdds = lnOddsGone(parameters, firstChance, repeats, lastAge, age);
      const silent = Math.exp(-(r + repeats) * Math.log1p(horizon / (alpha + age)));
      return Math.min(1, complementOfOdds(-lnOdds) + complementOfOdds(lnOdds) * silent);
    },
  };
  return model;
}
