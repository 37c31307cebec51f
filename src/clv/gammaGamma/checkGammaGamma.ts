import { groupSpend, type SpendColumns, type SpendPatterns } from "./groupSpend.ts";
import { assertGammaGammaParameters, type GammaGammaParameters } from "./parameters.ts";

/** Something about the data or the fit that the model of spend does not bear. */
export interface SpendWarning {
  /**
   * `spend_depends_on_frequency`: those who buy often spend another amount per purchase, by a correlation of at least
   * .3 either way; the model takes the two to be independent, and values would be off for frequent customers.
   * `mean_does_not_exist`: q ≤ 1, so the population has no mean spend.
   */
  readonly code: "spend_depends_on_frequency" | "mean_does_not_exist";
  /** The correlation, or q. */
  readonly value: number;
}

/** How far the data bear the Gamma-Gamma model. Plain data, safe for JSON. */
export interface SpendCheck {
  /** Customers with a repeat purchase and a mean spend above 0, or the sum of their weights. */
  readonly customerCount: number;
  /** Pearson's correlation of repeat purchases and mean spend among them, from −1 to 1. */
  readonly correlation: number | null;
  /** `no_variation`: there is no correlation, since all buy equally often or spend the same, or there are none. */
  readonly reason: "no_variation" | null;
  readonly warnings: readonly SpendWarning[];
}

/** From here a correlation is usually called medium (Cohen 1988). */
const CORRELATION_MIN = 0.3;

/**
 * Checks what the Gamma-Gamma model takes for granted: spend per purchase does not depend on how often a customer buys
 * (Fader, Hardie & Lee 2005, "RFM and CLV"), and, given fitted parameters, the population has a mean spend.
 *
 * @throws LoyaltyError `invalid_column` with the column and the entry; `invalid_option` for parameters that are not
 * finite and above 0
 *
 * @example
 * const columns = { customerCount: 4, repeats: [1, 2, 3, 4], meanSpend: [10, 20, 30, 40] };
 * checkGammaGamma(columns).warnings; // => [{ code: "spend_depends_on_frequency", value: 1 }]
 */
export function checkGammaGamma(columns: SpendColumns, parameters?: GammaGammaParameters): SpendCheck {
  if (parameters !== undefined) assertGammaGammaParameters(parameters);
  const patterns = groupSpend(columns);
  const correlation = correlationOf(patterns);
  const warnings: SpendWarning[] = [];
  if (correlation !== null && Math.abs(correlation) >= CORRELATION_MIN)
    warnings.push({ code: "spend_depends_on_frequency", value: correlation });
  if (parameters !== undefined && parameters.q <= 1)
    warnings.push({ code: "mean_does_not_exist", value: parameters.q });
  const { customerCount } = patterns;
  return { customerCount, correlation, reason: correlation === null ? "no_variation" : null, warnings };
}

/** In two passes, and with spend as a share of the largest, so that no square is lost or too large. */
function correlationOf({
  patternCount,
  repeats,
  meanSpend,
  weights,
  customerCount,
}: SpendPatterns): number | null {
  const largest = meanSpend.reduce((most, spend) => Math.max(most, spend), 0);
  let meanCount = 0;
  let meanShare = 0;
  for (let index = 0; index < patternCount; index += 1) {
    const share = (weights[index] as number) / customerCount;
    meanCount += share * (repeats[index] as number);
    meanShare += share * ((meanSpend[index] as number) / largest);
  }
  let together = 0;
  let ofCount = 0;
  let ofSpend = 0;
  for (let index = 0; index < patternCount; index += 1) {
    const weight = weights[index] as number;
    const count = (repeats[index] as number) - meanCount;
    const spend = (meanSpend[index] as number) / largest - meanShare;
    together += weight * count * spend;
    ofCount += weight * count * count;
    ofSpend += weight * spend * spend;
  }
  const isVaried =
    repeats[0] !== repeats[patternCount - 1] && meanSpend.some((spend) => spend !== meanSpend[0]);
  if (!isVaried) return null;
  return Math.max(-1, Math.min(1, together / Math.sqrt(ofCount) / Math.sqrt(ofSpend)));
}
