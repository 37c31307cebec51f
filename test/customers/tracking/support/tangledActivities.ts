import { fc } from "@fast-check/vitest";
import type { Activity } from "../../../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY } from "../../../../src/units/day.ts";

const id = fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined, freq: 5 });
const customerId = fc.constantFrom("a", "b", "c", "d", "e");
const someone = fc.option(customerId, { nil: undefined });
const target = fc.constantFrom("1", "2", "3");
const amountMinor = fc.constantFrom(0, 1, 1, 2, 50);
const costMinor = fc.constantFrom(undefined, 0, 1, 30);

const bodies = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("order"), customerId, amountMinor, costMinor }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("refund"),
      customerId: someone,
      orderId: target,
      amountMinor,
      costMinor,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cancellation"), customerId: someone, orderId: target }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("complaint"),
      customerId,
      resolvedDay: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      contacts: fc.constantFrom(undefined, 1, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("resolution"),
      customerId: someone,
      complaintId: target,
      contacts: fc.constantFrom(undefined, 1, 2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("alias"), customerId, otherId: customerId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("interest"), customerId }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("profile"),
      customerId,
      contactable: fc.constantFrom(undefined, true, false),
      birthday: fc.constantFrom(undefined, "02-28", "12-31"),
    }),
  },
);

/** Few ids and few days: the same id under several people, aliases that join and conflict, much that comes late. */
export const tangledLists: fc.Arbitrary<Activity[]> = fc.array(
  fc.tuple(id, fc.integer({ min: 0, max: 8 }), bodies).map(([activityId, day, body]) => {
    const said = Object.entries({ ...body, id: activityId, day, atMs: day * MILLISECONDS_PER_DAY });
    return Object.fromEntries(said.filter(([, value]) => value !== undefined)) as unknown as Activity;
  }),
  { maxLength: 30 },
);
