import { fail } from "../base/loyaltyError.ts";

/**
 * A calendar day as the number of days since 1970-01-01 (which is 0). No zone, no clock: the zone was applied
 * when the instant was read.
 */
export type EpochDay = number;

export const MILLISECONDS_PER_DAY = 86_400_000;

/** 0000-01-01 and 9999-12-31: the days that a calendar day of four digits can name. */
export const FIRST_CALENDAR_DAY: EpochDay = -719_528;
export const LAST_CALENDAR_DAY: EpochDay = 2_932_896;

/** How many days before and after 1970-01-01 a `Date` can name. */
export const FARTHEST_DAY = 100_000_000;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The epoch day of `year`-`month`-`day` (month 1–12), or undefined where the calendar has no such day. */
export function epochDayOf(year: number, month: number, day: number): EpochDay | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0–99 as 1900–1999
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / MILLISECONDS_PER_DAY : undefined;
}

/**
 * The epoch day of an ISO calendar day (`YYYY-MM-DD`, years 0000–9999), or undefined when the text is not one.
 *
 * @example
 * parseDay("1970-01-02"); // => 1
 * parseDay("2026-02-30"); // => undefined
 */
export function parseDay(text: string): EpochDay | undefined {
  const match = DAY_PATTERN.exec(text);
  if (match === null) return undefined;
  return epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The ISO calendar day of an epoch day.
 *
 * @throws LoyaltyError `invalid_option` for a number that is no day
 *
 * @example
 * isoDayOf(0); // => "1970-01-01"
 */
export function isoDayOf(day: EpochDay): string {
  if (!(Math.abs(day) <= FARTHEST_DAY))
    fail("invalid_option", ["day"], "an epoch day that a Date can name", day);
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
