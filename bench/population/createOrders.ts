import type { OrderActivity } from "../../src/customers/activity.ts";
import type { Instant } from "../../src/units/instant.ts";
import { anyInstant } from "./anyInstant.ts";
import { createRandom, type Random } from "./random.ts";
import { customerIdOf } from "./setting.ts";

/** Orders per customer: with a million orders, 100,000 customers. */
export const ORDERS_PER_CUSTOMER = 10;

/**
 * `count` orders in random order, each with a cost. Every row has a text of its own as customer id, as read
 * from a file, and an order id where `withIds` says so.
 */
export function createOrders(count: number, withIds: boolean, seed: number): OrderActivity[] {
  const random = createRandom(seed);
  const customerCount = Math.max(1, Math.floor(count / ORDERS_PER_CUSTOMER));
  return Array.from({ length: count }, (_, number) => {
    const customerId = customerIdOf(random.below(customerCount));
    return createOrder(customerId, withIds ? orderIdOf(number) : undefined, anyInstant(random), random);
  });
}

/** The id of order number `number`. */
export function orderIdOf(number: number): string {
  return `O-${number}`;
}

/**
 * One order of a customer. Written as one literal: objects that were spread into each other have a hidden class
 * each, which no backend's own objects have.
 */
export function createOrder(
  customerId: string,
  id: string | undefined,
  { atMs, day }: Instant,
  random: Random,
): OrderActivity {
  const amountMinor = 500 + random.below(20_000);
  const costMinor = Math.floor(amountMinor / 2);
  if (id === undefined) return { kind: "order", customerId, atMs, day, amountMinor, costMinor };
  return { kind: "order", id, customerId, atMs, day, amountMinor, costMinor };
}
