import { addYears } from "date-fns/addYears";
import { type EpochDay, MILLISECONDS_PER_DAY } from "./day.ts";
import { UtcDate } from "./utcDate.ts";

/** A leap year, so that every day a calendar can have is in it. */
const LEAP_YEAR = 2000;

/**
 * The day on which a yearly date falls in a year: birthdays, special days. 29 February falls on 28 February in
 * common years.
 *
 * @param month 1–12.
 * @param day A day that the month has in leap years.
 *
 * @example
 * isoDayOf(anniversaryIn(2027, 2, 29)); // => "2027-02-28"
 */
export function anniversaryIn(year: number, month: number, day: number): EpochDay {
  const inLeapYear = new UtcDate(Date.UTC(LEAP_YEAR, month - 1, day));
  return addYears(inLeapYear, year - LEAP_YEAR).getTime() / MILLISECONDS_PER_DAY;
}
