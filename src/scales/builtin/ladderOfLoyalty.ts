import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { Criterion } from "../../criteria/criterion.ts";
import { defineScale } from "../defineScale.ts";
import type { Climb, Scale, StepDefinition } from "../scale.ts";

/** The seven rungs, from the lowest. */
export type LadderStep =
  | "suspect"
  | "prospect"
  | "shopper"
  | "customer"
  | "member"
  | "advocate"
  | "raving-fan";

/** What {@link ladderOfLoyalty} can be told; all of it counts over a customer's life unless said otherwise. */
export interface LadderOptions {
  /** @defaultValue `"highest"` */
  readonly climb?: Climb;
  /** Interests from which someone is a prospect. @defaultValue `1` */
  readonly prospectInterests?: number;
  /** Orders from which someone is a shopper. @defaultValue `1` */
  readonly shopperOrders?: number;
  /** Orders from which someone is a customer. @defaultValue `2` */
  readonly customerOrders?: number;
  /** Orders that a member must have beside the membership. @defaultValue `2` */
  readonly memberOrders?: number;
  /** Referrals and testimonials, added up, from which someone is an advocate. @defaultValue `1` */
  readonly advocateRecommendations?: number;
  /** Unprompted referrals and mentions in the window, added up, that make a raving fan. @defaultValue `2` */
  readonly fanRecommendations?: number;
}

const KNOWN: readonly (keyof LadderOptions)[] = [
  "climb",
  "prospectInterests",
  "shopperOrders",
  "customerOrders",
  "memberOrders",
  "advocateRecommendations",
  "fanRecommendations",
];

/**
 * The ladder of loyalty: seven rungs from someone who could buy to someone who sells for you. Its name is
 * `"ladder"`.
 *
 * | rung | stands there |
 * |---|---|
 * | `suspect` | `targeted` |
 * | `prospect` | `interests >= 1` |
 * | `shopper` | `orders >= 1` |
 * | `customer` | `orders >= 2` |
 * | `member` | `member` and `orders >= 2` |
 * | `advocate` | `referrals + testimonials >= 1` |
 * | `raving-fan` | `recentUnpromptedReferrals + recentMentions >= 2` |
 *
 * With `climb: "highest"` someone may recommend before ever buying, and is an advocate. With `"stepwise"` every
 * rung below must hold too; there any interest or order makes a suspect and any order a prospect, so a known
 * buyer is never off the ladder. Who recommends without any interest or order is off it.
 *
 * @throws LoyaltyError `invalid_option` for an unknown option; `invalid_definition`, `invalid_threshold` for a
 * value that does not fit
 *
 * @example
 * ladderOfLoyalty().steps.length; // => 7
 * ladderOfLoyalty({ customerOrders: 3 }).steps[3].when; // => { fact: "orders", atLeast: 3 }
 */
export function ladderOfLoyalty(options: LadderOptions = {}): Scale<LadderStep> {
  assertKnownOptions(options, KNOWN);
  const { climb = "highest" } = options;
  return defineScale({
    name: "ladder",
    climb,
    labels: { en: "Ladder of loyalty", vi: "Nấc thang khách hàng trung thành" },
    steps: [...lowerRungs(options, climb === "stepwise"), ...upperRungs(options)],
  }) as Scale<LadderStep>;
}

const ANY_ORDER: Criterion = { fact: "orders", atLeast: 1 };
const ANY_INTEREST: Criterion = { fact: "interests", atLeast: 1 };
const TARGETED: Criterion = { fact: "targeted", is: true };

function lowerRungs(options: LadderOptions, stepwise: boolean): readonly StepDefinition<LadderStep>[] {
  const { prospectInterests = 1, shopperOrders = 1, customerOrders = 2 } = options;
  const interested: Criterion = { fact: "interests", atLeast: prospectInterests };
  return [
    {
      id: "suspect",
      when: stepwise ? { any: [TARGETED, ANY_INTEREST, ANY_ORDER] } : TARGETED,
      labels: { en: "Suspect", vi: "Khách hàng mục tiêu" },
      descriptions: {
        en: "Fits your definition of a target customer and may not know you yet.",
        vi: "Đúng chân dung khách hàng mục tiêu, có thể chưa biết đến bạn.",
      },
    },
    {
      id: "prospect",
      when: stepwise ? { any: [interested, ANY_ORDER] } : interested,
      labels: { en: "Prospect", vi: "Khách hàng tiềm năng" },
      descriptions: {
        en: "Showed interest: called, signed up or asked for a quote.",
        vi: "Đã bày tỏ sự quan tâm: gọi điện, đăng ký hoặc hỏi báo giá.",
      },
    },
    {
      id: "shopper",
      when: { fact: "orders", atLeast: shopperOrders },
      labels: { en: "Shopper", vi: "Người mua hàng" },
      descriptions: {
        en: "Bought once; the next purchase may well be made elsewhere.",
        vi: "Đã mua một lần; lần sau vẫn có thể mua ở nơi khác.",
      },
    },
    {
      id: "customer",
      when: { fact: "orders", atLeast: customerOrders },
      labels: { en: "Customer", vi: "Khách hàng" },
      descriptions: {
        en: "Came back and bought again.",
        vi: "Đã quay lại và mua nhiều hơn một lần.",
      },
    },
  ];
}

function upperRungs(options: LadderOptions): readonly StepDefinition<LadderStep>[] {
  const { memberOrders = 2, advocateRecommendations = 1, fanRecommendations = 2 } = options;
  return [
    {
      id: "member",
      when: {
        all: [
          { fact: "member", is: true },
          { fact: "orders", atLeast: memberOrders },
        ],
      },
      labels: { en: "Member", vi: "Hội viên" },
      descriptions: {
        en: "Feels part of your business: enrolled, recognised, treated differently.",
        vi: "Cảm thấy mình thuộc về doanh nghiệp: đã gia nhập, được công nhận và đối xử khác biệt.",
      },
    },
    {
      id: "advocate",
      when: { sum: ["referrals", "testimonials"], atLeast: advocateRecommendations },
      labels: { en: "Advocate", vi: "Người ủng hộ" },
      descriptions: {
        en: "Recommends you when asked: a referral now and then, a testimonial.",
        vi: "Giới thiệu bạn khi được hỏi: thỉnh thoảng giới thiệu khách hoặc viết lời chứng thực.",
      },
    },
    {
      id: "raving-fan",
      when: {
        sum: ["recentUnpromptedReferrals", "recentMentions"],
        atLeast: fanRecommendations,
      },
      labels: { en: "Raving fan", vi: "Fan cuồng nhiệt" },
      descriptions: {
        en: "Recommends you again and again without being asked.",
        vi: "Thường xuyên giới thiệu bạn, kể cả khi không được hỏi.",
      },
    },
  ];
}
