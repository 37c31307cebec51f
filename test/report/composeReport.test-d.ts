import { expectTypeOf, test } from "vitest";
import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { builtinScales } from "../../src/report/builtinScales.ts";
import type { CustomerRow } from "../../src/report/composeCustomerRows.ts";
import { composeCustomerRows } from "../../src/report/composeCustomerRows.ts";
import { composeReport } from "../../src/report/composeReport.ts";
import type { LoyaltyReport } from "../../src/report/loyaltyReport.ts";
import { placeCustomers } from "../../src/report/placeCustomers.ts";
import { defineScale } from "../../src/scales/defineScale.ts";

declare const activities: ActivityTable;
const vip = defineScale({ name: "vip", steps: [{ id: "gold", when: { fact: "orders", atLeast: 9 } }] });

test("steps survive in the report", () => {
  const report = composeReport(activities, {}, { asOf: "2026-06-30" });
  expectTypeOf(report).toEqualTypeOf<LoyaltyReport>();
  expectTypeOf(report.scales.levels.census[0]!.step).toEqualTypeOf<
    "suspect" | "prospect" | "first-buy" | "rebuy" | "frequency-buyer" | "key-account"
  >();
  expectTypeOf(report.scales.lifecycle.mostCrowded).toEqualTypeOf<
    "reach" | "acquisition" | "development" | "retention" | "advocacy" | null
  >();
});

test("scales of one's own are known by their keys and steps", () => {
  const own = composeReport(activities, { scales: { vip } }, { asOf: "2026-06-30" });
  expectTypeOf(own.scales.vip.census[0]!.step).toEqualTypeOf<"gold">();
  // @ts-expect-error the built-in scales were not asked for
  own.scales.ladder;
  const both = composeReport(activities, { scales: { ...builtinScales(), vip } }, { asOf: "2026-06-30" });
  expectTypeOf(both.scales.vip.emptiest).toEqualTypeOf<"gold" | null>();
  expectTypeOf(both.scales.activityStatus.emptiest).toEqualTypeOf<
    "lost" | "lapsed" | "cooling" | "active" | "new" | null
  >();
});

test("steps survive in the rows of customers", () => {
  const [row] = composeCustomerRows(placeCustomers(activities, { scales: { vip } }, { asOf: "2026-06-30" }));
  expectTypeOf(row!).toExtend<CustomerRow<{ vip: "gold" }>>();
  expectTypeOf(row!.steps.vip).toEqualTypeOf<"gold" | null>();
});

test("a day is required", () => {
  // @ts-expect-error asOf is missing
  composeReport(activities, {}, { windowDays: 30 });
});
