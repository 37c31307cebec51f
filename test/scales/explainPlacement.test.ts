import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
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
      sentence: expect.stringMatching(/^On no step\. Missing for Suspect: fitting the target customer/),
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

  test("says where one order does for two parts, and only there", () => {
    const seen = { interests: 1, orders: 0 };
    expect(said(seen, loyaltyLevels({ veryLoyalRevenue: 900, currency: "USD" }))).toBe(
      "Uncommitted, step 1 of 4. Missing for Potentially loyal: 1 more order in the window; " +
        "1 more order, expression of interest, review or social media mention (one may count for both).",
    );
    const rest = (...all: Criterion[]): string => {
      const scale = defineScale({ name: "a", steps: [{ id: "x", when: { all } }] }) as Scale;
      return said({ recentOrders: 3 }, scale, { locale: "vi" });
    };
    const shared = " (một lượt có thể tính cho cả hai).";
    const orders: Criterion = { fact: "orders", atLeast: 2 };
    expect(rest(orders, { sum: ["referrals", "recentOrders"], atLeast: 4 })).toContain(shared);
    expect(rest({ fact: "reviews", atLeast: 2 }, { sum: ["referrals", "reviews"], atLeast: 4 })).toContain(
      shared,
    );
    expect(rest(orders, { fact: "reviews", atLeast: 2 })).not.toContain(shared);
    expect(rest(orders, { fact: "recentOrders", atMost: 2 })).not.toContain(shared);
    expect(rest(orders, { fact: "nps", atLeast: 2 })).not.toContain(shared);
    expect(rest(orders, { sum: ["orders", "nps"], atLeast: 2 })).not.toContain(shared);
    expect(rest(orders, { fact: "member", is: true }, { fact: "recentOrders", atLeast: 9 })).not.toContain(
      shared,
    );
  });

  test("leaves a single choice as it is", () => {
    const loyal = loyaltyLevels({ veryLoyalRevenue: 900, currency: "USD" });
    const { next, sentence } = explainPlacement(
      factsOf({ recentOrders: 3, orders: 3, recentRevenueMinor: 90_000 }),
      loyal,
    );
    expect(next?.missing.map(({ kind }) => kind)).toEqual(["oneOf"]);
    expect(sentence).toContain(`: ${next?.sentences[0]}.`);
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
      unreachable: "Rien du tout.",
      between: " ; ",
      shared: "{parts} (une fois pour les deux)",
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

describe("the activity status", () => {
  const TOP_EN = "This is the highest step that can be reached.";
  const TOP_VI = "Đây là bậc cao nhất có thể đạt được.";
  const once = (recencyDays: number): PartialFacts => ({ orders: 1, orderDays: 1, recencyDays });
  const often = (rhythm: number): PartialFacts => ({ orders: 13, orderDays: 13, recencyDays: 70, rhythm });
  const overdueVi = (rhythm: number, asked: number) =>
    `một đơn hàng mới (đơn gần nhất cách đây ${rhythm} lần nhịp mua thường lệ, cần không quá ${asked})`;

  test.each<[PartialFacts, string, string]>([
    [
      {},
      "On no step. Missing for Lost: 1 more order.",
      "Chưa ở bậc nào. Để lên Đã mất cần: thêm 1 đơn hàng.",
    ],
    [once(5), "New, step 5 of 5. This is the highest step.", "Mới, bậc 5/5. Đây là bậc cao nhất."],
    [once(60), `Active, step 4 of 5. ${TOP_EN}`, `Đang mua, bậc 4/5. ${TOP_VI}`],
    [
      once(120),
      "Cooling, step 3 of 5. Missing for Active: 1 more day with an order.",
      "Đang nguội dần, bậc 3/5. Để lên Đang mua cần: thêm 1 ngày có đơn hàng.",
    ],
    [
      { ...once(120), orders: 2 },
      "Cooling, step 3 of 5. Missing for Active: 1 more day with an order.",
      "Đang nguội dần, bậc 3/5. Để lên Đang mua cần: thêm 1 ngày có đơn hàng.",
    ],
    [
      once(300),
      "Lapsed, step 2 of 5. Missing for Cooling: 1 more day with an order.",
      "Đã ngừng mua, bậc 2/5. Để lên Đang nguội dần cần: thêm 1 ngày có đơn hàng.",
    ],
    [
      once(400),
      "Lost, step 1 of 5. Missing for Lapsed: 1 more day with an order.",
      "Đã mất, bậc 1/5. Để lên Đã ngừng mua cần: thêm 1 ngày có đơn hàng.",
    ],
    [often(0.5), `Active, step 4 of 5. ${TOP_EN}`, `Đang mua, bậc 4/5. ${TOP_VI}`],
    [often(1.5), `Active, step 4 of 5. ${TOP_EN}`, `Đang mua, bậc 4/5. ${TOP_VI}`],
    [
      { ...often(2.3), orders: 2, orderDays: 2 },
      "Cooling, step 3 of 5. Missing for Active: a new order (last one 2.3 usual gaps ago, at most 1.5 asked).",
      `Đang nguội dần, bậc 3/5. Để lên Đang mua cần: ${overdueVi(2.3, 1.5)}.`,
    ],
    [
      often(5.278846153846154),
      "Lapsed, step 2 of 5. Missing for Cooling: a new order (last one 5.28 usual gaps ago, at most 3 asked).",
      `Đã ngừng mua, bậc 2/5. Để lên Đang nguội dần cần: ${overdueVi(5.28, 3)}.`,
    ],
    [
      often(7),
      "Lost, step 1 of 5. Missing for Lapsed: a new order (last one 7 usual gaps ago, at most 6 asked).",
      `Đã mất, bậc 1/5. Để lên Đã ngừng mua cần: ${overdueVi(7, 6)}.`,
    ],
  ])("asks for nothing that cannot come true: %j", (facts, english, vietnamese) => {
    expect(said(facts, activityStatus())).toBe(english);
    expect(said(facts, activityStatus(), { locale: "vi" })).toBe(vietnamese);
  });

  test("keeps the exact numbers and says what an order changes in the data", () => {
    const { next } = explainPlacement(factsOf(often(5.278846153846154)), activityStatus());
    expect(next?.missing).toEqual([
      expect.objectContaining({
        facts: ["rhythm"],
        actual: 5.278846153846154,
        fallsWith: ["orders", "orderDays", "recentOrders", "recentOrderDays"],
      }),
    ]);
  });
});

describe("steps that nothing can reach", () => {
  const closed = calibrateScale(customerLevels(), tableOf([]));

  test("are passed over on the way up, and leave nothing next at the top", () => {
    const frequent = { orders: 4, recentOrders: 4, recentRevenueMinor: 1 };
    expect(explainPlacement(factsOf(frequent), closed).next).toBeNull();
    expect(said(frequent, closed)).toBe(
      "Frequency buyer, step 5 of 6. This is the highest step that can be reached.",
    );
    expect(said(frequent, closed, { locale: "vi" })).toBe(
      "Mua thường xuyên, bậc 5/6. Đây là bậc cao nhất có thể đạt được.",
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

  test("are said off the scale too", () => {
    const shut = defineScale({ name: "shut", steps: [steps[1]] });
    expect(said({}, shut)).toBe("On no step. No step can be reached.");
    expect(said({}, shut, { locale: "vi" })).toBe("Chưa ở bậc nào. Không thể lên bậc nào.");
  });

  test("and neither those that this customer has left behind", () => {
    const firsts = defineScale({
      name: "firsts",
      steps: [
        { id: "buyer", when: { fact: "orders", atLeast: 1 } },
        { id: "first", when: { fact: "orders", is: 1 } },
        {
          id: "fan",
          when: {
            all: [
              { fact: "reviews", atLeast: 1 },
              { fact: "orders", atMost: 3 },
            ],
          },
        },
      ],
    });
    const nextOf = (facts: PartialFacts) => explainPlacement(factsOf(facts), firsts).next?.step ?? null;
    expect([nextOf({ orders: 2 }), nextOf({ orders: 4 })]).toEqual(["fan", null]);
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
