import { fail } from "../../base/loyaltyError.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";

/**
 * The parameters of the beta-geometric/beta-Bernoulli model (Fader, Hardie & Shang 2010): at every opportunity a living
 * customer buys with a chance p of their own, and dies before it with a chance θ of their own; both are beta
 * distributed over customers. All are above 0.
 */
export interface BgBbParameters {
  /** First shape of the chance to buy; its mean is alpha / (alpha + beta). */
  readonly alpha: number;
  /** Second shape of the chance to buy. */
  readonly beta: number;
  /** First shape of the chance to die; its mean is gamma / (gamma + delta). */
  readonly gamma: number;
  /** Second shape of the chance to die. */
  readonly delta: number;
}

/** The names of {@link BgBbParameters} in the order of the paper, which is that of `ParameterValues`. */
export const BG_BB_NAMES: readonly ["alpha", "beta", "gamma", "delta"] = ["alpha", "beta", "gamma", "delta"];

/**
 * The parameters in the order of {@link BG_BB_NAMES}.
 *
 * @throws LoyaltyError `invalid_option` unless all are finite and above 0
 *
 * @example
 * Array.from(bgBbValues({ alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 })); // => [1.2, 0.75, 0.66, 2.78]
 */
export function bgBbValues(parameters: BgBbParameters): Float64Array {
  return Float64Array.from(BG_BB_NAMES, (name) => {
    const value = parameters[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      fail("invalid_option", ["parameters", name], "a finite number above 0", value);
    return value;
  });
}

/**
 * Values in the order of {@link BG_BB_NAMES} as parameters by name.
 *
 * @example
 * bgBbParameters([1.2, 0.75, 0.66, 2.78]); // => { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 }
 */
export function bgBbParameters(values: ParameterValues): BgBbParameters {
  const [alpha, beta, gamma, delta] = Array.from(values) as [number, number, number, number];
  return { alpha, beta, gamma, delta };
}
