import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import { activeTime } from "./activeTime.ts";
import { countProbability } from "./countProbability.ts";
import { discountedResidualTransactions } from "./discountedResidualTransactions.ts";
import { type Letters, PARETO_NBD_NAMES } from "./parameters.ts";
import { paretoNbdExpectations } from "./paretoNbdExpectations.ts";
import { activeProbability, quietProbability } from "./quietProbability.ts";

/** The Pareto/NBD as functions of its parameters, with what its continuous dropout allows to tell. */
export interface ParetoNbdModel extends PurchaseModel {
  /** Purchases still to come, discounted: see the function of the same name. */
  readonly discountedResidualTransactions: typeof discountedResidualTransactions;
  /** Probability of exactly `count` purchases in the next `horizon`, given the past. */
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
 * The Pareto/NBD model (Schmittlein, Morrison & Colombo 1987), in the notation of Fader & Hardie 2005, "A note on
 * deriving the Pareto/NBD model and related expressions". Parameters are r, alpha, s, beta. Whoever is active after
 * x purchases until T is again a customer of the model, with r+x, α+T, s and β+T, which is how most of it is computed.
 *
 * @example
 * const weekly = [0.553, 10.578, 0.606, 11.669];
 * paretoNbd.expectation(weekly, 39).toFixed(3); // => "1.213"
 * paretoNbd.conditionalExpectation(weekly, 2, 30.43, 38.86, 39).toFixed(3); // => "1.455"
 * paretoNbd.aliveProbability(weekly, 2, 30.43, 38.86, 0).toFixed(3); // => "0.869"
 */
export const paretoNbd: ParetoNbdModel = {
  name: "pareto-nbd",
  parameterNames: PARETO_NBD_NAMES,
  expectation(parameters, horizon) {
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    return (r / alpha) * activeTime(s, beta, horizon);
  },
  conditionalExpectation(parameters, repeats, lastAge, age, horizon) {
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    const p = r + repeats;
    const active = activeProbability(p, alpha, s, beta, lastAge, age);
    return active * (p / (alpha + age)) * activeTime(s, beta + age, horizon);
  },
  conditionalExpectations: paretoNbdExpectations,
  aliveProbability(parameters, repeats, lastAge, age, horizon) {
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    const active = activeProbability(r + repeats, alpha, s, beta, lastAge, age);
    return active * Math.exp(-s * Math.log1p(horizon / (beta + age)));
  },
  countProbability(parameters, count, horizon) {
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    return countProbability(r, alpha, s, beta, count, horizon);
  },
  noPurchaseProbability(parameters, repeats, lastAge, age, horizon) {
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    const p = r + repeats;
    const longer = quietProbability(p, alpha, s, beta, lastAge, age + horizon);
    return Math.min(1, longer / quietProbability(p, alpha, s, beta, lastAge, age));
  },
  conditionalCountProbability(parameters, repeats, lastAge, age, count, horizon) {
    if (count === 0) return paretoNbd.noPurchaseProbability(parameters, repeats, lastAge, age, horizon);
    const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
    const p = r + repeats;
    const active = activeProbability(p, alpha, s, beta, lastAge, age);
    return active * countProbability(p, alpha + age, s, beta + age, count, horizon);
  },
  discountedResidualTransactions,
};
