import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { checkedColumns } from "./checkedColumns.ts";
import { groupRows } from "./groupRows.ts";

/** The different histories (x, t_x, T) among customers, and how many customers have each. */
export interface PurchasePatterns {
  readonly patternCount: number;
  readonly repeats: Float64Array;
  readonly lastAge: Float64Array;
  readonly age: Float64Array;
  /** How many customers have the pattern. */
  readonly weights: Float64Array;
  /** The sum of the weights. */
  readonly customerCount: number;
  /** The pattern of each entry of the columns. */
  readonly patternOf: Uint32Array;
}

/**
 * Puts customers of one history together: a likelihood, or a prediction, is then computed once for all of them. (Of
 * the 2,357 customers of the CDNOW sample 1,016 differ.) Patterns ascend by repeats, then last age, then age, so they
 * do not depend on the order of the customers; the weights of one pattern are added in that order, which whole weights
 * do not feel.
 *
 * @throws LoyaltyError `invalid_column` with the column and the entry: another length than `customerCount`, repeats
 * that are not whole or below 0, an age that is not finite or below 0, a last age that is not from 0 to the age (0
 * without repeats), a weight that is not finite and above 0
 */
export function groupPatterns(columns: PurchaseColumns): PurchasePatterns {
  const checked = checkedColumns(columns);
  const { repeats, lastAge, age, weights } = checked;
  const { firstRows, groupOf } = groupRows(checked);
  const patternCount = firstRows.length;
  const patternWeights = new Float64Array(patternCount);
  let customerCount = 0;
  for (let row = 0; row < groupOf.length; row += 1) {
    const pattern = groupOf[row] as number;
    const weight = weights === undefined ? 1 : (weights[row] as number);
    patternWeights[pattern] = (patternWeights[pattern] as number) + weight;
    customerCount += weight;
  }
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(patternCount);
    for (let pattern = 0; pattern < patternCount; pattern += 1) {
      picked[pattern] = values[firstRows[pattern] as number] as number;
    }
    return picked;
  };
  return {
    patternCount,
    repeats: pick(repeats),
    lastAge: pick(lastAge),
    age: pick(age),
    weights: patternWeights,
    customerCount,
    patternOf: groupOf,
  };
}
