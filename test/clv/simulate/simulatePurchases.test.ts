import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbdValues } from "../../../src/clv/bgNbd/parameters.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { gammaGamma } from "../../../src/clv/gammaGamma/predict.ts";
import { purchasesOf } from "../../../src/clv/purchases/purchasesOf.ts";
import { simulatePurchaseColumns } from "../../../src/clv/simulate/simulatePurchaseColumns.ts";
import { type PurchaseSimulation, simulatePurchases } from "../../../src/clv/simulate/simulatePurchases.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { isoDayOf, parseDay } from "../../../src/units/day.ts";

/** Weeks; slow enough that hardly two purchases fall on one day. */
const PARAMETERS = { r: 0.9, alpha: 18, a: 0.7, b: 1.8 };

const SPEND = { parameters: { p: 6.25, q: 3.74, v: 15.44 }, currency: "USD" };

const SHOP = {
  model: "bg-nbd",
  parameters: PARAMETERS,
  timeUnit: "week",
  customerCount: 6_000,
  acquisitionDays: 84,
  acquisitionEnd: "2024-03-24",
  observationEnd: "2025-06-30",
  seed: 5,
} as const;

const orders = simulatePurchases(SHOP);

function purchasesFrom(options: PurchaseSimulation) {
  const table = createActivityTable(simulatePurchases(options), { currency: "USD" });
  const { observationEnd, timeUnit } = options;
  return purchasesOf(table, { observationEnd, ...(timeUnit === undefined ? {} : { timeUnit }) });
}

describe("simulated orders", () => {
  test("come round and round on the days of acquisition, and never after the end", () => {
    const firsts = orders.filter(({ id }) => id?.endsWith("-1"));
    expect(firsts).toHaveLength(6_000);
    const start = parseDay("2024-01-01")!;
    for (const [index, { customerId, day }] of firsts.entries()) {
      expect(customerId).toBe(`c${index + 1}`);
      expect(day).toBe(start + (index % 84));
    }
    const last = Math.max(...orders.map(({ day }) => day));
    expect(last).toBeLessThanOrEqual(parseDay("2025-06-30")!);
    expect(last).toBeGreaterThan(parseDay("2025-06-20")!);
  });

  test("are on the day of their instant, rise, and are one a day", () => {
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
    for (const [index, { atMs, day, customerId, amountMinor }] of orders.entries()) {
      expect(new Date(atMs).toISOString().slice(0, 10)).toBe(isoDayOf(day));
      expect(amountMinor).toBe(0);
      const before = orders[index - 1];
      if (before?.customerId === customerId) expect(before.day).toBeLessThan(day);
    }
  });

  test("are those of the exact ages, by days", () => {
    const { repeats, lastAge, age, ids } = purchasesFrom(SHOP);
    const expected = bgNbd.expectation(bgNbdValues(PARAMETERS), 70);
    expect(ids).toHaveLength(6_000);
    expect(expected).toBeGreaterThan(1);
    let excess = 0;
    let square = 0;
    for (const [row, id] of ids.entries()) {
      const joined = (Number(id.slice(1)) - 1) % 84;
      expect(age[row]).toBeCloseTo((parseDay("2025-06-30")! - parseDay("2024-01-01")! - joined) / 7, 10);
      expect(lastAge[row]! <= age[row]!).toBe(true);
      const difference = repeats[row]! - bgNbd.expectation(bgNbdValues(PARAMETERS), age[row]!);
      excess += difference;
      square += difference * difference;
    }
    // two on one day are one: next to none here
    expect(Math.abs(excess) / Math.sqrt(square)).toBeLessThan(4);
  });

  test.each([5, 6, 7])("give a fit the parameters back through a table, seed %d", (seed) => {
    const { parameters, fit } = fitBgNbd(purchasesFrom({ ...SHOP, seed }));
    expect(fit.status).toBe("converged");
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const error = fit.standardErrors![name];
      expect(Math.abs(parameters[name] - PARAMETERS[name]) / error).toBeLessThan(4);
    }
  });

  test("lose what fast buyers buy twice a day", () => {
    // everybody alike, at one purchase a day
    const parameters = { r: 1e8, alpha: 1e8, s: 1e-3, beta: 1e9 };
    const shop = {
      model: "pareto-nbd",
      parameters,
      timeUnit: "day",
      customerCount: 40,
      acquisitionDays: 1,
      acquisitionEnd: "2024-12-31",
      observationEnd: "2025-12-31",
      seed: 2,
    } as const;
    const { repeats } = purchasesFrom(shop);
    const days = repeats.reduce((sum, count) => sum + count) / (40 * 365);
    expect(days).toBeCloseTo(1 - Math.exp(-1), 1);
    const exact = simulatePurchaseColumns({
      model: "pareto-nbd",
      parameters,
      age: new Float64Array(40).fill(365),
      seed: 2,
    });
    expect(exact.repeats.reduce((sum, count) => sum + count) / (40 * 365)).toBeCloseTo(1, 1);
  });

  test("begin on the last 365 days, in weeks, when nothing else is said", () => {
    const { customerCount, seed, model, parameters, observationEnd } = SHOP;
    const plain = simulatePurchases({ model, parameters, customerCount, seed, observationEnd });
    expect(plain[0]).toMatchObject({ customerId: "c1", day: parseDay("2024-07-01") });
    const inWeeks = { ...SHOP, acquisitionDays: 365, acquisitionEnd: observationEnd };
    expect(plain).toEqual(simulatePurchases(inWeeks));
  });

  test("depend on the unit of the parameters, and on its calendar", () => {
    const parameters = { ...PARAMETERS, alpha: PARAMETERS.alpha / 4 };
    const months = { ...SHOP, parameters, timeUnit: "month", calendar: { daysPerMonth: 28 } } as const;
    const days = (list: typeof orders) => list.map(({ day }) => day);
    const fromMonths = days(simulatePurchases(months));
    // the same to the rounding of an instant at midnight
    expect(fromMonths).toHaveLength(orders.length);
    expect(fromMonths.filter((day, index) => day !== orders[index]!.day).length).toBeLessThan(3);
    expect(days(simulatePurchases({ ...months, calendar: {} }))).not.toEqual(fromMonths);
  });

  test("are of nobody for no customers, and only first ones on the last day", () => {
    expect(simulatePurchases({ ...SHOP, customerCount: 0 })).toEqual([]);
    const { acquisitionEnd: observationEnd } = SHOP;
    const sameDay = { ...SHOP, observationEnd, acquisitionDays: 1, customerCount: 50 };
    const only = simulatePurchases(sameDay);
    expect(only.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `c${index + 1}-1`));
  });
});

