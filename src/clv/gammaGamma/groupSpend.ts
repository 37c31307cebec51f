import { fail } from "../../base/loyaltyError.ts";
import { groupPatterns, type PurchasePatterns } from "../patterns/groupPatterns.ts";

/** What the model of spend is told about customers, one entry per customer in every array. */
export interface SpendColumns {
  readonly customerCount: number;
  /** Repeat purchases, x in the papers: days with a purchase after the first. */
  readonly repeats: ArrayLike<number>;
  /**
   * Mean spend per repeat purchase, m_x in the papers, in any unit of money; 0 without repeats. Answers, and the
   * parameter v, come in the same unit.
   */
  readonly meanSpend: ArrayLike<number>;
  /** How many customers each entry stands for. @defaultValue 1 each */
  readonly weights?: ArrayLike<number>;
}

/** The customers whose spend tells something, those alike put together. */
export interface SpendPatterns {
  readonly patternCount: number;
  readonly repeats: Float64Array;
  readonly meanSpend: Float64Array;
  readonly weights: Float64Array;
  /** The sum of the weights. */
  readonly customerCount: number;
}

/** Says whether the model can learn from a customer: a repeat purchase and a mean spend above 0. */
export function tellsSpend(repeats: number, meanSpend: number): boolean {
  return repeats >= 1 && meanSpend > 0;
}

/**
 * The different pairs of repeats and mean spend among the customers with at least one repeat purchase and a mean spend
 * above 0, ascending.
 *
 * @throws LoyaltyError `invalid_column` with the column and the entry
 */
export function groupSpend(columns: SpendColumns): SpendPatterns {
  assertSpendColumns(columns);
  const { weights } = columns;
  const rows: number[] = [];
  for (let row = 0; row < columns.customerCount; row += 1) {
    if (tellsSpend(columns.repeats[row] as number, columns.meanSpend[row] as number)) rows.push(row);
  }
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row] as number);
  const meanSpend = pick(columns.meanSpend);
  // a history of purchases and one of spend are grouped alike: the spend stands in both places of an age
  const patterns: PurchasePatterns = groupPatterns({
    customerCount: rows.length,
    repeats: pick(columns.repeats),
    lastAge: meanSpend,
    age: meanSpend,
    ...(weights === undefined ? {} : { weights: pick(weights) }),
  });
  return {
    patternCount: patterns.patternCount,
    repeats: patterns.repeats,
    meanSpend: patterns.age,
    weights: patterns.weights,
    customerCount: patterns.customerCount,
  };
}

/** Throws `invalid_column` for columns of another length, and for a value that is out of range. */
export function assertSpendColumns(columns: SpendColumns): void {
  if (typeof columns !== "object" || columns === null)
    fail("invalid_column", [], "columns of customers", columns);
  const { customerCount, repeats, meanSpend, weights } = columns;
  if (!(Number.isSafeInteger(customerCount) && customerCount >= 0))
    fail("invalid_column", ["customerCount"], "a whole number from 0", customerCount);
  for (const [name, values] of Object.entries({ repeats, meanSpend, weights: weights ?? repeats })) {
    if (values?.length !== customerCount)
      fail("invalid_column", [name], `a column of ${customerCount}`, values?.length);
  }
  for (let row = 0; row < customerCount; row += 1) {
    const count = repeats[row] as number;
    if (!(Number.isSafeInteger(count) && count >= 0))
      fail("invalid_column", ["repeats", row], "a whole number from 0", count);
    if (!Number.isFinite(meanSpend[row] as number))
      fail("invalid_column", ["meanSpend", row], "a finite number", meanSpend[row]);
    if (weights !== undefined && !((weights[row] as number) > 0 && Number.isFinite(weights[row] as number)))
      fail("invalid_column", ["weights", row], "a finite number above 0", weights[row]);
  }
}
