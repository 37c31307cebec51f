import { describe, expectTypeOf, it } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { calibrateScale } from "../../src/scales/calibrateScale.ts";
import { census } from "../../src/scales/census.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { customersOn } from "../../src/scales/customersOn.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { explainPlacement } from "../../src/scales/explainPlacement.ts";
import { isCalibrated } from "../../src/scales/isCalibrated.ts";
import type { OpenScale, Scale, ScaleDefinition } from "../../src/scales/scale.ts";
import { stepAt } from "../../src/scales/stepAt.ts";

declare const facts: CustomerFacts;
declare const table: CustomerTable;
declare const definition: ScaleDefinition;
declare const criterion: Criterion;
declare const anything: ReturnType<typeof JSON.parse>;

const RECENT_BUYERS = { fact: "recentOrders", atLeast: 1 } as const;
const BUYERS = { fact: "orders", atLeast: 1 } as const;

describe("defineScale", () => {
  it("infers the step ids as literals", () => {
    const scale = defineScale({
      name: "regulars",
      steps: [
        { id: "guest", when: BUYERS },
        { id: "regular", when: { fact: "orders", atLeast: 6 } },
      ],
    });
    expectTypeOf(scale).toEqualTypeOf<Scale<"guest" | "regular", false>>();
  });

  it("knows an open scale by its { top }, however deep it stands", () => {
    const top = { top: 0.1, among: RECENT_BUYERS } as const;
    const plain = defineScale({ name: "a", steps: [{ id: "x", when: { fact: "revenue", atLeast: top } }] });
    expectTypeOf(plain).toEqualTypeOf<Scale<"x", true>>();
    const deep = defineScale({
      name: "a",
      steps: [
        { id: "x", when: BUYERS },
        { id: "y", when: { all: [BUYERS, { not: { any: [BUYERS, { fact: "revenue", atLeast: top }] } }] } },
      ],
    });
    expectTypeOf(deep).toEqualTypeOf<Scale<"x" | "y", true>>();
  });

  it("knows a closed scale by the absence of { top }, however deep it goes", () => {
    const scale = defineScale({
      name: "a",
      steps: [{ id: "x", when: { all: [{ any: [{ not: BUYERS }, { all: [] }] }, { any: [] }] } }],
    });
    expectTypeOf(scale).toEqualTypeOf<Scale<"x", false>>();
  });

  it("leaves open what the type does not tell", () => {
    expectTypeOf(defineScale(definition)).toEqualTypeOf<Scale<string, boolean>>();
    expectTypeOf(defineScale({ name: "a", steps: [{ id: "x", when: criterion }] })).toEqualTypeOf<
      Scale<"x", boolean>
    >();
    expectTypeOf(defineScale(anything)).toEqualTypeOf<Scale<string, boolean>>();
    const either = defineScale({
      name: "a",
      steps: [
        {
          id: "x",
          when: { fact: "orders", atLeast: criterion as unknown as 2 | { top: 0.1; among: Criterion } },
        },
      ],
    });
    expectTypeOf(either).toEqualTypeOf<Scale<"x", boolean>>();
  });

  it("keeps the type of a scale that is defined again", () => {
    expectTypeOf(defineScale(ladderOfLoyalty())).toEqualTypeOf(ladderOfLoyalty());
    expectTypeOf(defineScale(customerLevels())).toEqualTypeOf(customerLevels());
  });

  it("does not take what is no definition", () => {
    // @ts-expect-error a step needs a criterion
    defineScale({ name: "a", steps: [{ id: "x" }] });
    // @ts-expect-error a climb is highest or stepwise
    defineScale({ name: "a", climb: "sideways", steps: [{ id: "x", when: BUYERS }] });
  });
});

describe("built-in scales", () => {
  it("have literal steps", () => {
    expectTypeOf(ladderOfLoyalty()).toEqualTypeOf<
      Scale<"suspect" | "prospect" | "shopper" | "customer" | "member" | "advocate" | "raving-fan">
    >();
    expectTypeOf(lifecycleStages()).toEqualTypeOf<
      Scale<"reach" | "acquisition" | "development" | "retention" | "advocacy">
    >();
    expectTypeOf(activityStatus()).toEqualTypeOf<Scale<"lost" | "lapsed" | "cooling" | "active" | "new">>();
  });

  it("are open without an amount and calibrated with one", () => {
    type Level = "suspect" | "prospect" | "first-buy" | "rebuy" | "frequency-buyer" | "key-account";
    type Loyalty = "uncommitted" | "potential" | "loyal" | "very-loyal";
    expectTypeOf(customerLevels()).toEqualTypeOf<Scale<Level, true>>();
    expectTypeOf(customerLevels({ keyAccountTop: 0.1, currency: "USD" })).toEqualTypeOf<Scale<Level, true>>();
    expectTypeOf(customerLevels({ keyAccountRevenue: 5000, currency: "USD" })).toEqualTypeOf<Scale<Level>>();
    expectTypeOf(loyaltyLevels()).toEqualTypeOf<Scale<Loyalty, true>>();
    expectTypeOf(loyaltyLevels({ veryLoyalProfit: 900, currency: "USD" })).toEqualTypeOf<Scale<Loyalty>>();
  });
});

describe("classification", () => {
  it("takes calibrated scales only", () => {
    // @ts-expect-error the scale is open
    classifyCustomer(facts, customerLevels());
    // @ts-expect-error the scale is open
    classifyTable(table, loyaltyLevels());
    // @ts-expect-error the scale may be open
    classifyTable(table, defineScale(definition));
    expectTypeOf(classifyCustomer(facts, calibrateScale(customerLevels(), table)).step).toEqualTypeOf<
      "suspect" | "prospect" | "first-buy" | "rebuy" | "frequency-buyer" | "key-account" | null
    >();
  });

  it("takes a scale that isCalibrated has seen", () => {
    const scale: OpenScale<"a" | "b"> = anything;
    if (isCalibrated(scale))
      expectTypeOf(classifyCustomer(facts, scale).step).toEqualTypeOf<"a" | "b" | null>();
  });

  it("takes steps of the scale only", () => {
    const placements = classifyTable(table, ladderOfLoyalty());
    customersOn(table, placements, "raving-fan");
    customersOn(table, placements, null);
    // @ts-expect-error no such rung
    customersOn(table, placements, "raving-fans");
    expectTypeOf(stepAt(placements, 0)).toEqualTypeOf<
      "suspect" | "prospect" | "shopper" | "customer" | "member" | "advocate" | "raving-fan" | null
    >();
  });

  it("does not compare with a step that is not there", () => {
    const { step } = classifyCustomer(facts, ladderOfLoyalty());
    // @ts-expect-error no such rung
    expectTypeOf(step === "fan").toBeBoolean();
  });
});

describe("results", () => {
  it("name the steps of the scale", () => {
    const placements = classifyTable(table, lifecycleStages());
    type Stage = "reach" | "acquisition" | "development" | "retention" | "advocacy";
    expectTypeOf(census(table, placements).mostCrowded).toEqualTypeOf<Stage | null>();
    expectTypeOf(explainPlacement(facts, lifecycleStages()).next?.step).toEqualTypeOf<Stage | undefined>();
  });
});
