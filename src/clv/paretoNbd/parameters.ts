import { fail } from "../../base/loyaltyError.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";

/**
 * The parameters of the Pareto/NBD (Schmittlein, Morrison & Colombo 1987), all above 0: while active, a customer buys
 * at a rate of their own, gamma distributed over customers, and drops out at another rate of their own, gamma
 * distributed too. The inverse scales are times in the time unit of the model.
 */
export interface ParetoNbdParameters {
  /** Shape of the purchase rates. */
  readonly r: number;
  /** Inverse scale of the purchase rates: customers buy r / alpha times per time unit on average. */
  readonly alpha: number;
  /** Shape of the dropout rates. */
  readonly s: number;
  /** Inverse scale of the dropout rates: customers drop out s / beta times per time unit on average. */
  readonly beta: number;
}

/** The names of {@link ParetoNbdParameters} in the order of the paper. */
export const PARETO_NBD_NAMES: readonly ["r", "alpha", "s", "beta"] = ["r", "alpha", "s", "beta"];

/**
 * The parameters in the order of {@link PARETO_NBD_NAMES}.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * Array.from(paretoNbdValues({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 })); // => [0.553, 10.578, 0.606, 11.669]
 */
export function paretoNbdValues(parameters: ParetoNbdParameters): Float64Array {
  return Float64Array.from(PARETO_NBD_NAMES, (name) => {
    const value = parameters[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      fail("invalid_option", ["parameters", name], "a finite number above 0", value);
    }
    return value;
  });
}

/**
 * The parameters by name.
 *
 * @example
 * paretoNbdParameters([0.553, 10.578, 0.606, 11.669]); // => { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }
 */
export function paretoNbdParameters(values: ParameterValues): ParetoNbdParameters {
  const [r, alpha, s, beta] = Array.from(values) as [number, number, number, number];
  return { r, alpha, s, beta };
}

/** {@link ParameterValues} by place, to be taken apart as `{ 0: r, 1: alpha, 2: s, 3: beta }`. */
export interface Letters extends ParameterValues {
  readonly 0: number;
  readonly 1: number;
  readonly 2: number;
  readonly 3: number;
}
