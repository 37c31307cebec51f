import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { Criterion, Threshold } from "../../criteria/criterion.ts";
import { defineScale } from "../defineScale.ts";
import type { Climb, OpenScale, Scale, StepDefinition } from "../scale.ts";
import { assertAtMostOne } from "./assertAtMostOne.ts";

/** The four loyalty levels, from the lowest. */
export type LoyaltyLevel = "uncommitted" | "potential" | "loyal" | "very-loyal";

/** What {@link loyaltyLevels} can be told. */
export interface LoyaltyLevelsOptions {
  /** With the defaults each level includes the one below, and both ways to climb agree. @defaultValue `"highest"` */
  readonly climb?: Climb;
  /** Orders, interests, reviews and mentions, added up, that show potential. @defaultValue `2` */
  readonly potentialSignals?: number;
  /** Orders in the window that loyalty takes. @defaultValue `3` */
  readonly loyalOrders?: number;
  /** The highest recommendation score (0–10) that rules loyalty out. @defaultValue `6` */
  readonly unhappyNps?: number;
  /** Open complaints that rule loyalty out. @defaultValue `1` */
  readonly tooManyOpenComplaints?: number;
  /** Referrals, testimonials and mentions, added up, that show commitment. @defaultValue `1` */
  readonly committedRecommendations?: number;
  /** The recommendation score or repurchase intent (0–10) that shows commitment. @defaultValue `9` */
  readonly committedScore?: number;
  /** The share of the buyers in the window who count as valuable. @defaultValue `0.2` */
  readonly veryLoyalTop?: number;
  /** Instead of a share: the revenue in the window that makes someone valuable, in major units. */
  readonly veryLoyalRevenue?: Threshold;
  /** Instead of a share: the profit in the window that makes someone valuable, in major units. */
  readonly veryLoyalProfit?: Threshold;
  /** ISO 4217; required with an amount. */
  readonly currency?: string;
  /** Whole days; then tables with another window are refused. Left open unless stated. */
  readonly windowDays?: number;
}

const KNOWN: readonly (keyof LoyaltyLevelsOptions)[] = [
  "climb",
  "potentialSignals",
  "loyalOrders",
  "unhappyNps",
  "tooManyOpenComplaints",
  "committedRecommendations",
  "committedScore",
  "veryLoyalTop",
  "veryLoyalRevenue",
  "veryLoyalProfit",
  "currency",
  "windowDays",
];

/**
 * The four loyalty levels: behaviour and attitude together. With orders alone nobody is very loyal, since habit
 * is not commitment. The name of the scale is `"loyaltyLevels"`.
 *
 * | level | stands there |
 * |---|---|
 * | `uncommitted` | `orders >= 1` or `interests >= 1` |
 * | `potential` | `recentOrders >= 1` and `orders + interests + reviews + mentions >= 2` |
 * | `loyal` | `recentOrders >= 3`, not `nps <= 6`, not `openComplaints >= 1` |
 * | `very-loyal` | loyal; valuable; and `referrals + testimonials + mentions >= 1` or `nps >= 9` or `intent >= 9` |
 *
 * Valuable is the top 20 % by `recentRevenue` among everyone with an order in the window, by `recentProfit`
 * where every order of theirs has a cost. The scale is open until `calibrateScale` has taken the amount from a
 * population, unless you state the amount. Who never answered a survey is not unhappy.
 *
 * @throws LoyaltyError `invalid_option` for an unknown option, or more than one of share, revenue and profit;
 * `currency_required`, `unknown_currency`, `invalid_definition`, `invalid_threshold` for a value that does not fit
 *
 * @example
 * isCalibrated(loyaltyLevels()); // => false
 * isCalibrated(loyaltyLevels({ veryLoyalProfit: 900, currency: "EUR" })); // => true
 */
