import { fail } from "../base/loyaltyError.ts";
import { twoDigitsAt } from "./digits.ts";

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

const DAYS_PER_COMMON_YEAR = 365;

/** Days from −0400-03-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 865_565;

/**
 * The epoch day of `year`-`month`-`day` (whole numbers, years 0–9999), or undefined where the calendar has no such
 * day. By arithmetic, a tenth of what a `Date` takes; `| 0` keeps it in integers, which divide by multiplying.
 */
function epochDayOf(year: number, month: number, day: number): EpochDay | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  // Years that begin in March: the leap day is their last, and the lengths of months follow one straight line.
  // They are counted from the year −400, so that January of the year 0 is positive too.
  const marchYear = (month > 2 ? year : year - 1) + 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  const leapDays = ((marchYear / 4) | 0) - ((marchYear / 100) | 0) + ((marchYear / 400) | 0);
  return marchYear * DAYS_PER_COMMON_YEAR + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const DAY_LENGTH = 10; // YYYY-MM-DD
const MINUS = 45;

/** The epoch day that the first ten characters of a text write as `YYYY-MM-DD`; undefined when they write none. */
export function dayAtStart(text: string): EpochDay | undefined {
  if (text.length < DAY_LENGTH) return undefined; // nothing is read behind the end: V8 stops optimising that
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return undefined;
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2);
  return year >= 0 ? epochDayOf(year, twoDigitsAt(text, 5), twoDigitsAt(text, 8)) : undefined;
}

/**
 * The epoch day of an ISO calendar day (`YYYY-MM-DD`, years 0000–9999), or undefined when the text is not one.
 *
 * @example
 * parseDay("1970-01-02"); // => 1
 * parseDay("2026-02-30"); // => undefined
 */
export function parseDay(text: string): EpochDay | undefined {
  return text.length === DAY_LENGTH ? dayAtStart(text) : undefined;
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
