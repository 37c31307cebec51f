import { type EpochDay, epochDayOf, MILLISECONDS_PER_DAY } from "./day.ts";
import { type Zone, zoneOf } from "./timeZone.ts";

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
const MS_DIGITS = 13;

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
  if (typeof value === "string") return instantOfText(value.trim(), zone);
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
  const day = (zone ?? zoneOf("UTC")).dayOf(atMs);
  return day >= FIRST_DAY && day <= LAST_DAY ? { atMs, day } : "invalid_instant";
}

function instantOfText(text: string, zone: Zone | undefined): Instant | InstantIssueCode {
  const wholeMs = text.length === MS_DIGITS ? digitsAt(text, 0, MS_DIGITS) : -1;
  if (wholeMs >= 0) return instantOfMs(wholeMs, zone);
  const year = digitsAt(text, 0, 4);
  const separated = text.charCodeAt(4) === MINUS && text.charCodeAt(7) === MINUS;
  if (year < 1 || !separated) return "invalid_instant";
  const day = epochDayOf(year, digitsAt(text, 5, 2), digitsAt(text, 8, 2));
  if (day === undefined) return "invalid_instant";
  if (text.length === 10) return { atMs: (zone ?? zoneOf("UTC")).startOfDayMs(day), day };
  const time = timeOfDay(text);
  if (time === undefined) return "invalid_instant";
  const localMs = day * MILLISECONDS_PER_DAY + time.ms;
  if (time.offsetMs !== undefined) return instantOfMs(localMs - time.offsetMs, zone);
  return zone === undefined ? "zone_required" : instantOfMs(zone.instantOfLocal(localMs), zone);
}

const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const COLON = 58;

/** The number that `count` digits write, or −1 when one of them is no digit. */
function digitsAt(text: string, start: number, count: number): number {
  let number = 0;
  for (let index = start; index < start + count; index += 1) {
    const code = text.charCodeAt(index); // NaN behind the end
    if (!(code >= DIGIT_0 && code <= DIGIT_9)) return -1;
    number = number * 10 + (code - DIGIT_0);
  }
  return number;
}

function isWithin(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}

/** Reads everything behind the date; the offset is undefined when none is written. */
function timeOfDay(text: string): { readonly ms: number; readonly offsetMs: number | undefined } | undefined {
  const separator = text[10];
  if (separator !== "T" && separator !== " " && separator !== "t") return undefined;
  const hours = digitsAt(text, 11, 2);
  const minutes = digitsAt(text, 14, 2);
  if (!isWithin(hours, 23) || !isWithin(minutes, 59) || text.charCodeAt(13) !== COLON) return undefined;
  let seconds = 0;
  let milliseconds = 0;
  let end = 16;
  if (text.charCodeAt(end) === COLON) {
    seconds = digitsAt(text, end + 1, 2);
    if (!isWithin(seconds, 59)) return undefined;
    end += 3;
    if (text.charCodeAt(end) === POINT) {
      const fractionStart = end + 1;
      end = endOfDigits(text, fractionStart);
      if (end === fractionStart) return undefined;
      milliseconds = digitsAt(text.slice(fractionStart, end).padEnd(3, "0"), 0, 3);
    }
  }
  const offsetMs = offsetOf(text, end);
  if (Number.isNaN(offsetMs)) return undefined;
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds, offsetMs };
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (digitsAt(text, end, 1) >= 0) end += 1;
  return end;
}

/** The offset written from `start` to the end of the text; undefined for none, `NaN` for nonsense. */
function offsetOf(text: string, start: number): number | undefined {
  if (start === text.length) return undefined;
  const from = text.charCodeAt(start) === SPACE ? start + 1 : start;
  const rest = text.slice(from);
  if (rest === "Z" || rest === "UTC" || rest === "z") return 0;
  const sign = rest.charCodeAt(0);
  if (sign !== PLUS && sign !== MINUS) return Number.NaN;
  const hours = digitsAt(rest, 1, 2);
  const minutes = rest.length === 3 ? 0 : digitsAt(rest, rest.charCodeAt(3) === COLON ? 4 : 3, 2);
  const expectedLength = rest.length === 3 ? 3 : rest.charCodeAt(3) === COLON ? 6 : 5;
  if (rest.length !== expectedLength || !isWithin(hours, 23) || !isWithin(minutes, 59)) return Number.NaN;
  const offsetMs = (hours * 60 + minutes) * 60_000;
  return sign === MINUS ? -offsetMs : offsetMs;
}
