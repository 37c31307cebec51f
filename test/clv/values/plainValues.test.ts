import { describe, expect, test } from "vitest";
import { daysPer } from "../../../src/clv/values/calendar.ts";
import { type FormulaInputs, formulaValue } from "../../../src/clv/values/formulaValue.ts";
import { historicValue } from "../../../src/clv/values/historicValue.ts";
import { createCustomerTable } from "../../../src/customers/createCustomerTable.ts";

const MOST = Number.MAX_SAFE_INTEGER;

describe("historic value", () => {
  const tableOf = (profits: number[], revenues: number[] = profits) =>
    createCustomerTable({
      ids: profits.map((_, row) => String(row)),
      asOf: "2026-06-30",
      currency: "VND",
      columns: { revenueMinor: Float64Array.from(revenues), profitMinor: Float64Array.from(profits) },
    });

  test("is the exact sum of revenue and of margin", () => {
    expect(historicValue(tableOf([5, -7], [10, 20]))).toEqual({
      customerCount: 2,
      currency: "VND",
      revenueMinor: 30,
      profitMinor: -2,
      reason: null,
    });
  });

  test("stays exact where doubles would not", () => {
    expect(historicValue(tableOf([MOST, MOST - 2, -MOST, -MOST, 3])).profitMinor).toBe(1);
    expect(historicValue(tableOf([MOST - 1, 1])).profitMinor).toBe(MOST);
    expect(historicValue(tableOf([-MOST + 1, -1])).profitMinor).toBe(-MOST);
  });

  test("of nobody is 0", () => {
    expect(historicValue(tableOf([]))).toMatchObject({ profitMinor: 0, revenueMinor: 0, reason: null });
  });

  test("is not known with one unknown cost", () => {
    expect(historicValue(tableOf([1, Number.NaN], [4, 4]))).toMatchObject({
      profitMinor: null,
      revenueMinor: 8,
      reason: "cost_unknown",
    });
  });

  test("refuses a sum beyond what is exact", () => {
    expect(() => historicValue(tableOf([MOST, 1], [0, 0]))).toThrow(
      expect.objectContaining({ code: "unsafe_total", path: ["profitMinor"] }),
    );
  });
});

describe("the simple formula", () => {
  const inputs: FormulaInputs = {
    orderValue: 50,
    orders: { count: 4, per: "year" },
    lifespan: { count: 3, unit: "year" },
    margin: 0.25,
  };

  test("multiplies, in whatever units", () => {
    expect(formulaValue(inputs)).toBe(150);
    expect(formulaValue({ ...inputs, lifespan: { count: 36, unit: "month" } })).toBeCloseTo(150, 10);
    const calendar = { daysPerYear: 364 };
    const weekly = { ...inputs, orders: { count: 1, per: "week" }, calendar } as const;
    expect(formulaValue(weekly)).toBe(50 * 0.25 * 156);
  });

  test.each<[object, (string | number)[]]>([
    [{ orderValue: Number.NaN }, ["orderValue"]],
    [{ margin: Infinity }, ["margin"]],
    [{ orders: { count: -1, per: "year" } }, ["orders", "count"]],
    [{ lifespan: { count: Infinity, unit: "year" } }, ["lifespan", "count"]],
    [{ orderValue: 1e308, lifespan: { count: 1e9, unit: "year" } }, []],
    [{ price: 1 }, ["price"]],
    [{ lifespan: 3 }, ["lifespan"]],
    [{ orders: { count: 4, unit: "year" } }, ["orders", "unit"]],
  ])("refuses %j", (wrong, path) => {
    expect(() => formulaValue({ ...inputs, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

describe("the calendar", () => {
  test("has a year of 365.25 days, of which a month is a twelfth, unless it is told otherwise", () => {
    expect(["day", "week", "month", "year"].map((unit) => daysPer(unit as "day"))).toEqual([
      1, 7, 30.4375, 365.25,
    ]);
    expect(daysPer("month", { daysPerYear: 360 })).toBe(30);
    expect(daysPer("month", { daysPerYear: 360, daysPerMonth: 28 })).toBe(28);
  });

  test.each([0, -1, Number.NaN, Infinity])("refuses a year of %d days", (daysPerYear) => {
    expect(() => daysPer("year", { daysPerYear })).toThrow(
      expect.objectContaining({ code: "invalid_option" }),
    );
  });
});
