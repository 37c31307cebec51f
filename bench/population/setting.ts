import { parseDay } from "../../src/units/day.ts";

/** What all populations share: the day that is asked about, and the currency. */
export const AS_OF = "2026-06-30";
export const CURRENCY = "USD";

/** `AS_OF` as an epoch day. */
export const AS_OF_DAY: number = parseDay(AS_OF) as number;

/** The id of customer number `code`, as shops write them. */
export function customerIdOf(code: number): string {
  return `C-${String(code).padStart(8, "0")}`;
}

/** The first day of the usual window, which ends with `AS_OF_DAY`: 365 days, both ends in. */
export const WINDOW_FROM_DAY: number = AS_OF_DAY - 364;
