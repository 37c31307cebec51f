import { fail } from "../../base/loyaltyError.ts";

/** A unit of time for ages, horizons and rates. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** How long a month and a year are; a week has 7 days. */
export interface Calendar {
  /** @defaultValue `365.25` */
  readonly daysPerYear?: number;
  /** @defaultValue a twelfth of the year */
  readonly daysPerMonth?: number;
}

/** A length of time: `{ count: 12, unit: "month" }`. */
export interface Duration {
  readonly count: number;
  readonly unit: TimeUnit;
}

/**
 * How many days a unit of time has.
 *
 * @throws LoyaltyError `invalid_option` for an unknown unit, or a calendar whose lengths are not finite and above 0
 *
 * @example
 * daysPer("month"); // => 30.4375
 * daysPer("year", { daysPerYear: 364 }); // => 364
 */
export function daysPer(unit: TimeUnit, calendar: Calendar = {}): number {
  const { daysPerYear = 365.25, daysPerMonth = daysPerYear / 12 } = calendar;
  const lengths: Readonly<Record<TimeUnit, number>> = {
    day: 1,
    week: 7,
    month: daysPerMonth,
    year: daysPerYear,
  };
  if (!Object.hasOwn(lengths, unit)) {
    fail("invalid_option", ["unit"], "day, week, month or year", unit);
  }
  const days = lengths[unit];
  if (!(days > 0 && Number.isFinite(days)))
    fail("invalid_option", ["calendar", unit], "a length above 0", days);
  return days;
}
