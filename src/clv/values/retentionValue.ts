import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { type Calendar, daysPer, type TimeUnit } from "./calendar.ts";
import { type DiscountRate, dailyRateOf } from "./discountRate.ts";

/** A customer under contract who pays once a period and stays with the same probability each time. */
export interface RetentionInputs {
  /** What the first payment that counts leaves, in any unit of money, which is that of the value. */
  readonly margin: number;
  /** The probability to stay from one period to the next, 0 to 1. */
  readonly retention: number;
  /** The time between payments. */
  readonly period: TimeUnit;
  readonly discount: DiscountRate;
  /** Whether the payment of today counts: it is certain, and not discounted. @defaultValue `false` */
  readonly includeFirstPayment?: boolean;
  /** By how much each payment is larger than the one before, as a share above −1. @defaultValue `0` */
  readonly marginGrowth?: number;
  /** How many payments may count, today's included where it counts. @defaultValue without end */
  readonly payments?: number;
  /** How long a month and a year are. */
  readonly calendar?: Calendar;
}

/** A value, or why there is none. */
export interface RetentionValue {
  readonly value: number | null;
  /** `diverges`: what is added with each payment does not shrink, or the sum is beyond all numbers. */
  readonly reason: null | "diverges";
}

const OPTION_NAMES = [
  "margin",
  "retention",
  "period",
  "discount",
  "includeFirstPayment",
  "marginGrowth",
  "payments",
  "calendar",
];

/**
 * Lifetime value under constant retention: m·r / (1 + d − r(1 + g)) without the payment of today, and m·(1 + d) /
 * (1 + d − r(1 + g)) with it, m being the first payment that counts, r retention, d the discount per period and g the
 * growth of margins (Gupta and Lehmann 2003, "Customers as assets"; g = 0 is the usual m·r / (1 + d − r)). With a
 * limit of n payments these are multiplied by 1 − (r(1 + g) / (1 + d))^n.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * const yearly = {
 *   margin: 100,
 *   retention: 0.8,
 *   period: "year",
 *   discount: { rate: 0.1, per: "year", compounding: "periodic" },
 * };
 * retentionValue(yearly).value.toFixed(2); // => "266.67"
 * retentionValue({ ...yearly, includeFirstPayment: true }).value.toFixed(2); // => "366.67"
 * retentionValue({ ...yearly, marginGrowth: 0.4 }).reason; // => "diverges"
 */
export function retentionValue(inputs: RetentionInputs): RetentionValue {
  assertKnownOptions(inputs, OPTION_NAMES);
  const { margin, retention, period, discount, calendar, marginGrowth = 0, payments } = inputs;
  if (!Number.isFinite(margin)) fail("invalid_option", ["margin"], "a finite number", margin);
  if (!(retention >= 0 && retention <= 1)) {
    fail("invalid_option", ["retention"], "a probability from 0 to 1", retention);
  }
  if (!(marginGrowth > -1 && marginGrowth < Number.POSITIVE_INFINITY)) {
    fail("invalid_option", ["marginGrowth"], "a finite share above -1", marginGrowth);
  }
  if (payments !== undefined && !(Number.isSafeInteger(payments) && payments >= 0)) {
    fail("invalid_option", ["payments"], "a whole number from 0", payments);
  }
  const factor = Math.exp(-dailyRateOf(discount, calendar) * daysPer(period, calendar));
  const ratio = retention * (1 + marginGrowth) * factor;
  const first = inputs.includeFirstPayment === true ? margin : margin * retention * factor;
  const value = first === 0 ? 0 : first * geometricSum(ratio, payments);
  return Number.isFinite(value) ? { value, reason: null } : { value: null, reason: "diverges" };
}

/** 1 + q + q² + … of so many terms, or of all. */
function geometricSum(ratio: number, count: number | undefined): number {
  if (count === undefined) return ratio < 1 ? 1 / (1 - ratio) : Number.POSITIVE_INFINITY;
  if (ratio === 1 || count === 0) return count;
  return Math.expm1(count * Math.log(ratio)) / (ratio - 1);
}
