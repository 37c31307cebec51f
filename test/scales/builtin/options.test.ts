import { describe, expect, test } from "vitest";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import { isCalibrated } from "../../../src/scales/isCalibrated.ts";
import type { OpenScale } from "../../../src/scales/scale.ts";

const BUILTINS: readonly (readonly [
  name: string,
  create: (options: never) => OpenScale,
  stepCount: number,
])[] = [
  ["ladder", ladderOfLoyalty, 7],
  ["levels", customerLevels, 6],
  ["loyaltyLevels", loyaltyLevels, 4],
  ["lifecycle", lifecycleStages, 5],
  ["activityStatus", activityStatus, 5],
];

const UNSAID: Readonly<Record<string, object>> = {
  ladder: { climb: undefined, customerOrders: undefined, memberOrders: undefined },
  levels: { climb: undefined, keyAccountRevenue: undefined, currency: undefined, windowDays: undefined },
  loyaltyLevels: { climb: undefined, veryLoyalProfit: undefined, currency: undefined, windowDays: undefined },
  lifecycle: { climb: undefined, retentionOrders: undefined },
  activityStatus: { newDays: undefined, activeRhythm: undefined },
};

function criterionOf(scale: OpenScale, step: string): Criterion | undefined {
  return scale.steps.find(({ id }) => id === step)?.when;
}

describe.each(BUILTINS)("%s", (name, create, stepCount) => {
  const scale = create({} as never);

  test("has its name, its number of steps, and no window or currency of its own", () => {
    expect([scale.name, scale.version, scale.climb, scale.steps.length]).toEqual([
      name,
      "1",
      "highest",
      stepCount,
    ]);
    expect(scale).not.toHaveProperty("currency");
    expect(scale).not.toHaveProperty("windowDays");
  });

  test("has a label and a description in English and Vietnamese for every step, each its own", () => {
    for (const texts of [
      scale.steps.map((step) => step.labels),
      scale.steps.map((step) => step.descriptions),
    ]) {
      for (const locale of ["en", "vi"]) {
        const found = texts.map((labels) => labels?.[locale] ?? "");
        expect(new Set(found.filter((text) => text.length > 1)).size).toBe(stepCount);
      }
    }
    expect(Object.keys(scale.labels ?? {})).toEqual(["en", "vi"]);
  });

  test("is data: JSON and back is the same scale", () => {
    expect(defineScale(JSON.parse(JSON.stringify(scale)))).toEqual(scale);
  });

  test("refuses options that it does not know", () => {
    const odd = { windowday: 30, Climb: "stepwise" } as never;
    expect(() => create(odd)).toThrow(
      expect.objectContaining({
        code: "invalid_option",
        issues: [
          expect.objectContaining({ path: ["windowday"] }),
          expect.objectContaining({ path: ["Climb"] }),
        ],
      }),
    );
  });

  test("takes undefined as unsaid", () => {
    expect(create(UNSAID[name] as never)).toEqual(scale);
  });
});

