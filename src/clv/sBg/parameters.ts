import { fail } from "../../base/loyaltyError.ts";

/**
 * The parameters of the shifted beta-geometric model (Fader & Hardie 2007): at every renewal a customer leaves with a
 * chance θ of their own, and θ is beta distributed over customers. Both are above 0.
 */
export interface SbgParameters {
  /** First shape of the chance to leave; a new cohort loses alpha / (alpha + beta) at its first renewal. */
  readonly alpha: number;
  /** Second shape of the chance to leave. */
  readonly beta: number;
}

/** The names of {@link SbgParameters} in the order of the paper. */
export const SBG_NAMES: readonly ["alpha", "beta"] = ["alpha", "beta"];

/** Throws `invalid_option` unless both parameters are finite and above 0. */
export function assertSbgParameters(parameters: SbgParameters): void {
  for (const name of SBG_NAMES) {
    const value = parameters[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      fail("invalid_option", ["parameters", name], "a finite number above 0", value);
  }
}
