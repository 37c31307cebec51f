import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";

/** Purchase columns as doubles of their own: checked, with every −0 turned into 0. */
export interface CheckedColumns {
  readonly repeats: Float64Array;
  readonly lastAge: Float64Array;
  readonly age: Float64Array;
  readonly weights: Float64Array | undefined;
}

/**
 * Copies the columns and checks every value: `repeats` whole and at least 0, `age` finite and at least 0, `lastAge`
 * from 0 to `age` and 0 without repeats, `weights` finite and above 0.
 *
 * @throws LoyaltyError `invalid_column` with the column and the entry
 */
export function checkedColumns(columns: PurchaseColumns): CheckedColumns {
  if (typeof columns !== "object" || columns === null) {
    fail("invalid_column", [], "columns of customers", columns);
  }
  const { customerCount, weights } = columns;
  if (!(Number.isSafeInteger(customerCount) && customerCount >= 0)) {
    fail("invalid_column", ["customerCount"], "a whole number from 0", customerCount);
  }
  const checked: CheckedColumns = {
    repeats: doublesOf("repeats", columns.repeats, customerCount),
    lastAge: doublesOf("lastAge", columns.lastAge, customerCount),
    age: doublesOf("age", columns.age, customerCount),
    weights: weights === undefined ? undefined : doublesOf("weights", weights, customerCount),
  };
  for (let row = 0; row < customerCount; row += 1) checkEntry(checked, row);
  return checked;
}

/** A column as a new array of doubles. */
export function doublesOf(name: string, values: ArrayLike<number>, length: number): Float64Array {
  if (values?.length !== length) fail("invalid_column", [name], `a column of ${length}`, values?.length);
  return new Float64Array(values);
}

function checkEntry({ repeats, lastAge, age, weights }: CheckedColumns, row: number): void {
  const count = repeats[row] as number;
  const last = lastAge[row] as number;
  const end = age[row] as number;
  if (!(count >= 0 && Number.isSafeInteger(count))) {
    fail("invalid_column", ["repeats", row], "a whole number from 0", count);
  }
  if (!(end >= 0 && end < Number.POSITIVE_INFINITY)) {
    fail("invalid_column", ["age", row], "a finite age from 0", end);
  }
  if (!(last >= 0 && last <= (count === 0 ? 0 : end))) {
    fail("invalid_column", ["lastAge", row], count === 0 ? "0 without repeats" : `from 0 to ${end}`, last);
  }
  repeats[row] = count + 0; // −0 + 0 is 0
  lastAge[row] = last + 0;
  age[row] = end + 0;
  if (weights === undefined) return;
  const weight = weights[row] as number;
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    fail("invalid_column", ["weights", row], "a finite number above 0", weight);
  }
}