describe("thresholds as options", () => {
  test("of the ladder", () => {
    const scale = ladderOfLoyalty({
      climb: "stepwise",
      prospectInterests: 2,
      shopperOrders: 3,
      customerOrders: 4,
      memberOrders: 5,
      advocateRecommendations: 6,
      fanRecommendations: 7,
    });
    expect(scale.climb).toBe("stepwise");
    expect(scale.steps.slice(1).map((step) => step.when)).toEqual([
      {
        any: [
          { fact: "interests", atLeast: 2 },
          { fact: "orders", atLeast: 1 },
        ],
      },
      { fact: "orders", atLeast: 3 },
      { fact: "orders", atLeast: 4 },
      {
        all: [
          { fact: "member", is: true },
          { fact: "orders", atLeast: 5 },
        ],
      },
      { sum: ["referrals", "testimonials"], atLeast: 6 },
      { sum: ["recentUnpromptedReferrals", "recentMentions"], atLeast: 7 },
    ]);
  });

  test("of the customer levels", () => {
    const scale = customerLevels({
      firstBuyOrders: 2,
      rebuyOrders: 3,
      frequencyOrders: 5,
      keyAccountTop: 0.1,
      windowDays: 90,
    });
    expect(scale.windowDays).toBe(90);
    expect(scale.steps.slice(2).map((step) => step.when)).toEqual([
      { fact: "orders", atLeast: 2 },
      { fact: "orders", atLeast: 3 },
      { fact: "recentOrders", atLeast: 5 },
      {
        all: [
          { fact: "recentOrders", atLeast: 5 },
          { fact: "recentRevenue", atLeast: { top: 0.1, among: { fact: "recentOrders", atLeast: 1 } } },
        ],
      },
    ]);
  });

  test("of the loyalty levels", () => {
    const scale = loyaltyLevels({
      potentialSignals: 3,
      loyalOrders: 4,
      unhappyNps: 5,
      tooManyOpenComplaints: 2,
      committedRecommendations: 6,
      committedScore: 10,
      veryLoyalTop: 0.05,
      windowDays: 30,
    });
    const loyal = [
      { fact: "recentOrders", atLeast: 4 },
      { not: { fact: "nps", atMost: 5 } },
      { not: { fact: "openComplaints", atLeast: 2 } },
    ];
    const top = { top: 0.05, among: { fact: "recentOrders", atLeast: 1 }, prefer: "recentProfit" };
    expect(scale.windowDays).toBe(30);
    expect(criterionOf(scale, "potential")).toMatchObject({ all: [{}, { atLeast: 3 }] });
    expect(criterionOf(scale, "loyal")).toEqual({ all: loyal });
    expect(criterionOf(scale, "very-loyal")).toEqual({
      all: [
        ...loyal,
        { fact: "recentRevenue", atLeast: top },
        {
          any: [
            { sum: ["referrals", "testimonials", "mentions"], atLeast: 6 },
            { fact: "nps", atLeast: 10 },
            { fact: "intent", atLeast: 10 },
          ],
        },
      ],
    });
  });

  test("of the lifecycle", () => {
    const scale = lifecycleStages({
      climb: "stepwise",
      acquisitionInterests: 2,
      developmentOrders: 3,
      retentionOrders: 4,
      advocacyRecommendations: 5,
    });
    expect(scale.steps.slice(1).map((step) => step.when)).toEqual([
      {
        any: [
          { fact: "interests", atLeast: 2 },
          { fact: "orders", atLeast: 1 },
        ],
      },
      { fact: "orders", atLeast: 3 },
      { fact: "orders", atLeast: 4 },
      { sum: ["referrals", "testimonials"], atLeast: 5 },
    ]);
  });

  test("of the activity status", () => {
    const rhythms = { activeRhythm: 1, coolingRhythm: 2, lapsedRhythm: 3 };
    const scale = activityStatus({ ...rhythms, newDays: 4, activeDays: 5, coolingDays: 6, lapsedDays: 7 });
    const once = (days: number) => ({
      all: [
        { fact: "orderDays", is: 1 },
        { fact: "recencyDays", atMost: days },
      ],
    });
    const since = (rhythm: number, days: number) => ({
      any: [
        {
          all: [
            { fact: "orderDays", atLeast: 2 },
            { fact: "rhythm", atMost: rhythm },
          ],
        },
        once(days),
      ],
    });
    expect(scale.steps.map((step) => step.when)).toEqual([
      { fact: "orders", atLeast: 1 },
      since(3, 7),
      since(2, 6),
      since(1, 5),
      once(4),
    ]);
  });

  test("that do not fit are refused with their place in the scale", () => {
    expect(() => ladderOfLoyalty({ customerOrders: -3, advocateRecommendations: -1 })).toThrow(
      expect.objectContaining({
        code: "invalid_threshold",
        issues: [
          expect.objectContaining({ path: ["steps", 3, "when", "atLeast"], received: "-3" }),
          expect.objectContaining({ path: ["steps", 5, "when", "atLeast"], received: "-1" }),
        ],
      }),
    );
    expect(() => ladderOfLoyalty({ customerOrders: Number.NaN })).toThrow(
      expect.objectContaining({ code: "invalid_threshold", path: ["steps", 3, "when", "atLeast"] }),
    );
    expect(() => ladderOfLoyalty({ climb: "up" as "highest" })).toThrow(
      expect.objectContaining({ code: "invalid_definition", path: ["climb"] }),
    );
  });
});

describe("an amount instead of a share", () => {
  test.each<[string, OpenScale, string, Criterion]>([
    [
      "key accounts",
      customerLevels({ keyAccountRevenue: "0.00", currency: "USD" }),
      "key-account",
      { fact: "recentRevenue", atLeast: "0.00" },
    ],
    [
      "revenue",
      loyaltyLevels({ veryLoyalRevenue: 900, currency: "VND" }),
      "very-loyal",
      { fact: "recentRevenue", atLeast: 900 },
    ],
    [
      "profit",
      loyaltyLevels({ veryLoyalProfit: 90, currency: "EUR" }),
      "very-loyal",
      { fact: "recentProfit", atLeast: 90 },
    ],
  ])("%s: the scale is calibrated and states the currency", (_, scale, step, part) => {
    expect(isCalibrated(scale)).toBe(true);
    expect(JSON.stringify(criterionOf(scale, step))).toContain(JSON.stringify(part));
    expect(scale.currency).toMatch(/^[A-Z]{3}$/);
  });

  test("needs the currency", () => {
    expect(() => customerLevels({ keyAccountRevenue: 5 })).toThrow(
      expect.objectContaining({ code: "currency_required" }),
    );
    expect(() => loyaltyLevels({ veryLoyalProfit: 5 })).toThrow(
      expect.objectContaining({ code: "currency_required" }),
    );
  });

  test.each([
    [
      "keyAccountRevenue",
      () => customerLevels({ keyAccountTop: 0.1, keyAccountRevenue: 5, currency: "USD" }),
    ],
    ["veryLoyalRevenue", () => loyaltyLevels({ veryLoyalTop: 0.1, veryLoyalRevenue: 5, currency: "USD" })],
    [
      "veryLoyalProfit",
      () => loyaltyLevels({ veryLoyalRevenue: 5, veryLoyalProfit: 5, currency: "USD" } as never),
    ],
  ])("does not go with another answer to the same question: %s", (name, call) => {
    expect(call).toThrow(expect.objectContaining({ code: "invalid_option", path: [name] }));
  });

  test("a share may state the currency as well", () => {
    expect(customerLevels({ currency: "USD" }).currency).toBe("USD");
  });
});
