import { assertSbgParameters, type SbgParameters } from "./parameters.ts";
import { type Renewals, renewalsOf, type SurvivorCohort } from "./renewals.ts";

/**
 * The log-likelihood of Fader & Hardie 2007 (eq. 8), summed renewal by renewal: who stands before the renewal at age t
 * leaves with probability α/(α+β+t−1). This is Σ (n_{t−1} − n_t) ln P(T = t) + n_T ln S(T) with the products taken
 * apart, so cohorts of any length add up.
 *
 * @returns `evaluate`, which writes the gradient with respect to ln alpha and ln beta.
 */
export function sbgLikelihood({ lost, kept }: Pick<Renewals, "lost" | "kept">): {
  evaluate(lnParameters: Float64Array, gradient: Float64Array): number;
} {
  return {
    evaluate(lnParameters, gradient) {
      const alpha = Math.exp(lnParameters[0] as number);
      const beta = Math.exp(lnParameters[1] as number);
      let value = 0;
      let slopeAlpha = 0;
      let slopeBeta = 0;
      for (let index = 0; index < lost.length; index += 1) {
        const leaving = lost[index] as number;
        const staying = kept[index] as number;
        const stay = beta + index;
        value -= leaving * Math.log1p(stay / alpha) + staying * Math.log1p(alpha / stay);
        // the shares of leaving and staying, against what was seen
        const surprise = (leaving * stay - staying * alpha) / (alpha + stay);
        slopeAlpha += surprise;
        slopeBeta -= (surprise * beta) / stay;
      }
      gradient[0] = slopeAlpha;
      gradient[1] = slopeBeta;
      return value;
    },
  };
}

/**
 * The log-likelihood of cohorts at given parameters (Fader & Hardie 2007, eq. 8).
 *
 * @throws LoyaltyError `invalid_option` for parameters that are not finite and above 0, `invalid_column` for survivors
 * that are none
 *
 * @example
 * const regular = { survivors: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * sbgLogLikelihood({ alpha: 0.704, beta: 1.182 }, regular).toFixed(2); // => "-1680.27"
 */
export function sbgLogLikelihood(
  parameters: SbgParameters,
  cohorts: SurvivorCohort | readonly SurvivorCohort[],
): number {
  assertSbgParameters(parameters);
  const lnParameters = Float64Array.of(Math.log(parameters.alpha), Math.log(parameters.beta));
  return sbgLikelihood(renewalsOf(cohorts)).evaluate(lnParameters, new Float64Array(2));
}
