import type { PurchaseModel } from "../../../src/clv/model/purchaseModel.ts";
import { expectationsByHistory } from "../../../src/clv/patterns/expectationsByHistory.ts";

/**
 * A toy for tests: customers buy at a rate and leave at another, both the same for all, so that C(t) =
 * rate·(1 − e^(−leaving·t)) / leaving and every discounted sum of it is known in closed form. `repeats` scales it.
 */
export const poissonModel: PurchaseModel = {
  name: "pareto-nbd",
  parameterNames: ["rate", "leaving"],
  expectation: (parameters, horizon) => poissonModel.conditionalExpectation(parameters, 0, 0, 0, horizon),
  conditionalExpectation(parameters, repeats, lastAge, age, horizon) {
    const [rate = 0, leaving = 0] = Array.from(parameters);
    const expected = (rate * -Math.expm1(-leaving * horizon)) / leaving;
    return ((1 + repeats) * (1 + lastAge) * expected) / (1 + age);
  },
  conditionalExpectations(parameters, columns, horizons) {
    return expectationsByHistory(this, parameters, columns, horizons);
  },
  aliveProbability: (parameters, _repeats, _lastAge, _age, horizon) =>
    Math.exp(-(parameters[1] as number) * horizon),
  countProbability: () => 0,
  noPurchaseProbability: () => 0,
};
