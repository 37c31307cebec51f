import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { Criterion } from "../../criteria/criterion.ts";
import { defineScale } from "../defineScale.ts";
import type { Labels, Scale, StepDefinition } from "../scale.ts";

/** The five statuses, from the lowest. */
export type ActivityStatus = "lost" | "lapsed" | "cooling" | "active" | "new";

/** What {@link activityStatus} can be told. Rhythms count a customer's own mean gaps between order days. */
export interface ActivityStatusOptions {
  /** Up to this rhythm a repeat buyer is active. @defaultValue `1.5` */
  readonly activeRhythm?: number;
  /** Up to this rhythm a repeat buyer is cooling. @defaultValue `3` */
  readonly coolingRhythm?: number;
  /** Up to this rhythm a repeat buyer has lapsed; beyond it they are lost. @defaultValue `6` */
  readonly lapsedRhythm?: number;
  /** Up to this many days after the only order day a buyer is new. @defaultValue `30` */
  readonly newDays?: number;
  /** Up to this many days after the only order day a buyer is active. @defaultValue `90` */
  readonly activeDays?: number;
  /** Up to this many days after the only order day a buyer is cooling. @defaultValue `180` */
  readonly coolingDays?: number;
  /** Up to this many days after the only order day a buyer has lapsed; beyond it they are lost. @defaultValue `365` */
  readonly lapsedDays?: number;
}

const KNOWN: readonly (keyof ActivityStatusOptions)[] = [
  "activeRhythm",
  "coolingRhythm",
  "lapsedRhythm",
  "newDays",
  "activeDays",
  "coolingDays",
  "lapsedDays",
];

/**
 * Who still buys and who has stopped, of everyone with an order. The name of the scale is `"activityStatus"`.
 * It stands across all other scales.
 *
 * | status | with two or more order days | with one order day |
 * |---|---|---|
 * | `new` | | `recencyDays <= 30` |
 * | `active` | `rhythm <= 1.5` | `recencyDays <= 90` |
 * | `cooling` | `rhythm <= 3` | `recencyDays <= 180` |
 * | `lapsed` | `rhythm <= 6` | `recencyDays <= 365` |
 * | `lost` | beyond that | beyond that |
 *
 * `rhythm` is how many of the customer's own mean gaps the last order is ago. Whoever has no order, or had every
 * order refunded, is off the scale. Everyone else stands on a step.
 *
 * @throws LoyaltyError `invalid_option` for an unknown option; `invalid_threshold` for a value that does not fit
 *
 * @example
 * activityStatus().steps.map((step) => step.id); // => ["lost", "lapsed", "cooling", "active", "new"]
 */
export function activityStatus(options: ActivityStatusOptions = {}): Scale<ActivityStatus> {
  assertKnownOptions(options, KNOWN);
  return defineScale({
    name: "activityStatus",
    climb: "highest",
    labels: { en: "Activity status", vi: "Tình trạng mua hàng" },
    steps: statuses(options),
  }) as Scale<ActivityStatus>;
}

function statuses(options: ActivityStatusOptions): readonly StepDefinition<ActivityStatus>[] {
  const { activeRhythm = 1.5, coolingRhythm = 3, lapsedRhythm = 6 } = options;
  const { newDays = 30, activeDays = 90, coolingDays = 180, lapsedDays = 365 } = options;
  return [
    status("lost", { fact: "orders", atLeast: 1 }),
    status("lapsed", since(lapsedRhythm, lapsedDays)),
    status("cooling", since(coolingRhythm, coolingDays)),
    status("active", since(activeRhythm, activeDays)),
    status("new", boughtOnceSince(newDays)),
  ];
}

function status(id: ActivityStatus, when: Criterion): StepDefinition<ActivityStatus> {
  return { id, when, labels: LABELS[id], descriptions: DESCRIPTIONS[id] };
}

function since(rhythm: number, days: number): Criterion {
  const repeatBuyer: Criterion = {
    all: [
      { fact: "orderDays", atLeast: 2 },
      { fact: "rhythm", atMost: rhythm },
    ],
  };
  return { any: [repeatBuyer, boughtOnceSince(days)] };
}

function boughtOnceSince(days: number): Criterion {
  return {
    all: [
      { fact: "orderDays", is: 1 },
      { fact: "recencyDays", atMost: days },
    ],
  };
}

const LABELS: Readonly<Record<ActivityStatus, Labels>> = {
  lost: { en: "Lost", vi: "Đã mất" },
  lapsed: { en: "Lapsed", vi: "Đã ngừng mua" },
  cooling: { en: "Cooling", vi: "Đang nguội dần" },
  active: { en: "Active", vi: "Đang mua" },
  new: { en: "New", vi: "Mới" },
};

const DESCRIPTIONS: Readonly<Record<ActivityStatus, Labels>> = {
  lost: {
    en: "Has not bought for so long that winning them back means starting anew.",
    vi: "Đã quá lâu không mua; muốn có lại phải bắt đầu từ đầu.",
  },
  lapsed: {
    en: "Bought and then stopped, measured by their own rhythm.",
    vi: "Từng mua nhưng đã dừng, so với nhịp mua của chính họ.",
  },
  cooling: {
    en: "Is later than usual.",
    vi: "Lâu hơn thường lệ chưa mua lại.",
  },
  active: {
    en: "Buys in their usual rhythm.",
    vi: "Vẫn mua đúng nhịp thường lệ.",
  },
  new: {
    en: "Bought for the first time a short while ago.",
    vi: "Vừa mua lần đầu gần đây.",
  },
};
