import { fc } from "@fast-check/vitest";
import type { Activity, ActivityKind } from "../../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY } from "../../../src/units/day.ts";

/** Days 0–120 keep windows, gaps and refunds in each other's reach. */
export const LAST_DAY = 120;

const CUSTOMERS = ["ann", "bob", "carl", "dan", "eve", "__proto__", "constructor"] as const;

/** A few ids only, so that duplicates, conflicts, and refunds of real and unknown orders all happen. */
const id = fc.option(fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), {
  nil: undefined,
  freq: 4,
});
const customerId = fc.constantFrom(...CUSTOMERS);
const someone = fc.option(customerId, { nil: undefined });
const day = fc.integer({ min: 0, max: LAST_DAY });
const amountMinor = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1_000_000 }));
const cost = fc.option(fc.integer({ min: 0, max: 700_000 }), { nil: undefined, freq: 3 });
const flag = fc.option(fc.boolean(), { nil: undefined });
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const contacts = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const target = fc.constantFrom("1", "2", "3", "4", "5", "unknown");

const bodies: Record<ActivityKind, fc.Arbitrary<Record<string, unknown>>> = {
  interest: fc.record({ customerId, channel: fc.constantFrom("call", undefined) }),
  order: fc.record({
    customerId,
    amountMinor,
    costMinor: cost,
    lines: fc.option(fc.constant([{ sku: "wash" }]), { nil: undefined }),
  }),
  refund: fc.record({ customerId: someone, orderId: target, amountMinor, costMinor: cost }),
  cancellation: fc.record({ customerId: someone, orderId: target }),
  membership: fc.record({ customerId, joined: fc.boolean() }),
  referral: fc.record({ customerId, prompted: flag, converted: flag, referredId: someone }),
  testimonial: fc.record({ customerId, rating }),
  review: fc.record({ customerId, rating }),
  social: fc.record({ customerId, rating }),
  survey: fc.oneof(
    fc.record({
      customerId,
      instrument: fc.constantFrom("nps", "intent"),
      score: fc.integer({ min: 0, max: 10 }),
    }),
    fc.record({
      customerId,
      instrument: fc.constantFrom("csat", "ces"),
      score: fc.integer({ min: 1, max: 5 }),
    }),
  ),
  complaint: fc.record({
    customerId,
    resolvedDay: fc.option(fc.integer({ min: 0, max: LAST_DAY + 20 }), { nil: undefined }),
    contacts,
  }),
  resolution: fc.record({ customerId: someone, complaintId: target, contacts }),
  market: fc.record({ customerId, targeted: flag, reachable: flag }),
  profile: fc.record({
    customerId,
    contactable: flag,
    birthday: fc.option(fc.constantFrom("1990-02-28", "02-29", "12-31"), { nil: undefined }),
    facts: fc.option(
      fc.dictionary(
        fc.constantFrom("vip", "score", "odd"),
        fc.oneof(fc.boolean(), fc.integer({ min: -5, max: 5 })),
      ),
      { nil: undefined },
    ),
  }),
  alias: fc.record({ customerId, otherId: customerId }),
};

/** How often each kind comes up: aliases are rare, or everybody would be one person. */
const WEIGHTS: Partial<Record<ActivityKind, number>> = { order: 8, refund: 4, alias: 1, membership: 3 };

const oneActivity: fc.Arbitrary<Activity> = fc.oneof(
  ...(Object.keys(bodies) as ActivityKind[]).map((kind) => ({
    weight: WEIGHTS[kind] ?? 2,
    arbitrary: fc
      .tuple(id, day, fc.constantFrom(0, 0, 1, 60_000), bodies[kind])
      .map(([activityId, onDay, ms, body]) =>
        withoutUndefined({ kind, id: activityId, ...momentOf(onDay, ms), ...body }),
      ),
  })),
);

function momentOf(onDay: number, ms: number) {
  return { atMs: onDay * MILLISECONDS_PER_DAY + ms, day: onDay };
}

function withoutUndefined(fields: Record<string, unknown>): Activity {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Activity;
}

/** What a small crowd did: every kind, repeats, conflicts, odd refunds, aliases, ids like `__proto__`. */
export const activityLists: fc.Arbitrary<Activity[]> = fc
  .tuple(fc.array(oneActivity, { maxLength: 60 }), fc.array(fc.nat(), { maxLength: 10 }))
  .map(([activities, repeats]) => [
    ...activities,
    ...repeats
      .flatMap((index) => activities[index % activities.length] ?? [])
      .filter((one) => one.id !== undefined),
  ]);

/** A list and another order of it. */
export const shuffledLists: fc.Arbitrary<readonly [Activity[], Activity[]]> = activityLists.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);

/** The same list with each activity assigned to one of three parts. */
export const splitLists: fc.Arbitrary<readonly [Activity[], Activity[][]]> = activityLists.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc
      .array(fc.nat({ max: 2 }), { minLength: list.length, maxLength: list.length })
      .map((parts) => [0, 1, 2].map((part) => list.filter((_, index) => parts[index] === part))),
  ),
);

/** A day to look from, sometimes before much of what happened. */
export const asOfDays: fc.Arbitrary<number> = fc.integer({ min: 20, max: LAST_DAY + 60 });
