import { Decimal } from "decimal.js";
import { assertInvariant } from "../base/assertInvariant.ts";

/**
 * A clone of our own, so that a host's `Decimal.set` cannot reach us. Quotients of safe integers need 16 digits
 * before the point; with 40 in all, two halves can never be mistaken for one another when rounding.
 */
const Exact = /* @__PURE__ */ Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

/**
 * The mean amount: `totalMinor / count` as a decimal string in major units, rounded half to even to the
 * currency's decimals. A mean that rounds to zero is never "-0".
 *
 * @param count At least 1; the mean of nothing is the caller's to decide.
 * @throws LoyaltyError `internal_invariant` when the total is no safe integer or the count is below 1.
 *
 * @example
 * divideMinor(1001, 2, 2); // => "5.00"
 * divideMinor(1000, 3, 0); // => "333"
 */
export function divideMinor(totalMinor: number, count: number, digits: number): string {
  assertInvariant(Number.isSafeInteger(totalMinor), "integer minor units", totalMinor);
  assertInvariant(Number.isSafeInteger(count) && count >= 1, "a count of at least 1", count);
  const minorPerMajor = new Exact(10).pow(digits);
  return new Exact(totalMinor).div(count).div(minorPerMajor).toDecimalPlaces(digits).toFixed(digits);
}
