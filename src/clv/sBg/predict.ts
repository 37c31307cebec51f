import { fail } from "../../base/loyaltyError.ts";
import { assertSbgParameters, SBG_NAMES, type SbgParameters } from "./parameters.ts";
import { discountedSurvivalSum, survivalAt, survivalSum } from "./survival.ts";

/** An expected number of periods, or the reason why there is none. */
export interface ExpectedPeriods {
  readonly periods: number | null;
  /** `diverges`: the sum has no end, because too many customers never leave (alpha ≤ 1). */
  readonly reason: "diverges" | null;
}

/** The shifted beta-geometric model of contracts as functions of its parameters; ages and horizons are in periods. */
export interface RetentionModel {
  readonly name: "sbg";
  readonly parameterNames: typeof SBG_NAMES;
  /** S(t): the share of a cohort that is still there at `age`, 1 at 0 (eq. 6). */
  survival(parameters: SbgParameters, age: number): number;
  /** S(t)/S(t−1): of those who are there at `age` − 1, the share that renews; `age` from 1 (eq. 7). */
  retention(parameters: SbgParameters, age: number): number;
  /** P(T = t) = S(t−1) − S(t): the share of the whole cohort that leaves at its renewal at `age`, from 1 (eq. 5). */
  churn(parameters: SbgParameters, age: number): number;
  /**
   * Expected periods that a new customer pays, the first at age 0: Σ_{t≥0} S(t) = (α+β−1)/(α−1), which does not exist
   * for alpha ≤ 1; or of the first `horizonPeriods` only, which always exists.
   */
  lifetime(parameters: SbgParameters, horizonPeriods?: number): ExpectedPeriods;
  /**
   * Discounted expected lifetime of a new customer, DEL = Σ_{t≥0} S(t)/(1+d)^t: times what a period earns, the value
   * (Fader & Hardie 2010, "Customer-base valuation in a contractual setting").
   */
  discountedLifetime(parameters: SbgParameters, discountRatePerPeriod: number): ExpectedPeriods;
  /**
   * Discounted expected residual lifetime, DERL(n) = Σ_{t≥n} S(t)/S(n−1)/(1+d)^(t−n): of a customer in their n-th
   * period, right before the renewal at age n, whose payment is the first that counts; `age` is n, from 1.
   */
  discountedResidualLifetime(
    parameters: SbgParameters,
    age: number,
    discountRatePerPeriod: number,
  ): ExpectedPeriods;
}

/**
 * What the shifted beta-geometric model of Fader & Hardie (2007, "How to project customer retention") says of
 * cohorts under contract. All throw `invalid_option` for parameters that are not finite and above 0, an age or a
 * horizon that is not whole or too low, and a discount rate that is not finite or below 0.
 *
 * @example
 * const highEnd = { alpha: 0.668, beta: 3.806 };
 * sBg.survival(highEnd, 0); // => 1
 * sBg.retention(highEnd, 1).toFixed(3); // => "0.851"
 * sBg.discountedLifetime(highEnd, 0.1).periods?.toFixed(2); // => "5.92"
 * sBg.lifetime(highEnd); // => { periods: null, reason: "diverges" }
 */
export const sBg: RetentionModel = {
  name: "sbg",
  parameterNames: SBG_NAMES,
  survival(parameters, age) {
    assertSbgParameters(parameters);
    assertWhole("age", age, 0);
    return survivalAt(parameters.alpha, parameters.beta, age);
  },
  retention(parameters, age) {
    assertSbgParameters(parameters);
    assertWhole("age", age, 1);
    return retentionAt(parameters, age);
  },
  churn(parameters, age) {
    assertSbgParameters(parameters);
    assertWhole("age", age, 1);
    const { alpha, beta } = parameters;
    return survivalAt(alpha, beta, age - 1) * (alpha / (alpha + beta + (age - 1)));
  },
  lifetime(parameters, horizonPeriods) {
    assertSbgParameters(parameters);
    const { alpha, beta } = parameters;
    if (horizonPeriods === undefined) return expected(discountedSurvivalSum(alpha, beta, 0));
    assertWhole("horizonPeriods", horizonPeriods, 0);
    return expected(horizonPeriods === 0 ? 0 : 1 + survivalSum(alpha, beta, horizonPeriods - 1));
  },
  discountedLifetime(parameters, discountRatePerPeriod) {
    assertSbgParameters(parameters);
    assertRate(discountRatePerPeriod);
    return expected(discountedSurvivalSum(parameters.alpha, parameters.beta, discountRatePerPeriod));
  },
  discountedResidualLifetime(parameters, age, discountRatePerPeriod) {
    assertSbgParameters(parameters);
    assertWhole("age", age, 1);
    assertRate(discountRatePerPeriod);
    const { alpha, beta } = parameters;
    const afterRenewal = discountedSurvivalSum(alpha, beta + age, discountRatePerPeriod);
    return expected(afterRenewal === null ? null : retentionAt(parameters, age) * afterRenewal);
  },
};

function retentionAt({ alpha, beta }: SbgParameters, age: number): number {
  return (beta + (age - 1)) / (alpha + beta + (age - 1)); // a tiny beta keeps its digits
}

function expected(periods: number | null): ExpectedPeriods {
  return { periods, reason: periods === null ? "diverges" : null };
}

function assertWhole(name: string, value: number, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    fail("invalid_option", [name], `a whole number from ${least}`, value);
}

function assertRate(rate: number): void {
  if (!(rate >= 0 && rate < Number.POSITIVE_INFINITY))
    fail("invalid_option", ["discountRatePerPeriod"], "a finite rate from 0", rate);
}