describe("the same seed", () => {
  test("gives these orders in every version", () => {
    const spend = SPEND;
    const few = simulatePurchases({ ...SHOP, customerCount: 4, spend });
    expect(few.map(({ id, day, amountMinor }) => `${id} ${isoDayOf(day)} ${amountMinor}`)).toEqual([
      "c1-1 2024-01-01 1108",
      "c1-2 2024-06-03 2249",
      "c1-3 2024-11-18 1198",
      "c1-4 2025-04-10 3335",
      "c1-5 2025-05-02 1946",
      "c2-1 2024-01-02 6778",
      "c2-2 2024-01-29 6822",
      "c2-3 2024-03-05 4898",
      "c2-4 2025-03-30 4419",
      "c3-1 2024-01-03 1943",
      "c3-2 2024-05-18 3168",
      "c3-3 2024-08-13 1724",
      "c4-1 2024-01-04 1932",
      "c4-2 2024-08-14 1182",
    ]);
  });

  test("gives the same orders, and another seed others", () => {
    expect(simulatePurchases(SHOP)).toEqual(orders);
    expect(simulatePurchases({ ...SHOP, seed: 6 })).not.toEqual(orders);
  });

  test("gives more customers after the same earlier ones", () => {
    const few = simulatePurchases({ ...SHOP, customerCount: 200 });
    expect(few).toEqual(orders.slice(0, few.length));
  });

  test("goes on with the same lives when the observation is longer", () => {
    const longer = simulatePurchases({ ...SHOP, observationEnd: "2026-06-30" });
    expect(longer.length).toBeGreaterThan(orders.length);
    expect(longer.filter(({ day }) => day <= parseDay("2025-06-30")!)).toEqual(orders);
  });

  test.each([
    { model: "bg-nbd", parameters: PARAMETERS },
    { model: "mbg-nbd", parameters: PARAMETERS },
    { model: "pareto-nbd", parameters: { r: 0.9, alpha: 18, s: 0.9, beta: 30 } },
  ] as const)("tells $model the same lives as by exact ages", (simulated) => {
    const shop = { ...SHOP, acquisitionDays: 1, acquisitionEnd: "2024-07-01" };
    const byDays = purchasesFrom({ ...shop, ...simulated });
    expect(byDays.age[0]).toBe(52);
    const exact = simulatePurchaseColumns({ ...simulated, age: byDays.age, seed: SHOP.seed });
    let merged = 0;
    for (const [row, id] of byDays.ids.entries()) {
      expect(id).toBe(`c${row + 1}`);
      expect(byDays.lastAge[row]).toBe(Math.ceil(exact.lastAge[row]! * 7) / 7);
      expect(byDays.repeats[row]).toBeLessThanOrEqual(exact.repeats[row]!);
      merged += exact.repeats[row]! - byDays.repeats[row]!;
    }
    const total = exact.repeats.reduce((sum, count) => sum + count);
    expect(merged / total).toBeGreaterThan(0);
    expect(merged / total).toBeLessThan(0.03);
  });
});

