import { dayAtStart, type EpochDay, MILLISECONDS_PER_DAY } from "./day.ts";
import { digitAt, twoDigitsAt } from "./digits.ts";
import type { Zone } from "./timeZone.ts";

/** A point in time, with the calendar day on which it fell in the zone that the caller named. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly atMs: number;
  readonly day: EpochDay;
}

/** What can be wrong with an instant. */
type InstantIssueCode = "invalid_instant" | "zone_required";

/** 0001-01-01 and 9999-12-31: days that four digits can write. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Milliseconds since 1970 of the years 2001–2286; fewer digits could be seconds, more a packed date and time. */
const MS_DIGITS_PATTERN = /^\d{13}$/;

/**
 * Reads an instant: a `Date`, whole milliseconds since 1970 (as text only with 13 digits, years 2001–2286), or ISO
 * text. `2026-01-05` is that calendar day, and its instant the start of the day in the zone. A time of day
 * is `T` or a space, `hh:mm`, and optionally seconds and a fraction (cut to milliseconds); then `Z`, `UTC`,
 * `+07:00`, `+0700` or `+07`, with or without a space before it. A time without an offset is on the clocks of
 * the zone; in a gap it moves forward, in an overlap the earlier instant is taken.
 *
 * @param zone The stated zone; when undefined, days are UTC and times without an offset are refused.
 * @returns The instant, in the years 0001–9999, or the code of what is wrong.
 */
export function parseInstant(value: unknown, zone: Zone | undefined): Instant | InstantIssueCode {
  if (typeof value === "string") return instantOfText(value, zone);
  if (typeof value === "number") return instantOfMs(value, zone);
  return instantOfMs(timeOfDate(value), zone);
}

/** The time of a `Date` from any realm, `NaN` for anything else. */
function timeOfDate(value: unknown): number {
  if (typeof value !== "object" || value === null) return Number.NaN;
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return Number.NaN;
  }
}

function instantOfMs(ms: number, zone: Zone | undefined): Instant | InstantIssueCode {
  // A day more on both sides: offsets reach beyond half a day. Comparing with NaN is false.
  const inRange = ms >= (FIRST_DAY - 1) * MILLISECONDS_PER_DAY && ms < (LAST_DAY + 2) * MILLISECONDS_PER_DAY;
  if (!inRange || !Number.isInteger(ms)) return "invalid_instant";
  const atMs = ms + 0; // -0 becomes 0
  const day = zone === undefined ? Math.floor(atMs / MILLISECONDS_PER_DAY) : zone.dayOf(atMs);
  return day >= FIRST_DAY && day <= LAST_DAY ? { atMs, day } : "invalid_instant";
}

const DAY_LENGTH = 10; // 2026-01-05
const MINUTES_END = 16; // 2026-01-05T10:20
const SECONDS_END = 19; // 2026-01-05T10:20:30

function instantOfText(text: string, zone: Zone | undefined): Instant | InstantIssueCode {
  const day = dayAtStart(text);
  if (day === undefined || day < FIRST_DAY) return instantOfOtherText(text, zone);
  const written = text.length === DAY_LENGTH ? text : text.trimEnd();
  if (written.length > DAY_LENGTH) return instantOfTime(written, day, zone);
  return { atMs: zone === undefined ? day * MILLISECONDS_PER_DAY : zone.startOfDayMs(day), day };
}

/** Text that does not begin with a day: spaces before one, or milliseconds. */
function instantOfOtherText(text: string, zone: Zone | undefined): Instant | InstantIssueCode {
  const trimmed = text.trim();
  if (trimmed.length < text.length) return instantOfText(trimmed, zone);
  return MS_DIGITS_PATTERN.test(text) ? instantOfMs(Number(text), zone) : "invalid_instant";
}

function instantOfTime(text: string, day: EpochDay, zone: Zone | undefined): Instant | InstantIssueCode {
  const end = endOfTime(text);
  const localMs = day * MILLISECONDS_PER_DAY + timeOfDayMs(text, end);
  const offsetMs = offsetMsAt(text, end);
  if (Number.isNaN(localMs) || Number.isNaN(offsetMs)) return "invalid_instant";
  if (offsetMs !== UNSTATED) return instantOfMs(localMs - offsetMs, zone);
  return zone === undefined ? "zone_required" : instantOfMs(zone.instantOfLocal(localMs), zone);
}

const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const CAPITAL_T = 84;
const CAPITAL_Z = 90;
const SMALL_T = 116;
const SMALL_Z = 122;

function isWithin(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}

/** Where the time of day ends; nothing is read behind the end of the text, because V8 stops optimising that. */
function endOfTime(text: string): number {
  if (text.length < SECONDS_END || text.charCodeAt(MINUTES_END) !== COLON) return MINUTES_END;
  if (text.length === SECONDS_END || text.charCodeAt(SECONDS_END) !== POINT) return SECONDS_END;
  let end = SECONDS_END + 1;
  while (end < text.length && isWithin(digitAt(text, end), 9)) end += 1;
  return end;
}

/** The time of day that stands behind the day and ends at `end`, in milliseconds; `NaN` for nonsense. */
function timeOfDayMs(text: string, end: number): number {
  if (text.length < end || text.charCodeAt(13) !== COLON) return Number.NaN;
  const separator = text.charCodeAt(10);
  if (separator !== CAPITAL_T && separator !== SPACE && separator !== SMALL_T) return Number.NaN;
  const hours = twoDigitsAt(text, 11);
  const minutes = twoDigitsAt(text, 14);
  const seconds = end === MINUTES_END ? 0 : twoDigitsAt(text, 17);
  if (!isWithin(hours, 23) || !isWithin(minutes, 59) || !isWithin(seconds, 59)) return Number.NaN;
  const wholeMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (end <= SECONDS_END) return wholeMs;
  // A point alone is no fraction; one longer than milliseconds is cut.
  return wholeMs + (end === SECONDS_END + 1 ? Number.NaN : fractionMs(text, end));
}

function fractionMs(text: string, end: number): number {
  return Number(text.slice(SECONDS_END + 1, Math.min(end, SECONDS_END + 4)).padEnd(3, "0"));
}

/** No offset is written. No offset is that large. */
const UNSTATED = Number.POSITIVE_INFINITY;

/** The offset written from `start` to the end of the text in milliseconds, or {@link UNSTATED}; `NaN` for nonsense. */
function offsetMsAt(text: string, start: number): number {
  if (start >= text.length) return UNSTATED;
  if (start === text.length - 1) return isZ(text.charCodeAt(start)) ? 0 : Number.NaN;
  return offsetMsOf(text.slice(text.charCodeAt(start) === SPACE ? start + 1 : start));
}

function isZ(code: number): boolean {
  return code === CAPITAL_Z || code === SMALL_Z;
}

function offsetMsOf(text: string): number {
  if (text === "Z" || text === "UTC" || text === "z") return 0;
  const { length } = text;
  const sign = text.charCodeAt(0);
  if (sign !== PLUS && sign !== MINUS) return Number.NaN;
  const minutesStart = length > 3 && text.charCodeAt(3) === COLON ? 4 : 3;
  if (length !== 3 && length !== minutesStart + 2) return Number.NaN;
  const hours = twoDigitsAt(text, 1);
  const minutes = length === 3 ? 0 : twoDigitsAt(text, minutesStart);
  if (!isWithin(hours, 23) || !isWithin(minutes, 59)) return Number.NaN;
  const offsetMs = (hours * 60 + minutes) * 60_000;
  return sign === MINUS ? -offsetMs : offsetMs;
}
