import { fail } from "../../base/loyaltyError.ts";
import { assertSpendColumns, type SpendColumns, tellsSpend } from "./groupSpend.ts";
import { assertGammaGammaParameters, GAMMA_GAMMA_NAMES, type GammaGammaParameters } from "./parameters.ts";

/** An expected spend per purchase, in the unit of the fit, or the reason why there is none. */
export interface ExpectedSpend {
  readonly meanSpend: number | null;
  /** `mean_does_not_exist`: the spread over customers is too wide for a mean (px + q ≤ 1). */
  readonly reason: "mean_does_not_exist" | null;
}

/** Expected spends of many customers, one entry each. */
export interface ExpectedSpendColumn {
  /** Expected spend per purchase; null when some customer has none, so that no made-up number slips in. */
  readonly meanSpend: Float64Array | null;
  readonly reason: "mean_does_not_exist" | null;
  /** How many customers have none. */
  readonly missingCount: number;
  /** 1 where a customer told nothing and the mean of the population stands in, else 0. */
  readonly fromPopulation: Uint8Array;
}

/** The Gamma-Gamma model of spend per purchase as functions of its parameters. */
export interface SpendModel {
  readonly name: "gamma-gamma";
  readonly parameterNames: typeof GAMMA_GAMMA_NAMES;
  /** Mean spend of a customer of whom nothing is known, pv/(q−1), which exists for q > 1. */
  populationMean(parameters: GammaGammaParameters): ExpectedSpend;
  /**
   * Expected spend on a future purchase of a customer with `meanSpend` over `repeats` purchases (note 025, eq. 5):
   * p(v + m·x)/(px+q−1), which lies between the own mean and that of the population. Without a repeat purchase, or with a
   * mean spend of 0 or less, it is the mean of the population.
   */
  expectedSpend(parameters: GammaGammaParameters, repeats: number, meanSpend: number): ExpectedSpend;
  /**
   * The same for columns of customers, with those who stand at the mean of the population flagged. Where that mean does
   * not exist, the caller may state what to take for it, or leave these customers out.
   *
   * @param populationMean In place of the model's, in the unit of the fit.
   * @throws LoyaltyError `invalid_column` with the column and the entry; `invalid_option` for a mean that is not finite
   * and above 0
   */
  expectedSpends(
    parameters: GammaGammaParameters,
    columns: SpendColumns,
    populationMean?: number,
  ): ExpectedSpendColumn;
}

/**
 * What the Gamma-Gamma model (Fader, Hardie & Lee 2005, "RFM and CLV"; note 025) says of spend per purchase, in the unit
 * of money it was fitted in. It takes spend to be independent of the number of purchases: `checkGammaGamma` tells.
 * All throw `invalid_option` for parameters that are not finite and above 0.
 *
 * @example
 * const buyers = { p: 6.25, q: 3.74, v: 15.44 };
 * gammaGamma.populationMean(buyers).meanSpend?.toFixed(2); // => "35.22"
 * gammaGamma.expectedSpend(buyers, 2, 22.35).meanSpend?.toFixed(2); // => "24.66"
 * gammaGamma.populationMean({ p: 1, q: 0.9, v: 10 }); // => { meanSpend: null, reason: "mean_does_not_exist" }
 */
export const gammaGamma: SpendModel = {
  name: "gamma-gamma",
  parameterNames: GAMMA_GAMMA_NAMES,
  populationMean(parameters) {
    assertGammaGammaParameters(parameters);
    return expected(meanOf(parameters, 0, 0));
  },
  expectedSpend(parameters, repeats, meanSpend) {
    assertGammaGammaParameters(parameters);
    assertSpendColumns({ customerCount: 1, repeats: [repeats], meanSpend: [meanSpend] });
    return expected(
      tellsSpend(repeats, meanSpend) ? meanOf(parameters, repeats, meanSpend) : meanOf(parameters, 0, 0),
    );
  },
  expectedSpends(parameters, columns, populationMean) {
    assertGammaGammaParameters(parameters);
    assertSpendColumns(columns);
    if (populationMean !== undefined && !(populationMean > 0 && populationMean < Number.POSITIVE_INFINITY))
      fail("invalid_option", ["populationMean"], "a finite amount above 0", populationMean);
    const ofPopulation = populationMean ?? meanOf(parameters, 0, 0);
    const meanSpend = new Float64Array(columns.customerCount);
    const fromPopulation = new Uint8Array(columns.customerCount);
    let missingCount = 0;
    for (let row = 0; row < meanSpend.length; row += 1) {
      const count = columns.repeats[row] as number;
      const spend = columns.meanSpend[row] as number;
      const own = tellsSpend(count, spend) ? meanOf(parameters, count, spend) : null;
      const mean = own ?? ofPopulation;
      if (own === null) fromPopulation[row] = 1;
      if (mean === null) missingCount += 1;
      else meanSpend[row] = mean;
    }
    if (missingCount > 0)
      return { meanSpend: null, reason: "mean_does_not_exist", missingCount, fromPopulation };
    return { meanSpend, reason: null, missingCount, fromPopulation };
  },
};

/** p(v + m·x)/(px+q−1), or null where the mean of the posterior does not exist. */
function meanOf({ p, q, v }: GammaGammaParameters, repeats: number, meanSpend: number): number | null {
  const room = p * repeats + (q - 1);
  return room > 0 ? (p / room) * v + ((p * repeats) / room) * meanSpend : null;
}

function expected(meanSpend: number | null): ExpectedSpend {
  return { meanSpend, reason: meanSpend === null ? "mean_does_not_exist" : null };
}
