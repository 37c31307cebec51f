import { describe, expect, test } from "vitest";
import { ALL_SCALES, VALUE_SCALE } from "../../bench/cases/scales.ts";
import { createActivities } from "../../bench/population/createActivities.ts";
import { createCustomers } from "../../bench/population/createCustomers.ts";
import { createArrivals, createHistories, createSteps } from "../../bench/population/createHistories.ts";
import { createOrderColumns, idsOfCodes } from "../../bench/population/createOrderColumns.ts";
import { createOrders } from "../../bench/population/createOrders.ts";
import { createPopulation } from "../../bench/population/createPopulation.ts";
import { createRawRows } from "../../bench/population/createRawRows.ts";
import { plainRows } from "../../bench/population/plainRows.ts";
import { createRandom } from "../../bench/population/random.ts";
import { AS_OF, AS_OF_DAY, CURRENCY, WINDOW_FROM_DAY } from "../../bench/population/setting.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { BUILTIN_FACTS } from "../../src/customers/facts.ts";
import { windowOf } from "../../src/customers/rules/window.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { OFF_SCALE } from "../../src/scales/placement.ts";

describe("random numbers", () => {
  test("the same seed gives the same numbers, another seed others", () => {
    const draw = (seed: number) => {
      const { next } = createRandom(seed);
      return Array.from({ length: 5 }, next);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test("they spread evenly from 0 up to 1", () => {
    const { next, below, chance } = createRandom(7);
    const counts = new Uint32Array(10);
    for (let draw = 0; draw < 100_000; draw += 1) counts[Math.floor(next() * 10)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(9_500);
    expect(Math.max(...counts)).toBeLessThan(10_500);
    expect(new Set(Array.from({ length: 100 }, () => below(3)))).toEqual(new Set([0, 1, 2]));
    expect([chance(0), chance(1)]).toEqual([false, true]);
  });
});

describe("customers to classify", () => {
  const table = createCustomers(5_000, 1);

  test("are as many as asked for, and the same for one seed", () => {
    expect(table.rowCount).toBe(5_000);
    expect(createCustomers(5_000, 1)).toEqual(table);
    expect(createCustomers(5_000, 2).columns).not.toEqual(table.columns);
  });

  test.each(ALL_SCALES.map((scale) => [scale.name, scale] as const))(
    "stand on every step of %s, and off it",
    (_, scale) => {
      const { step } = classifyTable(table, scale);
      expect(new Set(step)).toEqual(new Set([...scale.steps.keys(), OFF_SCALE]));
    },
  );

  test("are rows of one shape with every fact", () => {
    const rows = plainRows(table);
    const shapes = new Set(rows.map((row) => Object.keys(row).join()));
    const fields = [...BUILTIN_FACTS.values()].map(({ field }) => field);
    expect(shapes.size).toBe(1);
    expect(Object.keys(rows[0]!).sort()).toEqual(fields.sort());
    expect(rows[7]!.revenueMinor).toBe(table.columns.revenueMinor[7]);
  });
});

describe("a population of any size", () => {
  const fields = new Set(["rhythm", "profitMinor"]);
  const all = new Set([...fields, "revenueMinor", "recentRevenueMinor", "tenureYears"]);

  test("has the people of createCustomers, and only the columns that are asked for", () => {
    const population = createPopulation(500, 1, fields);
    const customers = createCustomers(500, 1);
    expect(population.rowCount).toBe(500);
    for (const [field, column] of Object.entries(population.columns)) {
      const expected = customers.columns[field as keyof typeof customers.columns];
      expect(column).toEqual(fields.has(field) ? expected : expected.slice(0, 0));
    }
    expect(population.ownFacts.get("tenureYears")?.values).toHaveLength(0);
  });

  test("stands on every step of the value scale, and off it; its own fact is missing somewhere", () => {
    const population = createPopulation(5_000, 1, all);
    const { step } = classifyTable(population, VALUE_SCALE);
    expect(new Set(step)).toEqual(new Set([...VALUE_SCALE.steps.keys(), OFF_SCALE]));
    for (const { values } of population.ownFacts.values()) {
      expect(values.some(Number.isNaN)).toBe(true);
      expect(values.some((value) => !Number.isNaN(value))).toBe(true);
    }
  });

  test("beyond as many as differ is the same people again", () => {
    const { columns, rowCount } = createPopulation(210, 1, new Set(["orders"]), 100);
    expect([rowCount, columns.orders.length]).toEqual([210, 210]);
    expect(columns.orders.slice(100, 200)).toEqual(columns.orders.slice(0, 100));
    expect(columns.orders.slice(200)).toEqual(columns.orders.slice(0, 10));
  });
});

describe("orders as columns", () => {
  test("are ten to a customer, the same for one seed, and lie in the days up to today", () => {
    const orders = createOrderColumns(5_000, 2);
    expect(createOrderColumns(5_000, 2)).toEqual(orders);
    expect(createOrderColumns(5_000, 3)).not.toEqual(orders);
    expect(orders.customerCount).toBe(500);
    expect(new Set(orders.codes).size).toBe(500);
    expect(Math.max(...orders.codes)).toBe(499);
    expect(Math.max(...orders.days)).toBeLessThanOrEqual(AS_OF_DAY);
    expect(orders.days.some((day) => day < WINDOW_FROM_DAY)).toBe(true);
    expect(idsOfCodes(Uint32Array.of(0, 12))).toEqual(["C-00000000", "C-00000012"]);
  });

  test("the window begins where the library's begins", () => {
    expect(WINDOW_FROM_DAY).toBe(windowOf(AS_OF, undefined).fromDay);
  });

  test("as raw rows say the same in days and major units", () => {
    const orders = createOrders(50, true, 6);
    const texts = createRawRows(50, "text", 6);
    const numbers = createRawRows(50, "number", 6);
    expect(texts.map(({ id }) => id)).toEqual(orders.map(({ id }) => id));
    expect(texts.every(({ amount }) => /^\d+\.\d\d$/.test(String(amount)))).toBe(true);
    const inMinor = (rows: typeof texts) => rows.map(({ amount }) => Math.round(Number(amount) * 100));
    expect(inMinor(texts)).toEqual(orders.map(({ amountMinor }) => amountMinor));
    expect(inMinor(numbers)).toEqual(inMinor(texts));
  });
});

describe("activities to summarise", () => {
  test("orders have ids where asked for, and all count", () => {
    const plain = createOrders(1_000, false, 2);
    const numbered = createOrders(1_000, true, 2);
    expect(plain.every(({ id }) => id === undefined)).toBe(true);
    expect(new Set(numbered.map(({ id }) => id)).size).toBe(1_000);
    expect(numbered.map(({ id, ...order }) => order)).toEqual(plain);
    expect(Math.max(...plain.map(({ day }) => day))).toBeLessThanOrEqual(AS_OF_DAY);
  });

  test("everything has every kind and every trouble, and the same for one seed", () => {
    const activities = createActivities(20_000, 3);
    const table = createActivityTable(activities, { currency: CURRENCY });
    const { issues, rowCount } = summarizeCustomers(table, { asOf: AS_OF, issueLimit: 100_000 });
    expect(activities).toHaveLength(20_000);
    expect(createActivities(20_000, 3)).toEqual(activities);
    expect(Object.entries(table.kinds).filter(([, { count }]) => count === 0)).toEqual([]);
    expect(new Set(issues.map(({ code }) => code))).toEqual(
      new Set([
        "conflicting_activity",
        "refund_above_order",
        "refund_of_unknown_order",
        "resolution_of_unknown_complaint",
      ]),
    );
    expect(rowCount).toBeLessThan(table.customerIds.length); // aliases join some
    expect(activities.some(({ day }) => day > AS_OF_DAY)).toBe(true);
  });
});

describe("histories to add to", () => {
  const histories = createHistories(100, 4);

  test("are one to ten activities of the customer whose they are", () => {
    expect(histories.size).toBe(100);
    for (const [customerId, { activities }] of histories) {
      expect(activities.length).toBeGreaterThanOrEqual(1);
      expect(activities.length).toBeLessThanOrEqual(10);
      expect(new Set(activities.map((activity) => activity.customerId))).toEqual(new Set([customerId]));
    }
  });

  test("can be had one activity after the other", () => {
    expect([...createSteps(100, 4)]).toEqual([...histories.values()].flatMap(({ activities }) => activities));
  });

  test("get batch after batch of arrivals, no two with one id", () => {
    const batches = [0, 1, 2].map((batch) => createArrivals(100, 40, 5, batch));
    const known = [...createSteps(100, 4)];
    const ids = [...known, ...batches.flat()].map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([10, 33, 100, 1_000])("of %i arrivals each is another known customer's", (count) => {
    const arrivals = createArrivals(100, count, 5);
    const customers = new Set(arrivals.map(({ customerId }) => customerId as string));
    expect(arrivals).toHaveLength(Math.min(count, 100));
    expect(customers.size).toBe(arrivals.length);
    expect([...customers].filter((id) => !histories.has(id))).toEqual([]);
  });
});
