import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { OrderBatch } from "../../src/customers/orders/orderBatch.ts";
import { summarizeOrders } from "../../src/customers/summarizeOrders.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { columnsOf, differenceOf, FORMS, fullTableOf, type OrderRow } from "./orders/support/orderRows.ts";

const key = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom(4_294_967_295, 4_294_967_294, 2_147_483_648, 2 ** 24, 4096, 4095),
);
/** Most days are near each other; some are far beyond what a key of a staged row can name. */
const day = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 1, arbitrary: fc.constantFrom(-100_000_000, -719_528, -25_567, 2_932_896, 100_000_000) },
);
const amountMinor = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 100_000 }));
const costMinor = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 80_000 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const rows: fc.Arbitrary<OrderRow[]> = fc.array(fc.record({ key, day, amountMinor, costMinor }), {
  maxLength: 60,
});
const asOf = fc.constantFrom(20, 60, 90, 100, 2_932_896).map(isoDayOf);
const settings = fc.record({
  asOf,
  windowDays: fc.constantFrom(1, 7, 30, 365, 100_000),
  countFreeOrders: fc.boolean(),
});

/** A list of rows cut into batches, empty ones among them, each with a form and with or without costs. */
const batches = rows.chain((list) =>
  fc.record({
    list: fc.constant(list),
    cuts: fc.array(fc.nat({ max: list.length }), { maxLength: 5 }),
    withCosts: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  }),
);

function partsOf(list: readonly OrderRow[], cuts: readonly number[]): OrderRow[][] {
  const ends = [...cuts].sort((one, other) => one - other);
  return [...ends, list.length].map((end, index) => list.slice(index === 0 ? 0 : ends[index - 1], end));
}

describe("summarizeOrders = summarizeCustomers on orders alone", () => {
  const RUNS = { numRuns: 300 };

  test.prop([rows, settings, fc.constantFrom(...FORMS)], RUNS)(
    "in one batch, of every form",
    (list, options, form) => {
      const summary = summarizeOrders(columnsOf(list, form), { ...options, currency: "USD" });
      expect(differenceOf(summary.table, fullTableOf(list, options))).toBeUndefined();
      const later = list.filter((row) => isoDayLater(row.day, options.asOf)).length;
      expect(summary.laterCount).toBe(later);
      expect(summary.orderCount + summary.freeCount).toBe(list.length - later);
    },
  );

  test.prop([rows, settings, fc.constantFrom(...FORMS)], RUNS)(
    "in the order of days",
    (list, options, form) => {
      const sorted = [...list].sort((one, other) => one.day - other.day);
      const full = fullTableOf(list, options);
      const own = { ...options, currency: "USD" };
      expect(differenceOf(summarizeOrders(columnsOf(sorted, form), own).table, full)).toBeUndefined();
      const one = sorted.map((row) => columnsOf([row], form));
      expect(differenceOf(summarizeOrders(one, { ...own, inDayOrder: true }).table, full)).toBeUndefined();
    },
  );

  test.prop([batches, settings, fc.constantFrom(...FORMS)], RUNS)(
    "in any batches, some without costs, from memory and from a stream",
    async ({ list, cuts, withCosts }, options, form) => {
      const parts = partsOf(list, cuts);
      const columns = parts.map((part, index) => columnsOf(part, form, withCosts[index]));
      const known = parts.flatMap((part, index) =>
        part.map((row) => (withCosts[index] === true ? row : { ...row, costMinor: Number.NaN })),
      );
      const full = fullTableOf(known, options);
      const own = { ...options, currency: "USD" };
      expect(differenceOf(summarizeOrders(columns, own).table, full)).toBeUndefined();
      expect(differenceOf((await summarizeOrders(streamOf(columns), own)).table, full)).toBeUndefined();
    },
  );
});

function isoDayLater(day: number, asOf: string): boolean {
  return day > Date.parse(asOf) / 86_400_000;
}

async function* streamOf(columns: readonly OrderBatch[]): AsyncGenerator<OrderBatch> {
  for (const batch of columns) yield batch;
}
