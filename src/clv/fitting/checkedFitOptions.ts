import { fail } from "../../base/loyaltyError.ts";
import type { FitOptions, LogNormalPrior } from "./estimate.ts";

const DEFAULT_ITERATION_LIMIT = 500;

/** The options of a fit with their defaults, the priors in the order of the parameters. */
export function checkedFitOptions(
  parameterNames: readonly string[],
  { iterationLimit = DEFAULT_ITERATION_LIMIT, priors = {} }: FitOptions,
): { readonly iterationLimit: number; readonly priors: readonly (LogNormalPrior | undefined)[] } {
  if (!(Number.isSafeInteger(iterationLimit) && iterationLimit >= 1)) {
    fail("invalid_option", ["iterationLimit"], "a whole number from 1", iterationLimit);
  }
  for (const [name, { lnMean, lnSd }] of Object.entries(priors)) {
    if (!parameterNames.includes(name)) {
      fail("invalid_option", ["priors", name], `one of ${parameterNames.join(", ")}`, name);
    }
    if (!Number.isFinite(lnMean))
      fail("invalid_option", ["priors", name, "lnMean"], "a finite number", lnMean);
    if (!(lnSd > 0 && Number.isFinite(lnSd))) {
      fail("invalid_option", ["priors", name, "lnSd"], "a finite number above 0", lnSd);
    }
  }
  return { iterationLimit, priors: parameterNames.map((name) => priors[name]) };
}
