import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { ltvToCac } from "../../../src/clv/values/ltvToCac.ts";
import { type PaybackInputs, paybackMonths } from "../../../src/clv/values/paybackMonths.ts";
import { type BudgetInputs, splitBudget } from "../../../src/clv/values/splitBudget.ts";

describe("lifetime value to acquisition cost", () => {
  test("is a ratio, and none without a cost", () => {
    expect(ltvToCac(-30, 120)).toEqual({ ratio: -0.25, reason: null });
    expect(ltvToCac(0, 0)).toEqual({ ratio: null, reason: "no_cost" });
    expect(ltvToCac(1e300, 1e-300)).toEqual({ ratio: null, reason: "no_cost" });
  });

  test.each([
    [Number.NaN, 1, "lifetimeValue"],
    [1, -1, "acquisitionCost"],
    [1, Infinity, "acquisitionCost"],
  ])("refuses %d to %d", (value, cost, name) => {
    expect(() => ltvToCac(value, cost)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: [name] }),
    );
  });
});

describe("payback", () => {
  const months = (inputs: PaybackInputs) => paybackMonths(inputs).months;

  test("is the first month by which margins cover the cost", () => {
    expect(months({ acquisitionCost: 90, monthlyMargin: 30 })).toBe(3);
    expect(months({ acquisitionCost: 91, monthlyMargin: 30 })).toBe(4);
    expect(months({ acquisitionCost: 10, monthlyMargin: 30, monthlyRetention: 0 })).toBe(1);
    expect(months({ acquisitionCost: 30, monthlyMargin: 30, monthlyRetention: 0 })).toBe(1);
    expect(months({ acquisitionCost: 0, monthlyMargin: -5 })).toBe(0);
    expect(months({ acquisitionCost: 50, monthlyMargin: [-10, 30, 30] })).toBe(3);
  });

  test("is never where margins do not add up to the cost", () => {
    const never = { months: null, reason: "never" };
    expect(paybackMonths({ acquisitionCost: 10, monthlyMargin: 0 })).toEqual(never);
    expect(paybackMonths({ acquisitionCost: 10, monthlyMargin: -1 })).toEqual(never);
    expect(paybackMonths({ acquisitionCost: 10, monthlyMargin: -1, monthlyRetention: 0.5 })).toEqual(never);
    expect(paybackMonths({ acquisitionCost: 60, monthlyMargin: 30, monthlyRetention: 0.5 })).toEqual(never);
    expect(paybackMonths({ acquisitionCost: 61, monthlyMargin: 30, monthlyRetention: 0 })).toEqual(never);
  });

  test("is beyond the horizon where the given months do not reach it", () => {
    const payback = paybackMonths({ acquisitionCost: 100, monthlyMargin: Float64Array.of(50, 49.99) });
    expect(payback).toEqual({ months: null, reason: "beyond_horizon" });
  });

  property.prop([
    fc.double({ min: 1, max: 1000, noNaN: true }),
    fc.double({ min: 1, max: 100, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  ])(
    "with constant retention is that of its margins month by month",
    (acquisitionCost, margin, monthlyRetention) => {
      const margins = Array.from({ length: 2000 }, (_, month) => margin * monthlyRetention ** month);
      const one = paybackMonths({ acquisitionCost, monthlyMargin: margin, monthlyRetention }).months;
      const other = months({ acquisitionCost: acquisitionCost * (1 - 1e-9), monthlyMargin: margins });
      const later = months({ acquisitionCost: acquisitionCost * (1 + 1e-9), monthlyMargin: margins });
      expect([other, later]).toContain(one);
    },
  );

  test.each<[object, (string | number)[]]>([
    [{ acquisitionCost: -1 }, ["acquisitionCost"]],
    [{ monthlyRetention: 1.5 }, ["monthlyRetention"]],
    [{ monthlyMargin: Number.NaN }, ["monthlyMargin"]],
    [{ monthlyMargin: [1, Number.NaN] }, ["monthlyMargin", 1]],
    [{ margin: 1 }, ["margin"]],
  ])("refuses %j", (wrong, path) => {
    expect(() => paybackMonths({ acquisitionCost: 50, monthlyMargin: 5, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

describe("the budget between winning and keeping", () => {
  const inputs: BudgetInputs = {
    acquisition: { people: 1000, spendPerPerson: 5, rate: 0.04, ceiling: 0.1, value: 300 },
    retention: { people: 400, spendPerPerson: 10, rate: 0.7, rateWithout: 0.5, ceiling: 0.8, value: 250 },
  };

  /** What a split brings, straight from the curves of Blattberg and Deighton. */
  const worth = (acquisitionSpend: number, retentionSpend: number) => {
    const won = 1000 * 0.1 * (1 - (0.06 / 0.1) ** (acquisitionSpend / 1000 / 5));
    const kept = 400 * (0.8 - 0.3 * (0.1 / 0.3) ** (retentionSpend / 400 / 10));
    return 300 * won + 250 * kept;
  };

  test.each([100, 3000, 10_000, 18_000])("of %d brings more than any other split", (budget) => {
    const { acquisition, retention, unspent, marginalReturn } = splitBudget({ ...inputs, budget });
    expect(acquisition.spend + retention.spend).toBeCloseTo(budget, 6);
    expect(unspent).toBe(0);
    expect(marginalReturn).toBeGreaterThan(1);
    const best = worth(acquisition.spend, retention.spend);
    for (let share = 0; share <= 1; share += 0.01) {
      expect(worth(share * budget, (1 - share) * budget)).toBeLessThanOrEqual(best + 1e-9);
    }
  });

  test("today's spend gives today's rates, and people are spend and rate times their number", () => {
    const { acquisition, retention } = splitBudget({ ...inputs, budget: 9000 });
    expect(acquisition.spend).toBeCloseTo(1000 * acquisition.spendPerPerson, 9);
    expect(acquisition.people).toBeCloseTo(1000 * acquisition.rate, 9);
    expect(acquisition.rate).toBeCloseTo(0.1 * (1 - 0.6 ** (acquisition.spendPerPerson / 5)), 12);
    expect(retention.rate).toBeCloseTo(0.8 - 0.3 * (1 / 3) ** (retention.spendPerPerson / 10), 12);
  });

  test("without a limit ends where a unit of money brings back just itself", () => {
    const { acquisition, retention, unspent, marginalReturn } = splitBudget(inputs);
    expect(marginalReturn).toBe(1);
    expect(unspent).toBe(0);
    const [won, kept] = [acquisition.spend, retention.spend];
    expect(worth(won + 1e-3, kept) - worth(won, kept)).toBeCloseTo(1e-3, 6);
    expect(worth(won, kept + 1e-3) - worth(won, kept)).toBeCloseTo(1e-3, 6);
    const rich = splitBudget({ ...inputs, budget: won + kept + 500 });
    expect(rich.unspent).toBeCloseTo(500, 6);
    expect(rich.acquisition).toEqual(acquisition);
  });

  test("gives nothing to what does not pay", () => {
    const acquisition = { ...inputs.acquisition, value: 10 };
    const split = splitBudget({ ...inputs, acquisition, budget: 1000 });
    expect(split.acquisition).toEqual({ spend: 0, spendPerPerson: 0, rate: 0, people: 0 });
    expect(split.retention.spend).toBeCloseTo(1000, 6);
    const neither = splitBudget({ acquisition, retention: { ...inputs.retention, value: 1 }, budget: 1000 });
    expect(neither).toMatchObject({ unspent: 1000, marginalReturn: 1, retention: { spend: 0, rate: 0.5 } });
  });

  test("of nothing leaves what comes by itself", () => {
    expect(splitBudget({ ...inputs, budget: 0 }).retention.people).toBeCloseTo(200, 9);
  });

  test.each<[object, (string | number)[]]>([
    [{ budget: -1 }, ["budget"]],
    [{ acquisition: { ...inputs.acquisition, people: 0 } }, ["acquisition", "people"]],
    [{ acquisition: { ...inputs.acquisition, spendPerPerson: 0 } }, ["acquisition", "spendPerPerson"]],
    [{ retention: { ...inputs.retention, value: Infinity } }, ["retention", "value"]],
    [{ retention: { ...inputs.retention, rate: 0.8 } }, ["retention", "rate"]],
    [{ retention: { ...inputs.retention, rateWithout: 0.7 } }, ["retention", "rate"]],
    [{ retention: { ...inputs.retention, ceiling: 1.1 } }, ["retention", "rate"]],
    [{ retention: { ...inputs.retention, rateWithout: -0.1 } }, ["retention", "rate"]],
    [{ retention: { ...inputs.retention, costs: 1 } }, ["retention", "costs"]],
    [{ costs: 1 }, ["costs"]],
  ])("refuses %j", (wrong, path) => {
    expect(() => splitBudget({ ...inputs, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});
