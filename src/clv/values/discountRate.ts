import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { type Calendar, daysPer, type TimeUnit } from "./calendar.ts";

/** A discount rate with everything that gives it a meaning: 1 % a month is `{ rate: 0.01, per: "month", … }`. */
export interface DiscountRate {
  /** As a share: 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** The period of the rate. */
  readonly per: TimeUnit;
  /** `periodic`: money shrinks by 1 + rate per period. `continuous`: by e^rate per period. */
  readonly compounding: "periodic" | "continuous";
}

/**
 * The continuous rate per day that a discount rate stands for: ln(1 + rate), or the rate itself, over the days of its
 * period. Money t days away is worth e^(−rate·t).
 *
 * @throws LoyaltyError `invalid_option` for a rate that is not finite and above −1, an unknown period or compounding
 *
 * @example
 * dailyRateOf({ rate: 0.365, per: "year", compounding: "continuous" }, { daysPerYear: 365 }); // => 0.001
 */
export function dailyRateOf(discount: DiscountRate, calendar: Calendar = {}): number {
  assertKnownOptions(discount, ["rate", "per", "compounding"], ["discount"]);
  const { rate, per, compounding } = discount;
  if (!(rate > -1 && rate < Number.POSITIVE_INFINITY)) {
    fail("invalid_option", ["discount", "rate"], "a finite rate above -1, such as 0.1 for 10 %", rate);
  }
  if (compounding !== "periodic" && compounding !== "continuous") {
    fail("invalid_option", ["discount", "compounding"], "periodic or continuous", compounding);
  }
  return (compounding === "periodic" ? Math.log1p(rate) : rate) / daysPer(per, calendar);
}
