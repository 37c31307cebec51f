import type { Activity, OrderActivity, RefundActivity } from "../../src/customers/activity.ts";
import { anyInstant } from "./anyInstant.ts";
import { createOrders, ORDERS_PER_CUSTOMER, orderIdOf } from "./createOrders.ts";
import { createOtherActivity } from "./createOtherActivity.ts";
import { createRandom, type Random } from "./random.ts";
import { AS_OF_DAY, customerIdOf } from "./setting.ts";

/** Shares of all activities; what is left are interests, surveys, memberships and so on. */
const SHARES = {
  orders: 0.6,
  laterOrders: 0.005,
  repeats: 0.03,
  conflicts: 0.002,
  refunds: 0.04,
  cancellations: 0.01,
  aliases: 0.01,
} as const;

/**
 * `count` activities of every kind, as a shop's log has them: activities that come twice, ids with two
 * contents, refunds (part, whole, above the order, of unknown orders), cancellations, aliases, orders after
 * the day that is asked about. In random order of arrival.
 */
export function createActivities(count: number, seed: number): Activity[] {
  const random = createRandom(seed);
  const share = (name: keyof typeof SHARES) => Math.floor(count * SHARES[name]);
  const orders = createOrders(share("orders"), true, seed);
  const anyOrder = () => orders[random.below(orders.length)]!;
  const customerCount = Math.max(1, Math.floor(orders.length / ORDERS_PER_CUSTOMER));
  const anyCustomer = () => customerIdOf(random.below(customerCount));
  const activities: Activity[] = [...orders];
  const add = (howMany: number, create: (number: number) => Activity) => {
    for (let number = 0; number < howMany; number += 1) activities.push(create(number));
  };
  add(share("laterOrders"), (number) => copyOf(anyOrder(), { id: `later-${number}`, day: AS_OF_DAY + 1 }));
  add(share("conflicts"), () => copyOf(anyOrder(), { amountMinor: 1 }));
  add(share("refunds"), (number) => createRefund(anyOrder(), number, orders.length, random));
  add(share("cancellations"), (number) => cancellationOf(anyOrder(), number));
  add(share("aliases"), (number) => aliasOf(anyCustomer(), anyCustomer(), number));
  add(share("repeats"), () => structuredClone(activities[random.below(activities.length)]!));
  add(count - activities.length, (number) =>
    createOtherActivity(anyCustomer(), number, anyInstant(random), random),
  );
  return shuffle(activities, random);
}

/** An order with other values, of the same hidden class. */
function copyOf(order: OrderActivity, { id, day, amountMinor }: Partial<OrderActivity>): OrderActivity {
  return {
    kind: "order",
    id: id ?? (order.id as string),
    customerId: order.customerId,
    atMs: order.atMs,
    day: day ?? order.day,
    amountMinor: amountMinor ?? order.amountMinor,
    costMinor: order.costMinor as number,
  };
}

/** Half of the refunds are whole; of 50, one bears the id of another, and one names an order that nobody knows. */
function createRefund(
  order: OrderActivity,
  number: number,
  orderCount: number,
  random: Random,
): RefundActivity {
  return {
    kind: "refund",
    id: `R-${number % 50 === 24 ? number - 1 : number}`,
    customerId: order.customerId,
    atMs: order.atMs + 1,
    day: order.day,
    orderId: number % 50 === 49 ? orderIdOf(orderCount + number) : (order.id as string),
    amountMinor: random.chance(0.5) ? order.amountMinor : random.below(order.amountMinor * 2),
  };
}

function cancellationOf({ id, customerId, atMs, day }: OrderActivity, number: number): Activity {
  return { kind: "cancellation", id: `X-${number}`, customerId, atMs, day, orderId: id as string };
}

function aliasOf(customerId: string, otherId: string, number: number): Activity {
  return { kind: "alias", id: `A-${number}`, customerId, atMs: 0, day: 0, otherId };
}

/** Fisher and Yates. */
function shuffle<T>(list: T[], random: Random): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}
