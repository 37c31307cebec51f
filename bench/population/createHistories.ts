import type { Activity } from "../../src/customers/activity.ts";
import type { CustomerHistory } from "../../src/customers/history.ts";
import { startHistory } from "../../src/customers/startHistory.ts";
import { MILLISECONDS_PER_DAY } from "../../src/units/day.ts";
import type { Instant } from "../../src/units/instant.ts";
import { anyInstant } from "./anyInstant.ts";
import { createOrder } from "./createOrders.ts";
import { createOtherActivity } from "./createOtherActivity.ts";
import { createRandom, type Random } from "./random.ts";
import { AS_OF_DAY, CURRENCY, customerIdOf } from "./setting.ts";

/** What a backend keeps: the history of every customer under the customer's id. */
export type Histories = ReadonlyMap<string, CustomerHistory>;

const MOST_ACTIVITIES = 10;

/** `customerCount` histories of one to ten activities, half of them orders; all have ids. */
export function createHistories(customerCount: number, seed: number): Histories {
  const random = createRandom(seed);
  const histories = new Map<string, CustomerHistory>();
  for (let code = 0; code < customerCount; code += 1) {
    const customerId = customerIdOf(code);
    const length = 1 + random.below(MOST_ACTIVITIES);
    const activities = Array.from({ length }, (_, index) =>
      createStep(customerId, code * MOST_ACTIVITIES + index, anyInstant(random), random),
    );
    histories.set(customerId, { ...startHistory({ customerId, currency: CURRENCY }), activities });
  }
  return histories;
}

/** The same activities one by one, without a history around them. */
export function* createSteps(customerCount: number, seed: number): Generator<Activity> {
  const random = createRandom(seed);
  for (let code = 0; code < customerCount; code += 1) {
    const length = 1 + random.below(MOST_ACTIVITIES);
    for (let index = 0; index < length; index += 1) {
      yield createStep(customerIdOf(code), code * MOST_ACTIVITIES + index, anyInstant(random), random);
    }
  }
}

/**
 * `count` activities that come in, each of another customer in random order; at most one for each customer. Batch 0, 1, 2 …
 * have ids of their own. Nine of ten happen now, on the last day and one after the other; the tenth comes late, from
 * anywhere in a history.
 */
export function createArrivals(customerCount: number, count: number, seed: number, batch = 0): Activity[] {
  const random = createRandom(seed + batch);
  const length = Math.min(count, customerCount);
  const firstNumber = customerCount * MOST_ACTIVITIES + batch * length;
  const stride = Math.floor(customerCount / length);
  return Array.from({ length }, (_, index) => {
    const customerId = customerIdOf(((index * LARGE_PRIME) % length) * stride + random.below(stride));
    const atMs = AS_OF_DAY * MILLISECONDS_PER_DAY + batch * length + index;
    const instant = index % LATE_EVERY === 0 ? anyInstant(random) : { atMs, day: AS_OF_DAY };
    return createStep(customerId, firstNumber + index, instant, random);
  });
}

const LATE_EVERY = 10;

/** Shares no factor with a count below it, so its multiples visit every remainder once. */
const LARGE_PRIME = 1_000_003;

function createStep(customerId: string, number: number, instant: Instant, random: Random): Activity {
  if (random.chance(0.5)) return createOtherActivity(customerId, number, instant, random);
  return createOrder(customerId, `O-${number}`, instant, random);
}
