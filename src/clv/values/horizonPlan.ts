import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseModel } from "../model/purchaseModel.ts";
import { type Calendar, type Duration, daysPer, type TimeUnit } from "./calendar.ts";
import { type DiscountRate, dailyRateOf } from "./discountRate.ts";
import { gradedNodes } from "./gradedNodes.ts";

/** How far ahead to look, and what money later is worth. */
export interface HorizonOptions {
  /** The unit of the customers' ages, and so of the parameters. For BG/BB the time from opportunity to opportunity. */
  readonly timeUnit: TimeUnit;
  /** How far ahead; its unit is also the length of a step. */
  readonly horizon: Duration;
  readonly discount: DiscountRate;
  /**
   * When purchases are paid: all of a step at its end, or each when it happens. Not for BG/BB, where `end_of_step`
   * is when they happen. @defaultValue `"end_of_step"`
   */
  readonly payment?: "end_of_step" | "continuous";
  /** How long a month and a year are. */
  readonly calendar?: Calendar;
  /** The share of spend that is kept. @defaultValue `1` */
  readonly margin?: number;
}

/** Discounted purchases as a weighted sum of expected purchases at some horizons: the same for all customers. */
export interface HorizonPlan {
  /** In the time unit of the model. */
  readonly horizons: Float64Array;
  readonly weights: Float64Array;
  readonly margin: number;
}

const MAXIMUM_STEPS = 100_000;

const OPTION_NAMES = ["timeUnit", "horizon", "discount", "payment", "calendar", "margin"];

/**
 * Turns the options into horizons and weights. With C(t) the expected purchases until t and D the discount factor,
 * steps of length h are Σ D(kh)·(C(kh) − C((k−1)h)) = Σ (D(kh) − D((k+1)h))·C(kh), the last weight being D(nh); and
 * continuous payment is ∫ D dC = D(H)·C(H) + δ ∫ D·C dt.
 */
export function horizonPlanOf(model: PurchaseModel, options: HorizonOptions): HorizonPlan {
  assertKnownOptions(options, OPTION_NAMES);
  const { timeUnit, horizon, payment = "end_of_step", calendar, margin = 1 } = options;
  if (!Number.isFinite(margin)) fail("invalid_option", ["margin"], "a finite share, such as 0.3", margin);
  const isStepped = payment === "end_of_step";
  if (!isStepped && (payment !== "continuous" || model.name === "bg-bb")) {
    fail("invalid_option", ["payment"], "end_of_step, or continuous but for bg-bb", payment);
  }
  assertKnownOptions(horizon, ["count", "unit"], ["horizon"]);
  const { count, unit } = horizon;
  const isCount = isStepped ? Number.isSafeInteger(count) && count <= MAXIMUM_STEPS : Number.isFinite(count);
  if (!(count > 0 && isCount)) {
    fail("invalid_option", ["horizon", "count"], `above 0; for steps whole, up to ${MAXIMUM_STEPS}`, count);
  }
  const daysPerUnit = daysPer(timeUnit, calendar);
  const ratePerUnit = dailyRateOf(options.discount, calendar) * daysPerUnit;
  const length = daysPer(unit, calendar) / daysPerUnit;
  const step = model.name === "bg-bb" ? Math.round(length) : length;
  if (!(Math.abs(length - step) <= 1e-9 * length)) {
    fail("invalid_option", ["horizon", "unit"], `a whole number of opportunities, one per ${timeUnit}`, unit);
  }
  const plan =
    ratePerUnit === 0
      ? { horizons: Float64Array.of(count * step), weights: Float64Array.of(1) }
      : isStepped
        ? stepsOf(count, step, ratePerUnit)
        : flowOf(count * step, ratePerUnit);
  if (!plan.weights.every(Number.isFinite)) {
    fail(
      "invalid_option",
      ["discount", "rate"],
      "a rate whose factors over the horizon are finite",
      options.discount.rate,
    );
  }
  return { ...plan, margin };
}

function stepsOf(count: number, step: number, ratePerUnit: number): Omit<HorizonPlan, "margin"> {
  const horizons = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const end = (index + 1) * step;
    const isLast = index === count - 1;
    horizons[index] = end;
    weights[index] = Math.exp(-ratePerUnit * end) * (isLast ? 1 : -Math.expm1(-ratePerUnit * step));
  }
  return { horizons, weights };
}

function flowOf(end: number, ratePerUnit: number): Omit<HorizonPlan, "margin"> {
  const { nodes, weights } = gradedNodes(end, ratePerUnit);
  const atNodes = weights.map(
    (weight, index) => weight * ratePerUnit * Math.exp(-ratePerUnit * (nodes[index] as number)),
  );
  return {
    horizons: Float64Array.of(...nodes, end),
    weights: Float64Array.of(...atNodes, Math.exp(-ratePerUnit * end)),
  };
}
