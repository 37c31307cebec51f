import { describe, expect, test } from "vitest";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { explainCriterion } from "../../src/criteria/explainCriterion.ts";
import type { ExplainedComparison, ExplainedPart } from "../../src/criteria/explainedPart.ts";
import type { FactPhrase, Locale } from "../../src/criteria/locale.ts";
import { type LocaleCode, localeOf } from "../../src/criteria/localeOf.ts";
import { en } from "../../src/criteria/locales/en.ts";
import { vi } from "../../src/criteria/locales/vi.ts";
import { sentenceOf } from "../../src/criteria/sentenceOf.ts";
import { BUILTIN_FACTS, factSchemaOf } from "../../src/customers/facts.ts";

const OPTIONS = { schema: factSchemaOf({ tenureYears: "number", vip: "flag" }), currency: "USD" };
const FACTS = {
  orders: 1,
  recentOrders: 5,
  reviews: 0,
  openComplaints: 1,
  recentOpenComplaints: 0,
  referrals: 0,
  testimonials: 0,
  recentReferrals: 0,
  recentMentions: 0,
  recentRevenueMinor: 32_000,
  revenueMinor: 62_000,
  lastOrderDay: 20_454,
  nps: 7,
  recencyDays: 45,
  rhythm: 2.3,
  member: false,
  contactable: true,
};

/** The first missing part, else the first met one. */
function partOf(criterion: Criterion): ExplainedPart {
  const { missing, met } = explainCriterion(criterion, FACTS, OPTIONS);
  return missing[0] ?? (met[0] as ExplainedPart);
}