export function loyaltyLevels(
  options: LoyaltyLevelsOptions & { readonly currency: string } & (
      | { readonly veryLoyalRevenue: Threshold; readonly veryLoyalProfit?: never }
      | { readonly veryLoyalProfit: Threshold; readonly veryLoyalRevenue?: never }
    ),
): Scale<LoyaltyLevel>;
export function loyaltyLevels(
  options?: LoyaltyLevelsOptions & { readonly veryLoyalRevenue?: never; readonly veryLoyalProfit?: never },
): Scale<LoyaltyLevel, true>;
export function loyaltyLevels(options: LoyaltyLevelsOptions): OpenScale<LoyaltyLevel>;
export function loyaltyLevels(options: LoyaltyLevelsOptions = {}): OpenScale<LoyaltyLevel> {
  assertKnownOptions(options, KNOWN);
  assertAtMostOne(options, ["veryLoyalTop", "veryLoyalRevenue", "veryLoyalProfit"]);
  const { climb = "highest", currency, windowDays } = options;
  return defineScale({
    name: "loyaltyLevels",
    climb,
    ...(currency === undefined ? {} : { currency }),
    ...(windowDays === undefined ? {} : { windowDays }),
    labels: { en: "Loyalty levels", vi: "Cấp độ trung thành" },
    steps: levels(options),
  }) as OpenScale<LoyaltyLevel>;
}

function levels(options: LoyaltyLevelsOptions): readonly StepDefinition<LoyaltyLevel>[] {
  const { potentialSignals = 2 } = options;
  const loyal = loyalParts(options);
  return [
    {
      id: "uncommitted",
      when: {
        any: [
          { fact: "orders", atLeast: 1 },
          { fact: "interests", atLeast: 1 },
        ],
      },
      labels: { en: "Uncommitted", vi: "Chưa cam kết" },
      descriptions: {
        en: "No bond with you; switches easily.",
        vi: "Chưa gắn bó với thương hiệu; dễ chuyển sang nơi khác.",
      },
    },
    {
      id: "potential",
      when: {
        all: [
          { fact: "recentOrders", atLeast: 1 },
          { sum: ["orders", "interests", "reviews", "mentions"], atLeast: potentialSignals },
        ],
      },
      labels: { en: "Potentially loyal", vi: "Có tiềm năng trung thành" },
      descriptions: {
        en: "Interested and in touch, still to be convinced of your worth.",
        vi: "Đã quan tâm và tương tác, cần được chứng minh giá trị đích thực.",
      },
    },
    {
      id: "loyal",
      when: { all: loyal },
      labels: { en: "Loyal", vi: "Trung thành" },
      descriptions: {
        en: "Buys often, thinks well of you, brings steady profit.",
        vi: "Mua thường xuyên, đánh giá tích cực, mang lại lợi nhuận ổn định.",
      },
    },
    {
      id: "very-loyal",
      when: { all: [...loyal, valuable(options), committed(options)] },
      labels: { en: "Very loyal", vi: "Rất trung thành" },
      descriptions: {
        en: "Brings high profit, is deeply committed and shapes the opinion of others.",
        vi: "Mang lại lợi nhuận cao, gắn bó sâu sắc và dẫn dắt ý kiến người khác.",
      },
    },
  ];
}

function loyalParts(options: LoyaltyLevelsOptions): readonly Criterion[] {
  const { loyalOrders = 3, unhappyNps = 6, tooManyOpenComplaints = 1 } = options;
  return [
    { fact: "recentOrders", atLeast: loyalOrders },
    { not: { fact: "nps", atMost: unhappyNps } },
    { not: { fact: "openComplaints", atLeast: tooManyOpenComplaints } },
  ];
}

function valuable(options: LoyaltyLevelsOptions): Criterion {
  const { veryLoyalTop = 0.2, veryLoyalRevenue, veryLoyalProfit } = options;
  if (veryLoyalProfit !== undefined) return { fact: "recentProfit", atLeast: veryLoyalProfit };
  if (veryLoyalRevenue !== undefined) return { fact: "recentRevenue", atLeast: veryLoyalRevenue };
  const among: Criterion = { fact: "recentOrders", atLeast: 1 };
  return { fact: "recentRevenue", atLeast: { top: veryLoyalTop, among, prefer: "recentProfit" } };
}

function committed(options: LoyaltyLevelsOptions): Criterion {
  const { committedRecommendations = 1, committedScore = 9 } = options;
  return {
    any: [
      { sum: ["referrals", "testimonials", "mentions"], atLeast: committedRecommendations },
      { fact: "nps", atLeast: committedScore },
      { fact: "intent", atLeast: committedScore },
    ],
  };
}
