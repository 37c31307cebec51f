import type { OrderActivity } from "../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY } from "../../src/units/day.ts";
import { createRandom, type Random } from "./random.ts";
import { AS_OF_DAY, customerIdOf } from "./setting.ts";

/** Orders per customer: with a million orders, 100,000 customers. */
export const ORDERS_PER_CUSTOMER = 10;

/** How many days before `AS_OF_DAY` the first order may lie. */
const HISTORY_DAYS = 1_000;

/**
 * `count` orders in random order, each with a cost. Every row has a text of its own as customer id, as read
 * from a file, and an order id where `withIds` says so.
 */
export function createOrders(count: number, withIds: boolean, seed: number): OrderActivity[] {
  const random = createRandom(seed);
  const customerCount = Math.max(1, Math.floor(count / ORDERS_PER_CUSTOMER));
  return Array.from({ length: count }, (_, number) => {
    const order = createOrder(customerIdOf(random.below(customerCount)), random);
    return withIds ? { ...order, id: orderIdOf(number) } : order;
  });
}

/** The id of order number `number`. */
export function orderIdOf(number: number): string {
  return `O-${number}`;
}

/** One order of a customer, somewhere in the days up to `AS_OF_DAY`. */
export function createOrder(customerId: string, random: Random): OrderActivity {
  const day = AS_OF_DAY - random.below(HISTORY_DAYS);
  const amountMinor = 500 + random.below(20_000);
  return {
    kind: "order",
    customerId,
    atMs: day * MILLISECONDS_PER_DAY + random.below(MILLISECONDS_PER_DAY),
    day,
    amountMinor,
    costMinor: Math.floor(amountMinor / 2),
  };
}
