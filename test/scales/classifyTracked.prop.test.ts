import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { trackCustomers } from "../../src/customers/trackCustomers.ts";
import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { classifyTracked } from "../../src/scales/classifyTracked.ts";
import { stepAt } from "../../src/scales/stepAt.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { activityLists, asOfDays } from "../customers/support/arbitraryActivities.ts";
import { optionsAt, USD } from "../customers/support/factsOf.ts";
import { calmLists } from "../customers/tracking/support/calmActivities.ts";
import { arbitraryScale } from "./support/arbitraryScale.ts";

const BUILTINS = [
  ladderOfLoyalty(),
  customerLevels({ keyAccountRevenue: 10, currency: "USD" }),
  loyaltyLevels({ veryLoyalRevenue: 10, currency: "USD" }),
  activityStatus(),
];
const scales = fc.oneof(arbitraryScale(), fc.constantFrom(...BUILTINS));
const pairs = fc.array(scales, { minLength: 1, maxLength: 2 });

test.prop([fc.oneof(activityLists, calmLists), pairs, asOfDays, fc.nat({ max: 40 })], { numRuns: 150 })(
  "law: a tracked placement is that of the table, after every activity and every day",
  (list, onScales, day, later) => {
    const tracker = trackCustomers(createActivityTable([], USD), optionsAt(day));
    const expectPlacements = (count: number, asOf: number) => {
      const table = summarizeCustomers(createActivityTable(list.slice(0, count), USD), optionsAt(asOf));
      for (const scale of onScales) {
        const placements = classifyTable(table, scale);
        for (const [row, id] of table.ids.entries()) {
          const placement = classifyTracked(tracker, tracker.rowOf(id) as number, scale);
          expect(placement.step).toBe(stepAt(placements, row));
        }
      }
    };
    for (const [index, activity] of list.entries()) {
      tracker.add(activity);
      expectPlacements(index + 1, day);
    }
    tracker.moveTo(isoDayOf(day + later));
    expectPlacements(list.length, day + later);
  },
);
