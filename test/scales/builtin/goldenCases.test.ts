import { describe, expect, test } from "vitest";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { classifyCustomer } from "../../../src/scales/classifyCustomer.ts";
import { classifyTable } from "../../../src/scales/classifyTable.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { stepAt } from "../../../src/scales/stepAt.ts";
import { type PlacementCase, placementCases } from "../support/cases.ts";
import { factsOf, tableOf } from "../support/facts.ts";
import {
  LADDER_CASES,
  LEVELS_CASES,
  LIFECYCLE_CASES,
  LOYALTY_CASES,
  STATUS_CASES,
  STEPWISE_LADDER_CASES,
  STEPWISE_LEVELS_CASES,
  STEPWISE_LIFECYCLE_CASES,
} from "./goldenCases.ts";

const AMOUNT = { keyAccountRevenue: "5000.00", currency: "USD" } as const;
const VALUABLE = { veryLoyalRevenue: 900, currency: "USD" } as const;

const GOLDEN: readonly (readonly [name: string, scale: Scale, cases: string])[] = [
  ["the ladder of loyalty (source 000)", ladderOfLoyalty(), LADDER_CASES],
  ["the ladder, stepwise", ladderOfLoyalty({ climb: "stepwise" }), STEPWISE_LADDER_CASES],
  ["the customer levels (source 003)", customerLevels(AMOUNT), LEVELS_CASES],
  ["the customer levels, stepwise", customerLevels({ ...AMOUNT, climb: "stepwise" }), STEPWISE_LEVELS_CASES],
  ["the loyalty levels (source 004)", loyaltyLevels(VALUABLE), LOYALTY_CASES],
  ["the loyalty levels, stepwise", loyaltyLevels({ ...VALUABLE, climb: "stepwise" }), LOYALTY_CASES],
  ["the lifecycle (source 001)", lifecycleStages(), LIFECYCLE_CASES],
  ["the lifecycle, stepwise", lifecycleStages({ climb: "stepwise" }), STEPWISE_LIFECYCLE_CASES],
  ["the activity status", activityStatus(), STATUS_CASES],
];

describe.each(GOLDEN)("%s", (_, scale, text) => {
  const cases = placementCases(text);

  test.each(cases)("$text", ({ facts, step }: PlacementCase) => {
    const rank = scale.steps.findIndex(({ id }) => id === step) + 1;
    expect(classifyCustomer(factsOf(facts), scale)).toEqual({ scale: scale.name, step, rank: rank || null });
  });

  test("a table of all cases says the same", () => {
    const placements = classifyTable(tableOf(cases.map(({ facts }) => facts)), scale);
    expect(cases.map((_case, row) => stepAt(placements, row))).toEqual(cases.map(({ step }) => step));
  });

  test("the cases reach every step, and off the scale", () => {
    const reached = new Set(cases.map(({ step }) => step));
    expect(scale.steps.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
    expect(reached).toContain(null);
  });
});
