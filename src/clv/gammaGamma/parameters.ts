import { fail } from "../../base/loyaltyError.ts";

/**
 * The parameters of the Gamma-Gamma model of spend (Fader, Hardie & Lee 2005, "RFM and CLV"; Fader & Hardie 2013, note
 * 025): what a customer spends on a purchase is gamma distributed with shape p and a rate ν of their own, and ν is gamma
 * distributed over customers with shape q and rate v (γ in the papers). All are above 0.
 */
export interface GammaGammaParameters {
  /** Shape of a customer's spends: the larger, the less their purchases differ. */
  readonly p: number;
  /** Shape of the spread over customers: the larger, the more alike they are. At 1 or below there is no mean. */
  readonly q: number;
  /** Rate of the spread over customers, in the unit of spend. */
  readonly v: number;
}

/** The names of {@link GammaGammaParameters} in the order of the papers. */
export const GAMMA_GAMMA_NAMES: readonly ["p", "q", "v"] = ["p", "q", "v"];

/** Throws `invalid_option` unless all parameters are finite and above 0. */
export function assertGammaGammaParameters(parameters: GammaGammaParameters): void {
  for (const name of GAMMA_GAMMA_NAMES) {
    const value = parameters[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      fail("invalid_option", ["parameters", name], "a finite number above 0", value);
  }
}
