import { type EpochDay, FARTHEST_DAY } from "../../units/day.ts";

/** Customers are folded in blocks: the state of one block fits a second-level cache. */
export const BLOCK_BITS = 10;
export const BLOCK_CUSTOMERS: number = 1 << BLOCK_BITS;
/** A customer's place in the block: the low bits of the code. */
export const PLACE_MASK: number = BLOCK_CUSTOMERS - 1;

/** Days are kept as bits, 32 to a word. */
export const PERIOD_BITS = 5;
export const DAY_MASK: number = (1 << PERIOD_BITS) - 1;

/** Where a key keeps the period; under it stand the bits of the place, and 5 bits of day. */
export const PERIOD_AT: number = BLOCK_BITS + PERIOD_BITS;

/**
 * How many days a key can name, counted from a base day: 718 years. The bits would hold more, but blocks look
 * periods up in tables as long as the span that occurs.
 */
export const OFFSET_COUNT: number = 2 ** 18;

/** How far keys reach beyond the latest of the first rows: 359 years, should these be dated 1900 by mistake. */
const DAYS_AHEAD: number = 2 ** 17;

/** The day from which keys count: so early that the last of them names the latest day that can come up. */
export function baseDayFor(latestDay: EpochDay, asOfDay: EpochDay): EpochDay {
  const lastDay = Math.min(asOfDay, latestDay + DAYS_AHEAD);
  return Math.max(-FARTHEST_DAY, lastDay + 1 - OFFSET_COUNT);
}
