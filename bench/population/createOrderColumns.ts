import { createRandom } from "./random.ts";
import { AS_OF_DAY, customerIdOf } from "./setting.ts";

/** Orders as columns, in random order: a row per order. */
export interface PlainOrders {
  readonly customerCount: number;
  /** 0 up to `customerCount`. */
  readonly codes: Uint32Array;
  readonly days: Int32Array;
  readonly amountsMinor: Float64Array;
}

/** Orders per customer: with a million orders, 100,000 customers. */
const ORDERS_PER_CUSTOMER = 10;

/** How many days before `AS_OF_DAY` the first order may lie. */
const HISTORY_DAYS = 1_000;

/** `count` orders of the last 1,000 days. */
export function createOrderColumns(count: number, seed: number): PlainOrders {
  const random = createRandom(seed);
  const customerCount = Math.max(1, Math.floor(count / ORDERS_PER_CUSTOMER));
  const codes = new Uint32Array(count);
  const days = new Int32Array(count);
  const amountsMinor = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    codes[row] = random.below(customerCount);
    days[row] = AS_OF_DAY - random.below(HISTORY_DAYS);
    amountsMinor[row] = 500 + random.below(20_000);
  }
  return { customerCount, codes, days, amountsMinor };
}

/** The customer of each row as a text of its own, as read from a file. */
export function idsOfCodes(codes: Uint32Array): string[] {
  return Array.from(codes, customerIdOf);
}