describe("sentenceOf", () => {
  test.each<[Criterion, string, string]>([
    [{ fact: "orders", atLeast: 2 }, "1 more order", "thêm 1 đơn hàng"],
    [{ fact: "orders", moreThan: 2 }, "2 more orders", "thêm 2 đơn hàng"],
    [{ fact: "recentOrders", atLeast: 6 }, "1 more order in the window", "thêm 1 đơn hàng trong kỳ xét"],
    [
      { sum: ["referrals", "testimonials"], atLeast: 1 },
      "1 more referral or testimonial",
      "thêm 1 lượt giới thiệu hoặc lời chứng thực",
    ],
    [
      { sum: ["orders", "referrals", "testimonials"], atLeast: 3 },
      "2 more orders, referrals or testimonials",
      "thêm 2 đơn hàng, lượt giới thiệu hoặc lời chứng thực",
    ],
    [
      { sum: ["recentReferrals", "recentMentions"], atLeast: 2 },
      "2 more referrals or social media mentions in the window",
      "thêm 2 lượt giới thiệu hoặc lượt nhắc đến trên mạng xã hội trong kỳ xét",
    ],
    [
      { sum: ["recentReferrals", "reviews"], atLeast: 2 },
      "2 more referrals in the window or reviews",
      "thêm 2 lượt giới thiệu trong kỳ xét hoặc bài đánh giá",
    ],
    [
      { not: { fact: "openComplaints", atLeast: 1 } },
      "no open complaints (now 1)",
      "không có khiếu nại chưa giải quyết (hiện là 1)",
    ],
    [
      { not: { fact: "recentOpenComplaints", atLeast: 1 } },
      "no open complaints in the window (now 0)",
      "không có khiếu nại chưa giải quyết trong kỳ xét (hiện là 0)",
    ],
    [{ fact: "orders", atMost: 0 }, "no orders (now 1)", "không có đơn hàng (hiện là 1)"],
    [{ fact: "orders", is: 0 }, "no orders (now 1)", "không có đơn hàng (hiện là 1)"],
    [{ fact: "orders", is: 3 }, "exactly 3 orders (now 1)", "đúng 3 đơn hàng (hiện là 1)"],
    [{ fact: "orders", atLeast: 1 }, "at least 1 order (now 1)", "ít nhất 1 đơn hàng (hiện là 1)"],
    [
      { fact: "recentOrders", moreThan: 4 },
      "more than 4 orders in the window (now 5)",
      "nhiều hơn 4 đơn hàng trong kỳ xét (hiện là 5)",
    ],
    [
      { fact: "recentOrders", atMost: 3 },
      "at most 3 orders in the window (now 5)",
      "không quá 3 đơn hàng trong kỳ xét (hiện là 5)",
    ],
    [
      { fact: "recentOrders", lessThan: 5 },
      "fewer than 5 orders in the window (now 5)",
      "ít hơn 5 đơn hàng trong kỳ xét (hiện là 5)",
    ],
    [
      { not: { fact: "orders", is: 1 } },
      "any number but 1 of orders (now 1)",
      "số đơn hàng khác 1 (hiện là 1)",
    ],
    [
      { fact: "interests", atLeast: 2 },
      "at least 2 expressions of interest (not known)",
      "ít nhất 2 lượt quan tâm (chưa có dữ liệu)",
    ],
    [
      { fact: "recentRevenue", atLeast: 500 },
      "revenue in the window of at least 500.00 USD, now 320.00: 180.00 more",
      "doanh thu trong kỳ xét từ 500.00 USD trở lên, hiện là 320.00: cần thêm 180.00",
    ],
    [
      { fact: "revenue", lessThan: 500 },
      "revenue below 500.00 USD, now 620.00: 120.01 less",
      "doanh thu dưới 500.00 USD, hiện là 620.00: cần bớt 120.01",
    ],
    [
      { fact: "revenue", moreThan: "500" },
      "revenue above 500.00 USD (now 620.00)",
      "doanh thu trên 500.00 USD (hiện là 620.00)",
    ],
    [
      { not: { fact: "revenue", is: "620" } },
      "revenue other than 620.00 USD (now 620.00)",
      "doanh thu khác 620.00 USD (hiện là 620.00)",
    ],
    [
      { fact: "profit", atLeast: 1 },
      "profit of at least 1.00 USD (not known)",
      "lợi nhuận từ 1.00 USD trở lên (chưa có dữ liệu)",
    ],
    [
      { sum: ["revenue", "recentRevenue"], atLeast: 1000 },
      "revenue plus revenue in the window of at least 1000.00 USD, now 940.00: 60.00 more",
      "doanh thu cộng doanh thu trong kỳ xét từ 1000.00 USD trở lên, hiện là 940.00: cần thêm 60.00",
    ],
    [{ fact: "nps", atLeast: 9 }, "NPS score of at least 9 (now 7)", "điểm NPS từ 9 trở lên (hiện là 7)"],
    [{ fact: "nps", is: 9 }, "NPS score of exactly 9 (now 7)", "điểm NPS đúng bằng 9 (hiện là 7)"],
    [
      { not: { fact: "intent", atMost: 6 } },
      "repurchase intent above 6 (not known, which will do)",
      "điểm ý định mua lại trên 6 (chưa có dữ liệu, vẫn đạt)",
    ],
    [
      { fact: "recencyDays", atMost: 30 },
      "time since the last order of at most 30 days (now 45)",
      "thời gian kể từ đơn hàng gần nhất không quá 30 ngày (hiện là 45)",
    ],
    [
      { fact: "recencyDays", atMost: 1 },
      "time since the last order of at most 1 day (now 45)",
      "thời gian kể từ đơn hàng gần nhất không quá 1 ngày (hiện là 45)",
    ],
    [
      { fact: "rhythm", atMost: 1.5 },
      "time since the last order of at most 1.5 usual gaps (now 2.3)",
      "thời gian kể từ đơn hàng gần nhất không quá 1.5 lần nhịp mua thường lệ (hiện là 2.3)",
    ],
    [
      { sum: ["nps", "orders"], atLeast: 10 },
      "NPS score plus orders of at least 10 (now 8)",
      "điểm NPS cộng đơn hàng từ 10 trở lên (hiện là 8)",
    ],
    [
      { fact: "lastOrderAt", atLeast: "2026-02-01" },
      "last order on or after 2026-02-01 (now 2026-01-01)",
      "đơn hàng gần nhất từ ngày 2026-02-01 trở đi (hiện là 2026-01-01)",
    ],
    [
      { fact: "lastOrderAt", moreThan: "2026-02-01" },
      "last order after 2026-02-01 (now 2026-01-01)",
      "đơn hàng gần nhất sau ngày 2026-02-01 (hiện là 2026-01-01)",
    ],
    [
      { fact: "lastOrderAt", atMost: "2025-02-01" },
      "last order on or before 2025-02-01 (now 2026-01-01)",
      "đơn hàng gần nhất không muộn hơn ngày 2025-02-01 (hiện là 2026-01-01)",
    ],
    [
      { fact: "memberSince", lessThan: "2025-02-01" },
      "start of membership before 2025-02-01 (not known)",
      "tư cách hội viên bắt đầu trước ngày 2025-02-01 (chưa có dữ liệu)",
    ],
    [
      { fact: "lastOrderAt", is: "2026-01-01" },
      "last order on 2026-01-01 (now 2026-01-01)",
      "đơn hàng gần nhất đúng ngày 2026-01-01 (hiện là 2026-01-01)",
    ],
    [
      { not: { fact: "lastOrderAt", is: "2026-01-01" } },
      "last order on another day than 2026-01-01 (now 2026-01-01)",
      "đơn hàng gần nhất khác ngày 2026-01-01 (hiện là 2026-01-01)",
    ],
    [{ fact: "member", is: true }, "a membership", "là hội viên"],
    [{ fact: "member", is: false }, "no membership", "không phải là hội viên"],
    [{ fact: "contactable", is: true }, "consent to contact", "đồng ý nhận liên hệ"],
    [
      { fact: "targeted", is: true },
      "fitting the target customer (not known)",
      "thuộc nhóm khách hàng mục tiêu (chưa có dữ liệu)",
    ],
    [{ fact: "vip", is: true }, "vip: yes (not known)", "vip: có (chưa có dữ liệu)"],
    [{ fact: "vip", is: false }, "vip: no (not known)", "vip: không (chưa có dữ liệu)"],
    [
      { fact: "tenureYears", atLeast: 2 },
      "tenureYears of at least 2 (not known)",
      "tenureYears từ 2 trở lên (chưa có dữ liệu)",
    ],
    [{ any: [] }, "cannot be met", "không thể đạt được"],
    [
      {
        any: [
          { fact: "orders", atLeast: 2 },
          {
            all: [
              { fact: "member", is: true },
              { fact: "nps", atLeast: 9 },
            ],
          },
        ],
      },
      "either 1 more order; or a membership and NPS score of at least 9 (now 7)",
      "một trong các điều kiện: thêm 1 đơn hàng; hoặc là hội viên và điểm NPS từ 9 trở lên (hiện là 7)",
    ],
    [
      {
        any: [
          { fact: "orders", atLeast: 3 },
          {
            all: [
              { fact: "member", is: true },
              {
                any: [
                  { fact: "reviews", atLeast: 1 },
                  { fact: "referrals", atLeast: 1 },
                ],
              },
            ],
          },
        ],
      },
      "either 2 more orders; or a membership and (either 1 more review; or 1 more referral)",
      "một trong các điều kiện: thêm 2 đơn hàng; hoặc là hội viên và " +
        "(một trong các điều kiện: thêm 1 bài đánh giá; hoặc thêm 1 lượt giới thiệu)",
    ],
  ])("%j", (criterion, english, vietnamese) => {
    const part = partOf(criterion);
    expect(sentenceOf(part, "en")).toBe(english);
    expect(sentenceOf(part, "vi")).toBe(vietnamese);
  });

  test.each<[Criterion, string, string]>([
    [
      { fact: "rhythm", atMost: 1.5 },
      "a new order (last one 2.3 usual gaps ago, at most 1.5 asked)",
      "một đơn hàng mới (đơn gần nhất cách đây 2.3 lần nhịp mua thường lệ, cần không quá 1.5)",
    ],
    [
      { not: { fact: "recencyDays", atLeast: 30 } },
      "a new order (last one 45 days ago, less than 30 asked)",
      "một đơn hàng mới (đơn gần nhất cách đây 45 ngày, cần dưới 30)",
    ],
    [{ fact: "recencyDays", is: 0 }, "a new order", "một đơn hàng mới"],
    [{ fact: "meanGapDays", atMost: 9 }, "a new order", "một đơn hàng mới"], // not known
  ])(
    "what only something new can bring about is said as what to do: %j",
    (criterion, english, vietnamese) => {
      const part = { ...(partOf(criterion) as ExplainedComparison), fallsWith: ["orders"] };
      const named = (locale: Locale): Locale => ({
        ...locale,
        facts: { ...locale.facts, meanGapDays: locale.facts.rhythm as FactPhrase },
      });
      expect(sentenceOf(part, named(en))).toBe(english);
      expect(sentenceOf(part, named(vi))).toBe(vietnamese);
    },
  );

  test.each<[Criterion, string]>([
    [{ fact: "recencyDays", lessThan: 0 }, "time since the last order below 0 days (now 45)"],
    [{ fact: "recencyDays", is: 30 }, "time since the last order of exactly 30 days (now 45)"],
    [{ not: { fact: "recencyDays", is: 45 } }, "time since the last order other than 45 days (now 45)"],
    [{ fact: "lastOrderAt", atMost: "2025-02-01" }, "last order on or before 2025-02-01 (now 2026-01-01)"],
  ])("and as what is asked where something new is not enough: %j", (criterion, english) => {
    const part = { ...(partOf(criterion) as ExplainedComparison), fallsWith: ["orders"] };
    expect(sentenceOf(part, "en")).toBe(english);
  });

  test("an option does not say a new order twice", () => {
    const schema = OPTIONS.schema;
    const growth = { onlyGrows: new Set<string>(), fallsWith: new Map([["rhythm", ["orders"]]]) };
    const say = (criterion: Criterion): string =>
      sentenceOf(explainCriterion(criterion, FACTS, { schema }, growth).missing[0] as ExplainedPart, "en");
    const overdue: Criterion = { fact: "rhythm", atMost: 1 };
    const joined: Criterion = { fact: "member", is: true };
    const both = (part: Criterion): Criterion => ({ any: [{ all: [part, overdue] }, joined] });
    expect(say(both({ fact: "orders", atLeast: 3 }))).toBe("either 2 more orders; or a membership");
    const overdueText = "a new order (last one 2.3 usual gaps ago, at most 1 asked); or a membership";
    expect(say(both({ fact: "reviews", atLeast: 3 }))).toBe(`either 3 more reviews and ${overdueText}`);
    expect(say(both({ fact: "orders", atMost: 0 }))).toBe(`either no orders (now 1) and ${overdueText}`);
    const either: Criterion = {
      any: [
        { fact: "orders", atLeast: 3 },
        { fact: "nps", is: 9 },
      ],
    };
    const nested = "(either 2 more orders; or NPS score of exactly 9 (now 7))";
    expect(say(both(either))).toBe(`either ${nested} and ${overdueText}`);
  });

  test.each<[number, Criterion, string]>([
    [5.278846153846154, { fact: "tenureYears", atMost: 3 }, "of at most 3 (now 5.28)"],
    [1.1, { fact: "tenureYears", atLeast: 5.278846153846154 }, "of at least 5.28 (now 1.1)"],
    [3.0001, { fact: "tenureYears", atMost: 3 }, "of at most 3 (now 3.01)"],
    [2.9999, { fact: "tenureYears", atLeast: 3 }, "of at least 3 (now 2.99)"],
    [2.9999, { fact: "tenureYears", lessThan: 3 }, "below 3 (now 2.99)"],
    [3.0001, { not: { fact: "tenureYears", is: 3 } }, "other than 3 (now 3.01)"],
    [1.2344, { fact: "tenureYears", lessThan: 1.2345 }, "below 1.23 (now 1.23)"],
    [-0.001, { fact: "tenureYears", atLeast: -0.001 }, "of at least 0 (now 0)"],
    [1e300, { fact: "tenureYears", atLeast: 12 }, "of at least 12 (now 1e+300)"],
  ])(
    "numbers have at most two decimals, and never look met when they are not: %d",
    (tenureYears, ...rest) => {
      const [criterion, english] = rest;
      const { met, missing } = explainCriterion(criterion, { tenureYears }, OPTIONS);
      expect(sentenceOf([...met, ...missing][0] as ExplainedPart, "en")).toBe(`tenureYears ${english}`);
    },
  );

  test("a count is said with at most two decimals of its threshold", () => {
    expect(sentenceOf(partOf({ fact: "recentOrders", atMost: 3.456 }), "en")).toBe(
      "at most 3.46 orders in the window (now 5)",
    );
  });

  test("the length of the window, when it is known", () => {
    const part = partOf({ fact: "recentOrders", atLeast: 6 });
    expect(sentenceOf(part, "en", { windowDays: 365 })).toBe("1 more order in the last 365 days");
    expect(sentenceOf(part, "en", { windowDays: 1 })).toBe("1 more order on the last day");
    expect(sentenceOf(part, "vi", { windowDays: 365 })).toBe("thêm 1 đơn hàng trong 365 ngày gần nhất");
  });

  test("a day before which it must happen stands for the window, but not for an amount in it", () => {
    const before = "2027-03-01";
    const orders = { ...partOf({ fact: "recentOrders", atLeast: 7 }), before };
    expect(sentenceOf(orders, "en")).toBe("2 more orders before 2027-03-01");
    expect(sentenceOf(orders, "vi")).toBe("thêm 2 đơn hàng trước ngày 2027-03-01");
    const revenue = { ...partOf({ fact: "recentRevenue", atLeast: 500 }), before };
    expect(sentenceOf(revenue, "en")).toBe(
      "revenue in the window of at least 500.00 USD, now 320.00: 180.00 more before 2027-03-01",
    );
  });
});

