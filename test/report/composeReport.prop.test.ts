import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import { composeCustomerRows } from "../../src/report/composeCustomerRows.ts";
import { composePlacedReport } from "../../src/report/composePlacedReport.ts";
import { composeReport } from "../../src/report/composeReport.ts";
import { placeCustomers } from "../../src/report/placeCustomers.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { activityLists, asOfDays, shuffledLists } from "../customers/support/arbitraryActivities.ts";
import { LAWS } from "../support/laws.ts";

const OPTIONS = { currency: "VND", timeZone: "UTC" };

describe("reports on generated activities", () => {
  test.prop([activityLists, asOfDays])(
    `${LAWS.wholeIsParts}: steps and off, counts, shares and money`,
    (list, day) => {
      const report = composeReport(createActivityTable(list, OPTIONS), {}, { asOf: isoDayOf(day) });
      for (const { census, offCount, offShare, offRevenue, offProfit } of Object.values(report.scales)) {
        const sum = (of: (step: (typeof census)[number]) => number, start: number): number =>
          census.reduce((total, step) => total + of(step), start);
        expect(sum((step) => step.count, offCount)).toBe(report.customerCount);
        expect(sum((step) => step.share, offShare)).toBeCloseTo(report.customerCount === 0 ? 0 : 1, 12);
        // VND has no decimals and the amounts are small, so the strings are whole numbers.
        expect(sum((step) => Number(step.revenue), Number(offRevenue))).toBe(Number(report.revenue));
        const profits = [offProfit, ...census.map((step) => step.profit)];
        const profit = profits.includes(null) ? null : profits.reduce((total, one) => total + Number(one), 0);
        expect(profit).toBe(report.profit === null ? null : Number(report.profit));
      }
    },
  );

  test.prop([activityLists, asOfDays])("a report is plain JSON: no undefined, NaN or -0", (list, day) => {
    const report = composeReport(createActivityTable(list, OPTIONS), {}, { asOf: isoDayOf(day) });
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
    expect(JSON.stringify(report)).not.toContain('"-0');
  });

  test.prop([shuffledLists, asOfDays])(
    `${LAWS.rowOrder}: of counts, money and calibration`,
    ([list, other], day) => {
      const [one, two] = [list, other].map((activities) => {
        const { issues, ...rest } = composeReport(
          createActivityTable(activities, OPTIONS),
          {},
          { asOf: isoDayOf(day) },
        );
        return { ...rest, issueCount: issues.count };
      });
      expect(one).toEqual(two);
    },
  );

  test.prop([activityLists, asOfDays])(`${LAWS.wholeIsParts}: customers one by one`, (list, day) => {
    const placed = placeCustomers(createActivityTable(list, OPTIONS), {}, { asOf: isoDayOf(day) });
    const report = composePlacedReport(placed);
    const rows = [...composeCustomerRows(placed)];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(report.customerCount);
    expect(rows.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(report.revenue));
    for (const [key, { census, offCount }] of Object.entries(report.scales)) {
      const steps = rows.map((row) => row.steps[key as keyof typeof row.steps]);
      expect(steps.filter((step) => step === null)).toHaveLength(offCount);
      for (const { step, count } of census) expect(steps.filter((one) => one === step)).toHaveLength(count);
    }
  });

  test.prop([activityLists, asOfDays])(
    `${LAWS.rowIsColumn}: the list says of each what the row says`,
    (list, day) => {
      const placed = placeCustomers(createActivityTable(list, OPTIONS), {}, { asOf: isoDayOf(day) });
      const rows = new Map([...composeCustomerRows(placed)].map((row) => [row.id, row.steps]));
      for (const [row, id] of placed.table.ids.entries()) {
        const facts = customerAt(placed.table, row);
        for (const [key, { scale }] of Object.entries(placed.placements)) {
          const { step } = classifyCustomer(facts, scale as Scale);
          expect(rows.get(id)?.[key as keyof typeof placed.placements]).toBe(step);
        }
      }
    },
  );

  test.prop([activityLists, fc.nat()])(
    "values never rise from one row of the list to the next",
    (list, seed) => {
      const day = seed % 180;
      const placed = placeCustomers(createActivityTable(list, OPTIONS), {}, { asOf: isoDayOf(day) });
      const rows = [...composeCustomerRows(placed)];
      rows.slice(1).forEach((row, index) => {
        const before = rows[index] as (typeof rows)[number];
        const difference = Number(before.value) - Number(row.value);
        expect(difference > 0 || (difference === 0 && before.id < row.id)).toBe(true);
      });
    },
  );
});
