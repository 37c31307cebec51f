import { describe, expect, test } from "vitest";
import { en } from "../../src/criteria/locales/en.ts";
import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { calibrateScale } from "../../src/scales/calibrateScale.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { type ExplainOptions, explainPlacement } from "../../src/scales/explainPlacement.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { factsOf, type PartialFacts, tableOf } from "./support/facts.ts";

function said(facts: PartialFacts, scale: Scale, options?: ExplainOptions): string {
  return explainPlacement(factsOf(facts), scale, options).sentence;
}

const LADDER = ladderOfLoyalty();
const LEVELS = customerLevels({ keyAccountRevenue: 5000, currency: "USD" });

describe("an explained placement", () => {
  test("is data: the step, what is met, and what is missing with actual against required", () => {
    expect(explainPlacement(factsOf({ orders: 1, interests: 2 }), LADDER)).toEqual({
      scale: "ladder",
      step: "shopper",
      rank: 3,
      label: "Shopper",
      met: [
        {
          kind: "comparison",
          facts: ["orders"],
          unit: "count",
          comparison: "atLeast",
          required: 1,
          actual: 1,
          gap: null,
          holds: true,
        },
      ],
      next: {
        step: "customer",
        rank: 4,
        label: "Customer",
        missing: [
          {
            kind: "comparison",
            facts: ["orders"],
            unit: "count",
            comparison: "atLeast",
            required: 2,
            actual: 1,
            gap: 1,
            holds: false,
          },
        ],
        sentences: ["1 more order"],
      },
      sentence: "Shopper, step 3 of 7. Missing for Customer: 1 more order.",
    });
  });

  test("is JSON", () => {
    const explained = explainPlacement(factsOf({ orders: 4, recentOrders: 4 }), LEVELS, { windowDays: 365 });
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
  });

  test("off the scale looks to the lowest step", () => {
    expect(explainPlacement(factsOf({}), LADDER)).toMatchObject({
      step: null,
      rank: null,
      label: null,
      met: [],
      next: { step: "suspect", rank: 1 },
      sentence: expect.stringMatching(/^On no step\. Missing for Suspect: is a target customer/),
    });
  });

  test("on the highest step has nothing next", () => {
    const { next, sentence } = explainPlacement(factsOf({ recentMentions: 3 }), LADDER);
    expect(next).toBeNull();
    expect(sentence).toBe("Raving fan, step 7 of 7. This is the highest step.");
  });

  test("stepwise asks for the step that holds the climb up", () => {
    const stepwise = ladderOfLoyalty({ climb: "stepwise" });
    const { step, next } = explainPlacement(factsOf({ orders: 5, referrals: 4 }), stepwise);
    expect([step, next?.step, next?.sentences.length]).toEqual(["customer", "member", 1]);
  });
});

