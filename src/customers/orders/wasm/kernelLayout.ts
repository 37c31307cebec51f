/** What stage finds on the way and where it stands, as numbers at the front of the memory, in bytes. */
export const NEXT_CHUNK_AT = 0;
export const LOW_OFFSET_AT = 4;
export const HIGH_OFFSET_AT = 8;
export const LATER_COUNT_AT = 12;

/**
 * A chunk has the keys of 1,024 rows and behind them their amounts as 32-bit numbers, and begins at a multiple
 * of its size: the address behind the last key says whether it is full, and where it began.
 */
export const CHUNK_ROWS = 1024;
export const CHUNK_AMOUNTS_AT: number = 4 * CHUNK_ROWS;
export const CHUNK_BYTES: number = 8 * CHUNK_ROWS;

/**
 * A customer has 64 bytes; nothing has happened while all of them are 0. In what has a recent twin the older
 * part comes first.
 *
 * | bytes | |
 * |---|---|
 * | 0, 8 | orders, and in the high half their distinct days |
 * | 16 | `OFFSET_COUNT` − the first order day, counted from the base day |
 * | 20 | 1 + the last order day, so too |
 * | 32, 40 | revenue, a 64-bit integer |
 */
export const CUSTOMER_SHIFT = 6;
export const FIRST_DAY_AT = 16;
export const LAST_DAY_AT = 20;
export const REVENUE_AT = 32;

/** The columns that `finish` writes for a block, one after the other, each as long as a block. */
export const OUT_COLUMNS = [
  "code",
  "orders",
  "recentOrders",
  "orderDays",
  "recentOrderDays",
  "firstOrderDay",
  "lastOrderDay",
] as const;
