import { fc } from "@fast-check/vitest";
import type { Activity } from "../../../../src/customers/activity.ts";
import { createActivityTable } from "../../../../src/customers/createActivityTable.ts";
import type { CustomerTable } from "../../../../src/customers/customerTable.ts";
import { summarizeCustomers } from "../../../../src/customers/summarizeCustomers.ts";
import { isoDayOf, MILLISECONDS_PER_DAY } from "../../../../src/units/day.ts";
import { activityLists } from "../../../customers/support/arbitraryActivities.ts";

/** What profiles state in the generated activities. */
export const OWN_FACTS = { vip: "flag", score: "number" } as const;

const LAST_DAY = 120;

/** Few people who buy often, at a loss too, and send some of it back: what the general crowd rarely does. */
const buyers: fc.Arbitrary<Activity[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom("ann", "bob"),
      day: fc.oneof(fc.nat({ max: LAST_DAY }), fc.constantFrom(10, 20, 30, 40)),
      amountMinor: fc.constantFrom(0, 100, 150, 10_000),
      costMinor: fc.constantFrom(0, 50, 150, 20_000, undefined),
      refundMinor: fc.constantFrom(0, 0, 0, 50, 150),
    }),
    { maxLength: 14 },
  )
  .map((orders) =>
    orders.flatMap(({ refundMinor, costMinor, ...order }, index) => {
      const atMs = order.day * MILLISECONDS_PER_DAY;
      const cost = costMinor === undefined ? {} : { costMinor };
      const id = `buyer ${index}`;
      const refund = { kind: "refund", orderId: id, day: order.day, atMs, amountMinor: refundMinor } as const;
      const bought: Activity = { kind: "order", id, atMs, ...order, ...cost };
      return refundMinor === 0 ? [bought] : [bought, refund];
    }),
  );

/** Tables as a summary makes them, of crowds that did all kinds of things; the window is 1 to 90 days. */
export const summarizedTables: fc.Arbitrary<CustomerTable> = fc
  .record({
    activities: fc.tuple(activityLists, buyers).map((lists) => lists.flat()),
    asOfDay: fc.integer({ min: 20, max: LAST_DAY + 60 }),
    windowDays: fc.integer({ min: 1, max: 90 }),
    minimumGapDays: fc.constantFrom(0.5, 7, 30),
  })
  .map(({ activities, asOfDay, windowDays, minimumGapDays }) =>
    summarizeCustomers(createActivityTable(activities, { currency: "USD" }), {
      asOf: isoDayOf(asOfDay),
      windowDays,
      minimumGapDays,
      ownFacts: OWN_FACTS,
    }),
  );
