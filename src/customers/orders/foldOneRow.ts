import {
  type CustomerBlock,
  DAYS_AT,
  FIRST_DAY_AT,
  INTEGER_SHIFT,
  LAST_DAY_AT,
  MONEY_SHIFT,
  ORDERS_AT,
  pageOf,
  SEEN_AT,
} from "./customerBlock.ts";
import { BLOCK_CUSTOMERS, DAY_MASK } from "./rowKeys.ts";

/** The sums of a customer; each has its recent twin one further. */
const SUMS_PER_CUSTOMER = 4;

/** Counts and dates one order, on any day, with all days kept or (in the order of days) only the last. */
export function countOrder(
  block: CustomerBlock,
  place: number,
  offset: number,
  recent: number,
  inDayOrder: boolean,
): void {
  const { integers } = block;
  const at = place << INTEGER_SHIFT;
  const isNewDay = inDayOrder ? integers[at + LAST_DAY_AT] !== offset : takeDay(block, place, offset);
  bump(integers, at + ORDERS_AT + recent, 1);
  bump(integers, at + DAYS_AT + recent, isNewDay ? 1 : 0);
  integers[at + FIRST_DAY_AT] = Math.min(integers[at + FIRST_DAY_AT] as number, offset);
  integers[at + LAST_DAY_AT] = Math.max(integers[at + LAST_DAY_AT] as number, offset);
}

function bump(integers: Int32Array, at: number, by: number): void {
  integers[at] = (integers[at] as number) + by;
}

/** Notes a day; says whether it was not noted before. */
function takeDay(block: CustomerBlock, place: number, offset: number): boolean {
  const word = pageOf(block, offset) + place;
  const days = block.dayBits[word] as number;
  const bit = 1 << (offset & DAY_MASK);
  block.dayBits[word] = days | bit;
  return (days & bit) === 0;
}

/** Remembers a customer whose row counts as no order. */
export function noteCustomer(block: CustomerBlock, place: number): void {
  block.integers[(place << INTEGER_SHIFT) + SEEN_AT] = 1;
}

/**
 * Adds to a sum, exactly however large: the sum stays a safe integer, and how often it was taken over 2^53 (or
 * under −2^53) is counted apart. So a refund may bring back what was too large, whatever the order of the rows.
 */
export function addExactly(block: CustomerBlock, place: number, sumAt: number, minor: number): void {
  const at = (place << MONEY_SHIFT) + sumAt;
  const sum = block.money[at] as number;
  const sign = Math.sign(minor);
  // Both sides are safe integers: the difference is exact where the signs agree, and no carry where they do not.
  const isOver = sign * sum > Number.MAX_SAFE_INTEGER - sign * minor;
  block.money[at] = isOver ? sum - sign * 2 ** 53 + minor : sum + minor;
  if (!isOver) return;
  block.carries ??= new Int32Array(BLOCK_CUSTOMERS * SUMS_PER_CUSTOMER);
  bump(block.carries, carryAt(place, sumAt), sign);
}

/** A sum and its recent twin together, or the twin alone; not safe where the exact total is not. */
export function exactTotal(block: CustomerBlock, place: number, sumAt: number, recentOnly: boolean): number {
  const { money, carries } = block;
  const at = (place << MONEY_SHIFT) + sumAt;
  const older = recentOnly ? 0 : (money[at] as number);
  const recent = money[at + 1] as number;
  if (carries === undefined || Number.isNaN(older + recent)) return older + recent;
  const carryOf = (of: number) => carries[carryAt(place, of)] as number;
  const carry = carryOf(sumAt + 1) + (recentOnly ? 0 : carryOf(sumAt));
  return Number(BigInt(older) + BigInt(recent) + BigInt(carry) * 2n ** 53n);
}

function carryAt(place: number, sumAt: number): number {
  return place * SUMS_PER_CUSTOMER + (sumAt % SUMS_PER_CUSTOMER);
}