describe("locales", () => {
  const shipped: [LocaleCode, Locale][] = [
    ["en", en],
    ["vi", vi],
  ];

  test.each(shipped)(
    "%s has a phrase of the right shape for every built-in fact, and no other",
    (code, locale) => {
      expect(localeOf(code)).toBe(locale);
      expect(locale.code).toBe(code);
      expect(Object.keys(locale.facts).sort()).toEqual([...BUILTIN_FACTS.keys()].sort());
      for (const [fact, { kind }] of BUILTIN_FACTS) {
        const phrase = locale.facts[fact];
        const shape = kind === "flag" ? "yes" : kind === "count" ? "other" : "name";
        expect(phrase, fact).toHaveProperty(shape);
        expect(phrase !== undefined && "window" in phrase, fact).toBe(fact.startsWith("recent"));
      }
    },
  );

  test("recent facts are called like their lifetime twins", () => {
    for (const [, { facts }] of shipped) {
      for (const fact of BUILTIN_FACTS.keys()) {
        const twin = fact.replace(/^recent(.)/, (_, letter: string) => letter.toLowerCase());
        if (twin !== fact) expect(facts[fact]).toEqual({ ...facts[twin], window: true });
      }
    }
  });

  test("every noun has its English singular and plural", () => {
    const nouns = Object.values(en.facts).filter((phrase) => "other" in phrase);
    expect(nouns.length).toBeGreaterThan(0);
    expect(nouns.filter((phrase) => !("one" in phrase))).toEqual([]);
  });

  test("the locales share every template token", () => {
    const tokensOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const group of ["counts", "quantities", "days", "flags", "actual"] as const) {
      for (const [name, template] of Object.entries(en[group])) {
        const other = (vi[group] as Record<string, string>)[name] as string;
        expect(tokensOf(other), `${group}.${name}`).toEqual(tokensOf(template));
      }
    }
  });

  test("a locale of your own, with forms that English lacks and phrases for facts of your own", () => {
    const russian: Locale = {
      ...en,
      code: "ru",
      pluralOf: (count) => new Intl.PluralRules("ru").select(count),
      facts: {
        orders: { one: "заказ", few: "заказа", many: "заказов", other: "заказа" },
        recentOrders: { one: "заказ", few: "заказа", many: "заказов", other: "заказа", window: true },
        vip: { yes: "VIP", no: "не VIP" },
        tenureYears: { name: "стаж", unit: { one: "год", few: "года", many: "лет", other: "года" } },
      },
      window: { ...en.window, days: { other: "за {days} дн." } },
      counts: { ...en.counts, more: "ещё {gap} {subject}" },
    };
    const say = (criterion: Criterion): string => sentenceOf(partOf(criterion), russian);
    expect(say({ fact: "orders", atLeast: 2 })).toBe("ещё 1 заказ");
    expect(say({ fact: "orders", atLeast: 3 })).toBe("ещё 2 заказа");
    expect(say({ fact: "orders", atLeast: 6 })).toBe("ещё 5 заказов");
    const recent = partOf({ fact: "recentOrders", atLeast: 6 });
    expect(sentenceOf(recent, russian, { windowDays: 30 })).toBe("ещё 1 заказ за 30 дн.");
    expect(say({ fact: "vip", is: true })).toBe("VIP (not known)");
    expect(say({ fact: "tenureYears", atLeast: 5 })).toBe("стаж of at least 5 лет (not known)");
    expect(say({ fact: "referrals", atLeast: 2 })).toBe("ещё 2 referrals");
    expect(say({ fact: "contactable", is: true })).toBe("contactable: yes");
  });

  test("names are never taken for tokens or for properties of objects", () => {
    const schema = factSchemaOf({ "{required}": "flag", ["constructor" as string]: "number", $1: "number" });
    const say = (criterion: Criterion): string =>
      sentenceOf(explainCriterion(criterion, {}, { schema }).missing[0] as ExplainedPart, "en");
    expect(say({ fact: "{required}", is: true })).toBe("{required}: yes (not known)");
    expect(say({ fact: "constructor", atLeast: 1 })).toBe("constructor of at least 1 (not known)");
    expect(say({ fact: "$1", atLeast: 1 })).toBe("$1 of at least 1 (not known)");
  });

  test("a phrase of another shape than the fact falls back to what can be said", () => {
    const odd: Locale = {
      ...en,
      facts: { orders: { name: "purchases" }, nps: { yes: "a", no: "b" }, member: { other: "x" } },
    };
    expect(sentenceOf(partOf({ fact: "orders", atLeast: 3 }), odd)).toBe("2 more purchases");
    expect(sentenceOf(partOf({ fact: "nps", atLeast: 9 }), odd)).toBe("nps of at least 9 (now 7)");
    expect(sentenceOf(partOf({ fact: "member", is: true }), odd)).toBe("member: yes");
  });

  test("an unknown code is refused", () => {
    let caught: unknown;
    try {
      sentenceOf({ kind: "impossible" }, "fr" as LocaleCode);
    } catch (error) {
      caught = error;
    }
    expect(isLoyaltyError(caught) && [caught.code, caught.issues[0]?.received]).toEqual([
      "unknown_locale",
      '"fr"',
    ]);
  });
});
