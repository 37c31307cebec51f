import type { IssuePath } from "../base/issue.ts";
import { fail } from "../base/loyaltyError.ts";
import { type EpochDay, MILLISECONDS_PER_DAY } from "./day.ts";

/** Turns instants into the calendar days of one time zone, and back. */
export interface Zone {
  /** The name as it was given. */
  readonly timeZone: string;
  /** The calendar day of an instant (milliseconds since 1970, years 0001–9999). */
  dayOf(ms: number): EpochDay;
  /** The first instant of a day; of a day that the zone skipped, the first instant after it. */
  startOfDayMs(day: EpochDay): number;
  /**
   * The instant at which the clocks of the zone show a wall-clock time, which is given as milliseconds since
   * 1970-01-01T00:00 on those clocks. In a gap (spring forward) the time moves forward by the length of the
   * gap; in an overlap (fall back) the earlier of the two instants is taken.
   */
  instantOfLocal(localMs: number): number;
}

/** Zones kept ready: each holds a formatter and 96 kB of what it was asked for. */
const ZONES_KEPT = 16;

const zonesByName = /* @__PURE__ */ new Map<string, Zone>();

/**
 * The converter of a time zone, kept for the next call. Rules come from `Intl.DateTimeFormat`, never from the
 * zone of the host.
 *
 * @param timeZone An IANA name such as `"Asia/Ho_Chi_Minh"`, or `"UTC"`. Fixed offsets (`"+07:00"`) are no zones:
 *   engines disagree about them.
 * @throws LoyaltyError `invalid_time_zone` at `path`.
 */
export function zoneOf(timeZone: unknown, path: IssuePath = ["timeZone"]): Zone {
  const zone = typeof timeZone === "string" ? findZone(timeZone) : undefined;
  return zone ?? fail("invalid_time_zone", path, ZONE_EXPECTED, timeZone);
}

/**
 * Checks the name of a time zone.
 *
 * @throws LoyaltyError `invalid_time_zone` at `path`.
 */
export function assertTimeZone(timeZone: unknown, path: IssuePath): asserts timeZone is string {
  zoneOf(timeZone, path);
}

/** Whether a value names a time zone. */
export function isTimeZone(timeZone: unknown): timeZone is string {
  return typeof timeZone === "string" && findZone(timeZone) !== undefined;
}

/** What every issue about a time zone asks for. */
export const ZONE_EXPECTED = 'an IANA time zone such as "Asia/Ho_Chi_Minh" or "UTC"';

function findZone(timeZone: string): Zone | undefined {
  const kept = zonesByName.get(timeZone);
  if (kept !== undefined) return kept;
  const zone = timeZone === "UTC" ? utcZone() : intlZone(timeZone);
  if (zone === undefined) return undefined;
  for (const oldest of zonesByName.keys()) {
    if (zonesByName.size < ZONES_KEPT) break;
    zonesByName.delete(oldest);
  }
  zonesByName.set(timeZone, zone);
  return zone;
}

function utcZone(): Zone {
  return {
    timeZone: "UTC",
    dayOf: (ms) => Math.floor(ms / MILLISECONDS_PER_DAY),
    startOfDayMs: (day) => day * MILLISECONDS_PER_DAY,
    instantOfLocal: (localMs) => localMs,
  };
}

function intlZone(timeZone: string): Zone | undefined {
  const formatter = formatterOf(timeZone);
  if (formatter === undefined) return undefined;
  const offsetAt = cachedOffsets((ms) => askOffset(formatter, ms));
  const instantOfLocal = (localMs: number): number => earliestInstant(localMs, offsetAt);
  return {
    timeZone,
    dayOf: (ms) => Math.floor((ms + offsetAt(ms)) / MILLISECONDS_PER_DAY),
    startOfDayMs: cachedStarts((day) => instantOfLocal(day * MILLISECONDS_PER_DAY)),
    instantOfLocal,
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (/^[+-]/.test(timeZone)) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
}

/** Every zone kept its local mean time until the 19th century, so the year 1000 answers for all years before it. */
const EARLIEST_ASKED_MS = -30_610_224_000_000;

/** Local time minus UTC, in milliseconds. Old offsets have odd seconds (Monrovia: −0:44:30 until 1972), never fractions. */
function askOffset(formatter: Intl.DateTimeFormat, ms: number): number {
  const asked = Math.max(Math.floor(ms / 1000) * 1000, EARLIEST_ASKED_MS);
  const clock = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatter.formatToParts(asked)) {
    if (type in clock) clock[type as keyof typeof clock] = Number(value);
  }
  const local = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  return local - asked;
}

/** A power of two, about eleven years of days. */
const DAYS_KEPT = 4096;

/** Stands where no day was remembered yet; no instant has it. */
const NO_DAY = -2_147_483_648;

/**
 * Remembers the offset of each UTC day over which it is constant; a day on which it changes is asked anew each
 * time. Equal offsets at both ends mean a constant day: no zone ever changed twice within four days. Days that
 * share a place evict each other, so memory is bounded.
 */
function cachedOffsets(ask: (ms: number) => number): (ms: number) => number {
  const days = new Int32Array(DAYS_KEPT).fill(NO_DAY);
  const offsets = new Float64Array(DAYS_KEPT);
  return (ms) => {
    const day = Math.floor(ms / MILLISECONDS_PER_DAY);
    const place = day & (DAYS_KEPT - 1);
    if (days[place] !== day) {
      const first = ask(day * MILLISECONDS_PER_DAY);
      const last = ask((day + 1) * MILLISECONDS_PER_DAY - 1);
      days[place] = day;
      offsets[place] = first === last ? first : Number.NaN;
    }
    const offset = offsets[place] as number;
    return Number.isNaN(offset) ? ask(ms) : offset;
  };
}

/** Remembers the first instant of each day in the same way: to find it anew takes four offsets. */
function cachedStarts(startOf: (day: EpochDay) => number): (day: EpochDay) => number {
  const days = new Int32Array(DAYS_KEPT).fill(NO_DAY);
  const starts = new Float64Array(DAYS_KEPT);
  return (day) => {
    const place = day & (DAYS_KEPT - 1);
    if (days[place] !== day) {
      starts[place] = startOf(day);
      days[place] = day;
    }
    return starts[place] as number;
  };
}

/** The offsets a day before and a day after are the only ones that can hold: changes are never two days apart. */
function earliestInstant(localMs: number, offsetAt: (ms: number) => number): number {
  const before = offsetAt(localMs - MILLISECONDS_PER_DAY);
  const after = offsetAt(localMs + MILLISECONDS_PER_DAY);
  // The larger offset gives the earlier instant. It is right where it really holds then; else the other one is,
  // and in a gap, where neither holds, the offset from before the gap carries the time over it.
  const earlier = localMs - Math.max(before, after);
  const later = localMs - Math.min(before, after);
  if (offsetAt(earlier) === localMs - earlier) return earlier;
  return offsetAt(later) === localMs - later ? later : localMs - before;
}