describe("the sentence", () => {
  test.each<[PartialFacts, Scale, string]>([
    [{ interests: 1 }, LADDER, "Prospect, step 2 of 7. Missing for Shopper: 1 more order."],
    [
      { orders: 7, member: true },
      LADDER,
      "Member, step 5 of 7. Missing for Advocate: 1 more referral or testimonial.",
    ],
    [
      { orders: 4, recentOrders: 4, recentRevenueMinor: 420_000 },
      LEVELS,
      "Frequency buyer, step 5 of 6. Missing for Key account: " +
        "revenue in the window of at least 5000.00 USD, now 4200.00: 800.00 more.",
    ],
  ])("in English: %j", (facts, scale, sentence) => {
    expect(said(facts, scale)).toBe(sentence);
  });

  test.each<[PartialFacts, Scale, string]>([
    [
      {},
      LADDER,
      "Chưa ở bậc nào. Để lên Khách hàng mục tiêu cần: thuộc nhóm khách hàng mục tiêu (chưa có dữ liệu).",
    ],
    [{ orders: 1 }, LADDER, "Người mua hàng, bậc 3/7. Để lên Khách hàng cần: thêm 1 đơn hàng."],
    [{ recentMentions: 2 }, LADDER, "Fan cuồng nhiệt, bậc 7/7. Đây là bậc cao nhất."],
  ])("in Vietnamese: %j", (facts, scale, sentence) => {
    expect(said(facts, scale, { locale: "vi" })).toBe(sentence);
  });

  test("lists several missing parts, a choice among them set off", () => {
    const scale = loyaltyLevels({ veryLoyalRevenue: 900, currency: "USD" });
    const { next, sentence } = explainPlacement(factsOf({ recentOrders: 3, orders: 3 }), scale);
    expect(next?.missing.map(({ kind }) => kind)).toEqual(["comparison", "oneOf"]);
    expect(sentence).toContain(`${next?.sentences[0]}; (${next?.sentences[1]}).`);
  });

  test("leaves a single choice as it is", () => {
    const { next, sentence } = explainPlacement(
      factsOf({ orders: 2, orderDays: 2, rhythm: 7, recencyDays: 70 }),
      activityStatus(),
    );
    expect(next?.missing.map(({ kind }) => kind)).toEqual(["oneOf"]);
    expect(sentence).toBe(`Lost, step 1 of 5. Missing for Lapsed: ${next?.sentences[0]}.`);
  });

  test("names the window of the scale, or the one that is stated", () => {
    const facts = { orders: 3, recentOrders: 3 };
    const sentences = (scale: Scale, options?: ExplainOptions) =>
      explainPlacement(factsOf(facts), scale, options).next?.sentences;
    const ninety = customerLevels({ keyAccountRevenue: 1, currency: "USD", windowDays: 90 });
    expect(sentences(LEVELS)).toEqual(["1 more order in the window"]);
    expect(sentences(ninety)).toEqual(["1 more order in the last 90 days"]);
    expect(sentences(LEVELS, { windowDays: 365 })).toEqual(["1 more order in the last 365 days"]);
  });

  test("refuses a language that is not shipped", () => {
    expect(() => said({}, LADDER, { locale: "fr" as "en" })).toThrow(
      expect.objectContaining({ code: "unknown_locale" }),
    );
  });

  test("takes a locale of one's own, with its own frame and labels, else an English frame", () => {
    const steps = [{ id: "x", when: { fact: "orders", atLeast: 1 }, labels: { fr: "Acheteur" } }] as const;
    const scale = defineScale({ name: "a", steps });
    const fr = { ...en, code: "fr", counts: { ...en.counts, more: "encore {gap} {subject}" } };
    const placement = {
      standing: "{label}, marche {rank} sur {stepCount}.",
      off: "Sur aucune marche.",
      next: "Il manque pour {label} : {parts}.",
      highest: "C'est la plus haute.",
      closed: "Rien au-dessus.",
      between: " ; ",
    };
    expect(said({}, scale, { locale: { ...fr, placement } })).toBe(
      "Sur aucune marche. Il manque pour Acheteur : encore 1 order.",
    );
    expect(said({}, scale, { locale: fr })).toBe("On no step. Missing for Acheteur: encore 1 order.");
    expect(said({ orders: 1 }, scale, { locale: { ...fr, placement } })).toBe(
      "Acheteur, marche 1 sur 1. C'est la plus haute.",
    );
  });
});

describe("steps that nothing can reach", () => {
  const closed = calibrateScale(customerLevels(), tableOf([]));

  test("are passed over on the way up, and leave nothing next at the top", () => {
    const frequent = { orders: 4, recentOrders: 4, recentRevenueMinor: 1 };
    expect(explainPlacement(factsOf(frequent), closed).next).toBeNull();
    expect(said(frequent, closed)).toBe("Frequency buyer, step 5 of 6. No higher step can be reached.");
    expect(said(frequent, closed, { locale: "vi" })).toBe(
      "Mua thường xuyên, bậc 5/6. Không thể lên bậc nào cao hơn.",
    );
  });

  const steps = [
    { id: "a", when: { fact: "orders", atLeast: 1 } },
    { id: "b", when: { any: [] } },
    { id: "c", when: { fact: "orders", atLeast: 9 } },
  ] as const;

  test("are passed over by highest, and end a stepwise climb", () => {
    const nextBy = (climb: "highest" | "stepwise") =>
      explainPlacement(factsOf({ orders: 1 }), defineScale({ name: "abc", climb, steps })).next?.step;
    expect(nextBy("highest")).toBe("c");
    expect(nextBy("stepwise")).toBeUndefined();
  });
});

describe("with a history at hand", () => {
  test("every missing comparison can say until when, inside choices too", () => {
    const beforeOf: ExplainOptions["beforeOf"] = ({ facts }) =>
      facts.some((fact) => fact.startsWith("recent")) ? "2027-03-01" : undefined;
    expect(
      explainPlacement(factsOf({ orders: 3, recentOrders: 3 }), LEVELS, { beforeOf }).next,
    ).toMatchObject({ missing: [{ before: "2027-03-01" }], sentences: ["1 more order before 2027-03-01"] });
    const scale = defineScale({
      name: "a",
      steps: [
        {
          id: "x",
          when: {
            any: [
              { fact: "recentOrders", atLeast: 2 },
              {
                all: [
                  { fact: "orders", atLeast: 5 },
                  { fact: "recentReviews", atLeast: 1 },
                ],
              },
            ],
          },
        },
      ],
    });
    expect(explainPlacement(factsOf({}), scale, { beforeOf }).next?.sentences).toEqual([
      "either 2 more orders before 2027-03-01; or 5 more orders and 1 more review before 2027-03-01",
    ]);
  });

  test("nothing is said where nothing is known", () => {
    const { next } = explainPlacement(factsOf({ orders: 1 }), LADDER, { beforeOf: () => undefined });
    expect(next?.missing[0]).not.toHaveProperty("before");
  });
});
