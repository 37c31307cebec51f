import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { OWN_FACTS } from "../population/createPopulation.ts";
import { CURRENCY } from "../population/setting.ts";

/** What counts as much revenue in the window; the scales by hand say it in minor units. */
const MUCH = "500.00";

/** Counts, sums of two counts, flags. */
export const LADDER: Scale = ladderOfLoyalty();

export const LEVELS: Scale = customerLevels({ keyAccountRevenue: MUCH, currency: CURRENCY });

/** Whole numbers but for one amount: two scales in one pass. */
export const TWO_SCALES: readonly Scale[] = [LADDER, LEVELS];

export const LOYALTY: Scale = loyaltyLevels({ veryLoyalRevenue: MUCH, currency: CURRENCY });

export const LIFECYCLE: Scale = lifecycleStages();

export const STATUS: Scale = activityStatus();

/** The built-in scales: money, doubles, scores that may be missing and a `not` besides. */
export const ALL_SCALES: readonly Scale[] = [LADDER, LEVELS, LOYALTY, LIFECYCLE, STATUS];

/** Doubles throughout: amounts, sums of amounts, a rhythm and a fact of one's own, most missing for some. */
export const VALUE_SCALE: Scale = defineScale({
  name: "value",
  currency: CURRENCY,
  ownFacts: OWN_FACTS,
  steps: [
    { id: "known", when: { fact: "tenureYears", atLeast: 0.5 } },
    { id: "paying", when: { sum: ["revenue", "recentRevenue"], atLeast: "150.00" } },
    {
      id: "earning",
      when: {
        all: [{ fact: "profit", atLeast: "40.00" }, { not: { fact: "rhythm", moreThan: 6 } }],
      },
    },
    {
      id: "steady",
      when: {
        all: [
          { sum: ["profit", "recentRevenue"], moreThan: "175.50" },
          { fact: "rhythm", between: [0.2, 3] },
        ],
      },
    },
    {
      id: "loyal",
      when: {
        all: [
          { sum: ["revenue", "recentRevenue"], atLeast: "600.00" },
          { fact: "tenureYears", between: [1, 8] },
        ],
      },
    },
    {
      id: "treasured",
      when: {
        any: [
          {
            all: [
              { fact: "recentRevenue", atLeast: "900.00" },
              { fact: "rhythm", lessThan: 1.25 },
            ],
          },
          {
            all: [
              { fact: "profit", atLeast: "250.00" },
              { fact: "tenureYears", moreThan: 6.5 },
            ],
          },
        ],
      },
    },
  ],
});
