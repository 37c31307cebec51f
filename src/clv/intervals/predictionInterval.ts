import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { normalQuantile } from "../../math/normalQuantile.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { ModelShape } from "../model/readFittedModel.ts";
import { fittedValues, type NamedNumbers } from "./fittedValues.ts";
import { assertLevel, noInterval, type PredictionInterval } from "./interval.ts";

/** The scale on which an interval is symmetric. */
export type IntervalScale = "log" | "plain" | "logit";

/** How {@link predictionInterval} is made. */
export interface IntervalOptions {
  /** How sure: between 0 and 1. @defaultValue `0.95` */
  readonly level?: number;
  /**
   * Where the interval is symmetric: `log` for what is above 0, such as purchases and values, `logit` for
   * probabilities, `plain` for what may be of any sign. @defaultValue `"log"`
   */
  readonly scale?: IntervalScale;
}

/** On the logarithm of a parameter: errs by its square, 1e-8, which is also the rounding of a good function over it. */
const LN_STEP = 1e-4;

/**
 * Confidence interval of anything that follows from the parameters of a fitted model, by the delta method: variance =
 * gᵀ·Σ·g, with the gradient g by central differences in the logarithms of the parameters and Σ their covariance. With
 * z the normal quantile and e the standard error it is v ± z·e on the plain scale, v·exp(± z·e / v) on that of
 * logarithms, and ln(v / (1 − v)) ± z·e / (v·(1 − v)) on that of log-odds.
 *
 * It tells how far the estimate may be off, as the parameters are uncertain: of an expected number of purchases, not of
 * the number that one customer will make. Where few customers were fitted, `bootstrapIntervals` asks less of the
 * likelihood. A probability within 1e-10 of 1 has no digits left for its log-odds: `plain` suits it. What does not depend on the parameters (P(alive) of BG/NBD without repeats) has an interval of one point.
 *
 * @param evaluate The quantity: of values in the order of `model.parameterNames`. Called twice per parameter, and once.
 * @returns Null ends with a reason where the fit did not converge or the scale cannot hold the value.
 * @throws LoyaltyError `invalid_option` for options, and for a fit of another model
 *
 * @example
 * const parameters = { r: 0.8, alpha: 5, a: 0.7, b: 1.8 };
 * const age = new Float64Array(300).fill(40);
 * const columns = simulatePurchaseColumns({ model: "bg-nbd", parameters, age, seed: 1 });
 * const fitted = fitBgNbd(columns);
 * const { value, low, high } = predictionInterval(bgNbd, fitted, (values) => bgNbd.expectation(values, 39));
 * low < value && value < high; // => true
 * const alive = (values) => bgNbd.aliveProbability(values, 2, 20, 40, 0);
 * predictionInterval(bgNbd, fitted, alive, { scale: "logit" }).high < 1; // => true
 */
export function predictionInterval<Parameters extends NamedNumbers<Parameters>>(
  model: ModelShape,
  fitted: FittedModel<Parameters>,
  evaluate: (values: ParameterValues) => number,
  options: IntervalOptions = {},
): PredictionInterval {
  assertKnownOptions(options, ["level", "scale"]);
  const { level = 0.95, scale = "log" } = options;
  assertLevel(level);
  if (scale !== "log" && scale !== "plain" && scale !== "logit") {
    fail("invalid_option", ["scale"], "log, plain or logit", scale);
  }
  const values = fittedValues(model, fitted);
  const { status, covariance } = fitted.fit;
  if (status !== "converged" || covariance === null) return noInterval(null, "fit_not_converged");
  const value = evaluate(values.slice());
  const standardError = standardErrorOf(values, covariance, evaluate);
  if (!Number.isFinite(value + standardError)) return noInterval(value, "not_finite");
  return intervalOf(scale, value, standardError, -normalQuantile((1 - level) / 2));
}

/** √(gᵀ·Σ·g) with both in logarithms: Σ_ij / (p_i·p_j) is the covariance of those. */
function standardErrorOf(
  values: Float64Array,
  covariance: readonly (readonly number[])[],
  evaluate: (values: ParameterValues) => number,
): number {
  const gradient = values.map((value, index) => {
    const at = (lnStep: number) => {
      const moved = values.slice();
      moved[index] = value * Math.exp(lnStep);
      return evaluate(moved);
    };
    return (at(LN_STEP) - at(-LN_STEP)) / (2 * LN_STEP) / value;
  });
  let variance = 0;
  for (const [row, entries] of covariance.entries()) {
    for (const [column, entry] of entries.entries()) {
      variance += (gradient[row] as number) * entry * (gradient[column] as number);
    }
  }
  return Math.sqrt(Math.max(0, variance)); // rounding may leave less than 0 of a 0
}

function intervalOf(
  scale: IntervalScale,
  value: number,
  standardError: number,
  deviations: number,
): PredictionInterval {
  const reach = deviations * standardError;
  let ends: readonly [number, number];
  if (scale === "plain") {
    ends = [value - reach, value + reach];
  } else {
    const ceiling = scale === "log" ? Number.POSITIVE_INFINITY : 1;
    const isInside = value > 0 && value < ceiling;
    const isSureEdge = standardError === 0 && (value === 0 || value === ceiling);
    if (!isInside && !isSureEdge) return noInterval(value, "outside_scale");
    if (isSureEdge) {
      ends = [value, value];
    } else if (scale === "log") {
      const factor = Math.exp(reach / value);
      ends = [value / factor, value * factor];
    } else {
      const odds = reach / value / (1 - value);
      ends = [-odds, odds].map((lnOdds) => value / (value + (1 - value) * Math.exp(-lnOdds))) as [
        number,
        number,
      ];
    }
  }
  const [low, high] = ends;
  if (!Number.isFinite(high - low)) return noInterval(value, "not_finite");
  return { value, low, high, standardError, reason: null };
}
