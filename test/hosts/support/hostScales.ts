import type { Criterion } from "../../../src/criteria/criterion.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import type { Scale } from "../../../src/scales/scale.ts";

/** Every form of criterion, over facts of every kind and the user's own. */
const EVERY_FORM: readonly Criterion[] = [
  { all: [] },
  { any: [{ fact: "vip", is: true }, { not: { fact: "csat", moreThan: 3 } }] },
  { sum: ["revenue", "recentProfit"], between: ["-20.00", "1500.00"] },
  {
    all: [
      { fact: "lastOrderAt", atLeast: "2025-01-15" },
      { sum: ["orders", "reviews", "nps"], lessThan: 4_294_967_297 },
    ],
  },
  {
    any: [
      { fact: "tenureYears", atMost: 55.125 },
      { any: [] },
      { fact: "memberSince", lessThan: "2024-11-30" },
    ],
  },
  { all: [{ not: { sum: ["rhythm", "tenureYears"], lessThan: 800.5 } }, { fact: "member", is: false }] },
  { sum: ["interests", "mentions"], is: 3 },
];

const OWN_FACTS = { tenureYears: "number", vip: "flag" } as const;

/** More steps than a word has bits. */
function longScale(climb: Scale["climb"]): Scale {
  return defineScale({
    name: `long ${climb}`,
    climb,
    ownFacts: OWN_FACTS,
    steps: Array.from({ length: 40 }, (_, step) => ({
      id: `at least ${step}`,
      when: { fact: "tenureYears", atLeast: step * 7 },
    })),
  }) as Scale;
}

/** The built-in scales, and some of a user's own. */
export const HOST_SCALES: readonly Scale[] = [
  ladderOfLoyalty(),
  ladderOfLoyalty({ climb: "stepwise" }),
  customerLevels({ keyAccountRevenue: "500.00", currency: "USD" }),
  loyaltyLevels({ veryLoyalRevenue: "500.00", currency: "USD" }),
  lifecycleStages(),
  activityStatus(),
  defineScale({
    name: "every form",
    climb: "highest",
    currency: "USD",
    ownFacts: OWN_FACTS,
    steps: EVERY_FORM.map((when, index) => ({ id: `form ${index}`, when })),
  }) as Scale,
  longScale("highest"),
  longScale("stepwise"),
];
