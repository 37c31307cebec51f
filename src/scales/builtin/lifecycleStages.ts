import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { Criterion } from "../../criteria/criterion.ts";
import { defineScale } from "../defineScale.ts";
import type { Climb, Scale, StepDefinition } from "../scale.ts";

/** The five stages, from the first. */
export type LifecycleStage = "reach" | "acquisition" | "development" | "retention" | "advocacy";

/** What {@link lifecycleStages} can be told; all of it counts over a customer's life. */
export interface LifecycleOptions {
  /** @defaultValue `"highest"` */
  readonly climb?: Climb;
  /** Interests from which someone is being won. @defaultValue `1` */
  readonly acquisitionInterests?: number;
  /** Orders from which someone is being developed. @defaultValue `1` */
  readonly developmentOrders?: number;
  /** Orders from which someone is to be kept. @defaultValue `2` */
  readonly retentionOrders?: number;
  /** Referrals and testimonials, added up, from which someone speaks for you. @defaultValue `1` */
  readonly advocacyRecommendations?: number;
}

const KNOWN: readonly (keyof LifecycleOptions)[] = [
  "climb",
  "acquisitionInterests",
  "developmentOrders",
  "retentionOrders",
  "advocacyRecommendations",
];

/**
 * The five stages of a customer's life with you. The name of the scale is `"lifecycle"`.
 *
 * | stage | stands there |
 * |---|---|
 * | `reach` | `targeted` |
 * | `acquisition` | `interests >= 1` |
 * | `development` | `orders >= 1` |
 * | `retention` | `orders >= 2` |
 * | `advocacy` | `referrals + testimonials >= 1` |
 *
 * With `climb: "stepwise"` any interest or order counts as reached and any order as won, so a known buyer is
 * never off the scale; someone who recommends without any interest or order is.
 *
 * @throws LoyaltyError `invalid_option` for an unknown option; `invalid_definition`, `invalid_threshold` for a
 * value that does not fit
 *
 * @example
 * lifecycleStages().steps.map((step) => step.id); // => ["reach", "acquisition", "development", "retention", "advocacy"]
 */
export function lifecycleStages(options: LifecycleOptions = {}): Scale<LifecycleStage> {
  assertKnownOptions(options, KNOWN);
  const { climb = "highest" } = options;
  return defineScale({
    name: "lifecycle",
    climb,
    labels: { en: "Customer lifecycle", vi: "Vòng đời khách hàng" },
    steps: [...beforeBuying(options, climb === "stepwise"), ...afterBuying(options)],
  }) as Scale<LifecycleStage>;
}

const TARGETED: Criterion = { fact: "targeted", is: true };
const ANY_INTEREST: Criterion = { fact: "interests", atLeast: 1 };
const ANY_ORDER: Criterion = { fact: "orders", atLeast: 1 };

function beforeBuying(
  { acquisitionInterests = 1 }: LifecycleOptions,
  stepwise: boolean,
): readonly StepDefinition<LifecycleStage>[] {
  const interested: Criterion = { fact: "interests", atLeast: acquisitionInterests };
  return [
    {
      id: "reach",
      when: stepwise ? { any: [TARGETED, ANY_INTEREST, ANY_ORDER] } : TARGETED,
      labels: { en: "Reach", vi: "Tiếp cận" },
      descriptions: {
        en: "To be reached: fits your market.",
        vi: "Cần được tiếp cận: thuộc thị trường mục tiêu.",
      },
    },
    {
      id: "acquisition",
      when: stepwise ? { any: [interested, ANY_ORDER] } : interested,
      labels: { en: "Acquisition", vi: "Thu hút" },
      descriptions: {
        en: "Showed interest and is being won.",
        vi: "Đã quan tâm và đang được thuyết phục mua.",
      },
    },
  ];
}

function afterBuying(options: LifecycleOptions): readonly StepDefinition<LifecycleStage>[] {
  const { developmentOrders = 1, retentionOrders = 2, advocacyRecommendations = 1 } = options;
  return [
    {
      id: "development",
      when: { fact: "orders", atLeast: developmentOrders },
      labels: { en: "Development", vi: "Phát triển và nuôi dưỡng" },
      descriptions: {
        en: "Bought; to be nurtured towards the second purchase.",
        vi: "Đã mua; cần nuôi dưỡng để mua lần thứ hai.",
      },
    },
    {
      id: "retention",
      when: { fact: "orders", atLeast: retentionOrders },
      labels: { en: "Retention", vi: "Giữ chân" },
      descriptions: {
        en: "Buys again and is to be kept close.",
        vi: "Mua lặp lại và cần được giữ thật gần.",
      },
    },
    {
      id: "advocacy",
      when: { sum: ["referrals", "testimonials"], atLeast: advocacyRecommendations },
      labels: { en: "Advocacy", vi: "Ủng hộ" },
      descriptions: {
        en: "Spreads the word about you.",
        vi: "Lan truyền điều tốt về bạn.",
      },
    },
  ];
}
