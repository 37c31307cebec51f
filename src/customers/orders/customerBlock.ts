import { BLOCK_BITS, BLOCK_CUSTOMERS, OFFSET_COUNT, PERIOD_BITS } from "./rowKeys.ts";

/**
 * One line of 64 bytes per customer, seen as 16 integers and as 8 doubles, so that a row of orders touches one
 * cache line. What has a recent twin is kept as two parts, older at `…_AT` and recent at `…_AT + 1`: a row
 * then adds once, not twice, and the fact is the sum of the parts.
 *
 * | bytes | integers | |
 * |---|---|---|
 * | 0–7 | 0, 1 | orders |
 * | 8–15 | 2, 3 | distinct order days |
 * | 16–23 | 4, 5 | first and last order day, counted from the base day |
 * | 24–27 | 6 | 1 when a row counted as no order |
 * | 32–47 | doubles 4, 5 | revenue |
 * | 48–63 | doubles 6, 7 | cost |
 */
export const INTEGER_SHIFT = 4;
export const MONEY_SHIFT = 3;
export const ORDERS_AT = 0;
export const DAYS_AT = 2;
export const FIRST_DAY_AT = 4;
export const LAST_DAY_AT = 5;
export const SEEN_AT = 6;
export const REVENUE_AT = 4;
export const COST_AT = 6;

/** First and last day of a customer without orders: beyond every day, and differences stay in 32 bits. */
const NO_FIRST_DAY = 1 << 29;
const NO_LAST_DAY: number = -NO_FIRST_DAY;

/** There is no page for a period yet. */
export const NO_PAGE = -1;

/** The state of the customers whose codes share all but their last bits. */
export interface CustomerBlock {
  readonly integers: Int32Array;
  /** The same bytes. */
  readonly money: Float64Array;
  /** Which days had an order: a page has one word of 32 days for every customer of the block. */
  dayBits: Int32Array;
  /** Period − `firstPeriod` → where its page begins in `dayBits`, or {@link NO_PAGE}. */
  pages: Int32Array;
  firstPeriod: number;
  /** Pages of periods that no key can name. */
  readonly farPages: Map<number, number>;
  pageCount: number;
  /** Of no meaning, see `foldBlock`. */
  touched: number;
  /** How often each of a customer's four sums passed 2^53; absent where none did. */
  carries: Int32Array | undefined;
}

/** A block in which nobody has ordered. */
export function createBlock(): CustomerBlock {
  const integers = new Int32Array(BLOCK_CUSTOMERS << INTEGER_SHIFT);
  const block: CustomerBlock = {
    integers,
    money: new Float64Array(integers.buffer),
    dayBits: new Int32Array(0),
    pages: new Int32Array(0),
    firstPeriod: 0,
    farPages: new Map(),
    pageCount: 0,
    touched: 0,
    carries: undefined,
  };
  setNoDays(integers, BLOCK_CUSTOMERS);
  return block;
}

/** Empties a block that only staged rows were folded into. */
export function clearBlock(block: CustomerBlock): void {
  block.integers.fill(0);
  setNoDays(block.integers, BLOCK_CUSTOMERS);
  block.dayBits.fill(0, 0, block.pageCount << BLOCK_BITS);
  block.pages.fill(NO_PAGE);
  block.pageCount = 0;
  block.carries = undefined;
}

function setNoDays(integers: Int32Array, customerCount: number): void {
  for (let place = 0; place < customerCount; place += 1) {
    integers[(place << INTEGER_SHIFT) + FIRST_DAY_AT] = NO_FIRST_DAY;
    integers[(place << INTEGER_SHIFT) + LAST_DAY_AT] = NO_LAST_DAY;
  }
}

/** Lets a kernel look up every period from `low` to `high`. */
export function coverPeriods(block: CustomerBlock, low: number, high: number): void {
  const { pages, firstPeriod } = block;
  if (low >= firstPeriod && high < firstPeriod + pages.length) return;
  const first = pages.length === 0 ? low : Math.min(low, firstPeriod);
  const end = Math.max(high + 1, firstPeriod + pages.length);
  const wider = new Int32Array(end - first).fill(NO_PAGE);
  wider.set(pages, pages.length === 0 ? 0 : firstPeriod - first);
  block.pages = wider;
  block.firstPeriod = first;
}

/** Where the page of a day begins, the day counted from the base day; makes the page when there is none. */
export function pageOf(block: CustomerBlock, offset: number): number {
  const period = offset >> PERIOD_BITS;
  const near = offset >= 0 && offset < OFFSET_COUNT;
  if (near) coverPeriods(block, period, period);
  const known = near ? block.pages[period - block.firstPeriod] : block.farPages.get(period);
  if (known !== undefined && known !== NO_PAGE) return known;
  const page = block.pageCount << BLOCK_BITS;
  if (page === block.dayBits.length) growDayBits(block);
  if (near) block.pages[period - block.firstPeriod] = page;
  else block.farPages.set(period, page);
  block.pageCount += 1;
  return page;
}

/** Room for the periods in sight at once, for four more when they come one by one, in the order of days. */
function growDayBits(block: CustomerBlock): void {
  const { pageCount, pages } = block;
  const more = Math.max(4, Math.min(pages.length - pageCount, 64), pageCount >> 3);
  const dayBits = new Int32Array((pageCount + more) << BLOCK_BITS);
  dayBits.set(block.dayBits);
  block.dayBits = dayBits;
}