describe("spend", () => {
  const paid = simulatePurchases({ ...SHOP, spend: SPEND });

  test("changes the amounts and nothing else", () => {
    expect(paid.map((order) => ({ ...order, amountMinor: 0 }))).toEqual(orders);
    expect(paid.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor >= 0)).toBe(true);
  });

  test("has the mean of the population in minor units, of customers alike", () => {
    const { meanSpend } = gammaGamma.populationMean(SPEND.parameters);
    const firsts = paid.filter(({ id }) => id?.endsWith("-1")).map(({ amountMinor }) => amountMinor / 100);
    const mean = firsts.reduce((sum, each) => sum + each) / firsts.length;
    const variance = firsts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / firsts.length;
    expect(Math.abs(mean - meanSpend!) / Math.sqrt(variance / firsts.length)).toBeLessThan(4);
    const even = { parameters: { p: 1e10, q: 1e10, v: 25 }, currency: "USD" };
    const alike = simulatePurchases({ ...SHOP, customerCount: 300, spend: even });
    expect(new Set(alike.map(({ amountMinor }) => amountMinor))).toEqual(new Set([2_500]));
    const dong = simulatePurchases({ ...SHOP, customerCount: 30, spend: { ...even, currency: "VND" } });
    expect(new Set(dong.map(({ amountMinor }) => amountMinor))).toEqual(new Set([25]));
  });

  test("is an amount that a table takes, even where no mean exists", () => {
    const spend = { parameters: { p: 1, q: 1e-4, v: 1 }, currency: "USD" };
    const wild = simulatePurchases({ ...SHOP, customerCount: 50, spend });
    expect(createActivityTable(wild, { currency: "USD" }).rowCount).toBe(wild.length);
    expect(wild.some(({ amountMinor }) => amountMinor === Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});

describe("refused", () => {
  test.each([
    [{ model: "bg-bb", parameters: { alpha: 1, beta: 1, gamma: 1, delta: 1 } }, ["model"]],
    [{ model: "sbg" }, ["model"]],
    [{ parameters: { ...PARAMETERS, b: -1 } }, ["parameters", "b"]],
    [{ parameters: { ...PARAMETERS, alpha: 1e-9 } }, ["parameters", "alpha"]],
    [{ timeUnit: "quarter" }, ["unit"]],
    [{ calendar: { daysPerYear: 0 }, timeUnit: "year" }, ["calendar", "year"]],
    [{ customerCount: -1 }, ["customerCount"]],
    [{ customerCount: Number.NaN }, ["customerCount"]],
    [{ observationEnd: "2025-02-30" }, ["observationEnd"]],
    [{ observationEnd: "2024-03-23" }, ["acquisitionEnd"]],
    [{ acquisitionEnd: 19_000 }, ["acquisitionEnd"]],
    [{ acquisitionDays: 0 }, ["acquisitionDays"]],
    [{ acquisitionDays: 1_000_000 }, ["acquisitionDays"]],
    [{ seed: "5" }, ["seed"]],
    [{ days: 5 }, ["days"]],
    [{ spend: SPEND.parameters }, ["spend", "p"]],
    [{ spend: { ...SPEND, parameters: { p: 1, q: 1 } } }, ["parameters", "v"]],
  ])("%j", (change, path) => {
    const options = { ...SHOP, ...change } as unknown as PurchaseSimulation;
    expect(() => simulatePurchases(options)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });

  test("a currency that is none", () => {
    const options = { ...SHOP, spend: { ...SPEND, currency: "usd" } };
    expect(() => simulatePurchases(options)).toThrow(expect.objectContaining({ code: "unknown_currency" }));
  });
});
