import { fail } from "../../base/loyaltyError.ts";
import { type EpochDay, parseDay } from "../../units/day.ts";

/** The trailing window: `windowDays` days that end with `asOfDay`, both ends in. */
export interface Window {
  readonly asOfDay: EpochDay;
  readonly windowDays: number;
  /** The first day inside. */
  readonly fromDay: EpochDay;
}

/** 365 days: asOf and the 364 days before. */
export const DEFAULT_WINDOW_DAYS = 365;

/** The longest window: about 270 years, far inside what epoch days can hold. */
export const MAXIMUM_WINDOW_DAYS = 100_000;

/** Whether a value can be the length of a window. */
export function isWindowDays(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAXIMUM_WINDOW_DAYS;
}

/** What a length that is none should have been. */
export const WINDOW_DAYS_EXPECTED = "a whole number from 1 to 100,000";

/** Checks `asOf` (a calendar day) and `windowDays` (a whole number from 1 to 100,000). */
export function windowOf(asOf: string, windowDays: number = DEFAULT_WINDOW_DAYS): Window {
  const asOfDay = typeof asOf === "string" ? parseDay(asOf) : undefined;
  if (asOfDay === undefined) fail("invalid_option", ["asOf"], "a calendar day, YYYY-MM-DD", asOf);
  if (!isWindowDays(windowDays)) fail("invalid_option", ["windowDays"], WINDOW_DAYS_EXPECTED, windowDays);
  return { asOfDay, windowDays, fromDay: asOfDay - windowDays + 1 };
}
