import { lnGammaDifference } from "../../math/lnGammaDifference.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { PurchasePatterns } from "../patterns/groupPatterns.ts";
import { createCustomerSlopes, SLOPE_COUNT } from "./customerSlopes.ts";
import type { Letters } from "./parameters.ts";
import { lnQuietProbability } from "./quietProbability.ts";

/**
 * The log-likelihood of one customer (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on deriving
 * the Pareto/NBD model"): of x purchases with the last at t_x, and of silence until T.
 *
 * @param parameters r, alpha, s, beta
 * @param repeats x, from 0
 * @param lastAge t_x, from 0 to `age`, in the time unit of alpha and beta
 * @param age T
 *
 * @example
 * paretoNbdLogLikelihood([0.553, 10.578, 0.606, 11.669], 2, 30.43, 38.86).toFixed(4); // => "-9.5543"
 */
export function paretoNbdLogLikelihood(
  parameters: ParameterValues,
  repeats: number,
  lastAge: number,
  age: number,
): number {
  const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
  return (
    lnGammaDifference(r, repeats) -
    repeats * Math.log(alpha + lastAge) -
    r * Math.log1p(lastAge / alpha) -
    s * Math.log1p(lastAge / beta) +
    lnQuietProbability(r + repeats, alpha, s, beta, lastAge, age)
  );
}

/** The log-likelihood of grouped customers; `evaluate` writes its gradient with respect to ln of the parameters. */
export function paretoNbdLikelihood(patterns: PurchasePatterns): {
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
} {
  const { patternCount, repeats, lastAge, age, weights } = patterns;
  const customerSlopes = createCustomerSlopes();
  const slopes = new Float64Array(SLOPE_COUNT);
  return {
    evaluate(lnParameters, gradient) {
      const [r, alpha, s, beta] = Array.from(lnParameters, Math.exp) as [number, number, number, number];
      let value = 0;
      gradient.fill(0);
      for (let index = 0; index < patternCount; index += 1) {
        customerSlopes(r, alpha, s, beta, repeats[index]!, lastAge[index]!, age[index]!, slopes);
        const weight = weights[index]!;
        value += weight * slopes[4]!;
        for (let name = 0; name < 4; name += 1) gradient[name] = gradient[name]! + weight * slopes[name]!;
      }
      return value;
    },
  };
}
