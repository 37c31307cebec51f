import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { OrderActivity } from "../../src/customers/activity.ts";
import { activityTableOfOrders } from "../../src/customers/activityTableOfOrders.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";

const USD = { currency: "USD" };
const MILLISECONDS_PER_DAY = 86_400_000;

/** Few ids and days, so that repeats and conflicts happen; days far apart, so that they are sorted in many steps. */
const order = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
  customerId: fc.constantFrom("7", "42", "8", "4294967295", "0"),
  day: fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom(-100_000_000, -5_000, 4_095, 4_096, 20_000, 30_000),
  ),
  amountMinor: fc.constantFrom(0, 1, 250, Number.MAX_SAFE_INTEGER - 1_000),
  costMinor: fc.option(fc.constantFrom(0, 1, 100), { nil: undefined, freq: 4 }),
});
const lists = fc.array(order, { maxLength: 40 });

type Order = Omit<OrderActivity, "kind" | "atMs" | "costMinor"> & { costMinor: number | undefined };

function columnsOf(list: readonly Order[], withIds: boolean) {
  return {
    ...(withIds ? { ids: list.map(({ id }) => id as string) } : {}),
    days: Int32Array.from(list, ({ day }) => day),
    amountsMinor: Float64Array.from(list, ({ amountMinor }) => amountMinor),
    costsMinor: Float64Array.from(list, ({ costMinor }) => costMinor ?? Number.NaN),
  };
}

function activitiesOf(list: readonly Order[], withIds: boolean): OrderActivity[] {
  return list.map(({ id, costMinor, ...rest }) => ({
    kind: "order",
    ...rest,
    ...(withIds ? { id: id as string } : {}),
    ...(costMinor === undefined ? {} : { costMinor }),
    atMs: rest.day * MILLISECONDS_PER_DAY,
  }));
}

/** What a summary says, or with which code it refuses to. */
function outcomeOf(activities: ReturnType<typeof createActivityTable>, countFreeOrders: boolean): unknown {
  try {
    return summarizeCustomers(activities, {
      asOf: "2040-01-01",
      windowDays: 4_000,
      countFreeOrders,
      issueLimit: 99,
    });
  } catch (error) {
    return (error as { code: string; path: unknown }).code;
  }
}

describe("orders as columns", () => {
  test.prop([lists, fc.boolean(), fc.boolean()], { numRuns: 300 })(
    "law: columns of orders = orders as objects, for any form of customers",
    (list, withIds, countFreeOrders) => {
      const columns = columnsOf(list, withIds);
      const expected = createActivityTable(activitiesOf(list, withIds), USD);
      const ids = list.map(({ customerId }) => customerId);
      const distinct = ["none", ...new Set([...ids].reverse()), "0", "none"];
      const forms = [
        ids,
        Uint32Array.from(ids, Number),
        { codes: Uint32Array.from(ids, (id) => distinct.indexOf(id)), ids: distinct },
      ];
      for (const customers of forms) {
        const table = activityTableOfOrders({ ...columns, customers }, USD);
        expect(table).toEqual(expected);
        expect(outcomeOf(table, countFreeOrders)).toEqual(outcomeOf(expected, countFreeOrders));
      }
    },
  );

  test.prop([lists, fc.boolean()], { numRuns: 300 })(
    "law: days, first, last and distinct, are those of the plain program",
    (list, isSorted) => {
      const orders = isSorted ? [...list].sort((a, b) => a.day - b.day) : list;
      const small = orders.map((one) => ({ ...one, amountMinor: 1 }));
      const activities = createActivityTable(activitiesOf(small, false), USD);
      const { ids, columns } = summarizeCustomers(activities, { asOf: "2060-01-01", windowDays: 20_000 });
      const fromDay = 32_872 - 20_000 + 1;
      for (const [row, id] of ids.entries()) {
        const days = small.filter(({ customerId }) => customerId === id).map(({ day }) => day);
        expect(columns.firstOrderDay[row]).toBe(Math.min(...days));
        expect(columns.lastOrderDay[row]).toBe(Math.max(...days));
        expect(columns.orderDays[row]).toBe(new Set(days).size);
        expect(columns.recentOrderDays[row]).toBe(new Set(days.filter((day) => day >= fromDay)).size);
        expect(columns.orders[row]).toBe(days.length);
      }
    },
  );
});
