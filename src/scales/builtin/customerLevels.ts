import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { Criterion, Threshold, TopThreshold } from "../../criteria/criterion.ts";
import { defineScale } from "../defineScale.ts";
import type { Climb, OpenScale, Scale, StepDefinition } from "../scale.ts";
import { assertAtMostOne } from "./assertAtMostOne.ts";

/** The six levels, from the lowest. */
export type CustomerLevel =
  | "suspect"
  | "prospect"
  | "first-buy"
  | "rebuy"
  | "frequency-buyer"
  | "key-account";

/** What {@link customerLevels} can be told. */
export interface CustomerLevelsOptions {
  /** @defaultValue `"highest"` */
  readonly climb?: Climb;
  /** Orders from which someone is a first buyer. @defaultValue `1` */
  readonly firstBuyOrders?: number;
  /** Orders from which someone buys again. @defaultValue `2` */
  readonly rebuyOrders?: number;
  /** Orders in the window from which someone buys frequently. @defaultValue `4` */
  readonly frequencyOrders?: number;
  /** The share of the buyers in the window who count as big by revenue. @defaultValue `0.2` */
  readonly keyAccountTop?: number;
  /** Instead of a share: the revenue in the window that makes a key account, in major units. */
  readonly keyAccountRevenue?: Threshold;
  /** ISO 4217; required with `keyAccountRevenue`. */
  readonly currency?: string;
  /** Whole days; then tables with another window are refused. Left open unless stated. */
  readonly windowDays?: number;
}

const KNOWN: readonly (keyof CustomerLevelsOptions)[] = [
  "climb",
  "firstBuyOrders",
  "rebuyOrders",
  "frequencyOrders",
  "keyAccountTop",
  "keyAccountRevenue",
  "currency",
  "windowDays",
];

/**
 * The six customer levels, from someone who could buy to someone who buys often and much. The name of the
 * scale is `"levels"`.
 *
 * | level | stands there |
 * |---|---|
 * | `suspect` | `targeted` |
 * | `prospect` | `targeted` and `reachable` |
 * | `first-buy` | `orders >= 1` |
 * | `rebuy` | `orders >= 2` |
 * | `frequency-buyer` | `recentOrders >= 4` |
 * | `key-account` | a frequency buyer, and `recentRevenue` at least an amount |
 *
 * Without `keyAccountRevenue` the scale is open: `calibrateScale` takes the amount from a population, by default
 * the top 20 % of everyone with an order in the window. With `climb: "stepwise"` any order counts as targeted
 * and reachable, so a known buyer is never off the scale; someone who only showed interest is.
 *
 * @throws LoyaltyError `invalid_option` for an unknown option, or a share beside an amount; `currency_required`,
 * `unknown_currency`, `invalid_definition`, `invalid_threshold` for a value that does not fit
 *
 * @example
 * isCalibrated(customerLevels()); // => false
 * isCalibrated(customerLevels({ keyAccountRevenue: "5000.00", currency: "USD" })); // => true
 */
export function customerLevels(
  options: CustomerLevelsOptions & { readonly keyAccountRevenue: Threshold; readonly currency: string },
): Scale<CustomerLevel>;
export function customerLevels(
  options?: CustomerLevelsOptions & { readonly keyAccountRevenue?: never },
): Scale<CustomerLevel, true>;
export function customerLevels(options: CustomerLevelsOptions): OpenScale<CustomerLevel>;
export function customerLevels(options: CustomerLevelsOptions = {}): OpenScale<CustomerLevel> {
  assertKnownOptions(options, KNOWN);
  assertAtMostOne(options, ["keyAccountTop", "keyAccountRevenue"]);
  const { climb = "highest", currency, windowDays } = options;
  return defineScale({
    name: "levels",
    climb,
    ...(currency === undefined ? {} : { currency }),
    ...(windowDays === undefined ? {} : { windowDays }),
    labels: { en: "Customer levels", vi: "Cấp độ khách hàng" },
    steps: [...earlyLevels(options, climb === "stepwise"), ...lateLevels(options)],
  }) as OpenScale<CustomerLevel>;
}

const TARGETED: Criterion = { fact: "targeted", is: true };
const REACHABLE: Criterion = { fact: "reachable", is: true };
const ANY_ORDER: Criterion = { fact: "orders", atLeast: 1 };

function earlyLevels(
  { firstBuyOrders = 1 }: CustomerLevelsOptions,
  stepwise: boolean,
): readonly StepDefinition<CustomerLevel>[] {
  const sellable: Criterion = { all: [TARGETED, REACHABLE] };
  return [
    {
      id: "suspect",
      when: stepwise ? { any: [TARGETED, ANY_ORDER] } : TARGETED,
      labels: { en: "Suspect", vi: "Người có khả năng mua" },
      descriptions: {
        en: "Could use what you sell, wherever they are.",
        vi: "Phù hợp để dùng sản phẩm của bạn, dù họ ở bất cứ đâu.",
      },
    },
    {
      id: "prospect",
      when: stepwise ? { any: [sellable, ANY_ORDER] } : sellable,
      labels: { en: "Prospect", vi: "Người có thể bán hàng cho" },
      descriptions: {
        en: "Someone you can really sell to: in reach of delivery, stock and law.",
        vi: "Người bạn thực sự bán được: trong tầm giao hàng, có hàng và đúng luật.",
      },
    },
    {
      id: "first-buy",
      when: { fact: "orders", atLeast: firstBuyOrders },
      labels: { en: "First buy", vi: "Mua lần đầu" },
      descriptions: {
        en: "Placed a first order; a buyer, not yet a customer.",
        vi: "Đã mua đơn hàng đầu tiên; là người mua, chưa phải khách hàng.",
      },
    },
  ];
}

function lateLevels(options: CustomerLevelsOptions): readonly StepDefinition<CustomerLevel>[] {
  const { rebuyOrders = 2, frequencyOrders = 4, keyAccountTop = 0.2, keyAccountRevenue } = options;
  const frequent: Criterion = { fact: "recentOrders", atLeast: frequencyOrders };
  const top: TopThreshold = { top: keyAccountTop, among: { fact: "recentOrders", atLeast: 1 } };
  return [
    {
      id: "rebuy",
      when: { fact: "orders", atLeast: rebuyOrders },
      labels: { en: "Rebuy", vi: "Mua lặp lại" },
      descriptions: {
        en: "Bought a second or third time.",
        vi: "Đã mua lại lần thứ hai, thứ ba.",
      },
    },
    {
      id: "frequency-buyer",
      when: frequent,
      labels: { en: "Frequency buyer", vi: "Mua thường xuyên" },
      descriptions: {
        en: "Buys often; you have become a habit.",
        vi: "Mua hàng thường xuyên; bạn đã thành thói quen tiêu dùng của họ.",
      },
    },
    {
      id: "key-account",
      when: { all: [frequent, { fact: "recentRevenue", atLeast: keyAccountRevenue ?? top }] },
      labels: { en: "Key account", vi: "Khách hàng trọng điểm" },
      descriptions: {
        en: "Buys often and for large amounts.",
        vi: "Mua thường xuyên với giá trị lớn.",
      },
    },
  ];
}
