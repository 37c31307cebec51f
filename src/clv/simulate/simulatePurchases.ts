import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { OrderActivity } from "../../customers/activity.ts";
import type { SeededRandom } from "../../math/createRandom.ts";
import { FIRST_CALENDAR_DAY, MILLISECONDS_PER_DAY } from "../../units/day.ts";
import type { GammaGammaParameters } from "../gammaGamma/parameters.ts";
import { type AgeOptions, checkedDay } from "../purchases/purchaseOptions.ts";
import { minorPerMajorOf } from "../purchases/purchases.ts";
import { daysPer } from "../values/calendar.ts";
import { checkedCount } from "./checkedCount.ts";
import { createStreams } from "./createStreams.ts";
import { assertSpendParameters, drawLnSpendRate, drawMeanSpend } from "./drawSpend.ts";
import { type ContinuousModel, lifeOf } from "./lifeOf.ts";

/** What {@link simulatePurchases} is told; `timeUnit` is that of the parameters. */
export type PurchaseSimulation = ContinuousModel &
  AgeOptions & {
    readonly customerCount: number;
    /** The last day that is observed, whole, `YYYY-MM-DD`. */
    readonly observationEnd: string;
    /** On how many days customers make their first purchases, one after the other, day by day. @defaultValue `365` */
    readonly acquisitionDays?: number;
    /** The last of these days, `YYYY-MM-DD`. @defaultValue `observationEnd` */
    readonly acquisitionEnd?: string;
    /** A safe integer. */
    readonly seed: number;
    /**
     * What a purchase costs, by Gamma-Gamma in major units of `currency` (ISO 4217), which the table is then made with.
     * @defaultValue nothing: all amounts are 0
     */
    readonly spend?: { readonly parameters: GammaGammaParameters; readonly currency: string };
  };

const OPTIONS = ["model", "parameters", "timeUnit", "calendar", "customerCount", "observationEnd"];
const MORE_OPTIONS = ["acquisitionDays", "acquisitionEnd", "seed", "spend"];

/**
 * Simulates a shop whose customers live by a model: the orders that `createActivityTable` takes (in UTC), customer by
 * customer, each by time. Customer `c1` first buys on the first day of acquisition, `c2` on the next, and so on round and
 * round, always at the end of the day, so that ages run from there to the end of `observationEnd` just as `purchasesOf`
 * counts them. Spend is independent of purchases, and rounded to minor units; no amount exceeds the largest safe integer.
 *
 * Purchases of one customer on one day are one order, as the models count days. Who buys at a rate of λ a day is therefore
 * seen on 1 − e^−λ days a day: 5 % too few at λ = .1, 37 % at 1. Fast buyers look slower and a fit finds fewer of them;
 * where that matters, `simulatePurchaseColumns` has exact ages.
 *
 * The same seed gives the same orders on every host, but for what the last digit of `Math.log` there may move, and the
 * same lives as `simulatePurchaseColumns`. Each customer has numbers of their own: more customers do not change the
 * earlier ones, with spend the purchases are the same, and with `acquisitionEnd` given a later `observationEnd` only adds
 * orders.
 *
 * @throws LoyaltyError `invalid_option` for unknown options, an unknown model or unit, parameters that are not finite and
 * above 0, a purchase rate of more than 10^8 in all the time, days that are none, acquisition that ends after the
 * observation or begins before the year 0, counts that are not whole, a seed that is no safe integer; `unknown_currency`
 *
 * @example
 * const orders = simulatePurchases({
 *   model: "mbg-nbd",
 *   parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
 *   timeUnit: "week",
 *   customerCount: 500,
 *   acquisitionDays: 84,
 *   acquisitionEnd: "2025-03-25",
 *   observationEnd: "2025-12-31",
 *   spend: { parameters: { p: 6.25, q: 3.74, v: 15.44 }, currency: "USD" },
 *   seed: 7,
 * });
 * const activities = createActivityTable(orders, { currency: "USD" });
 * purchasesOf(activities, { observationEnd: "2025-12-31" }).customerCount; // => 500
 */
export function simulatePurchases(options: PurchaseSimulation): OrderActivity[] {
  assertKnownOptions(options, [...OPTIONS, ...MORE_OPTIONS]);
  const { timeUnit = "week", seed } = options;
  const customerCount = checkedCount(options.customerCount, "customerCount", 0);
  const daysPerUnit = daysPer(timeUnit, options.calendar);
  const { firstDay, acquisitionDays, endDay } = checkedDays(options);
  if ((options.model as string) === "bg-bb")
    fail("invalid_option", ["model"], "a model in continuous time", options.model);
  const live = lifeOf(options, (endDay - firstDay) / daysPerUnit);
  const spendOf = spending(options.spend);
  const nextLife = createStreams(seed, "life");
  const nextSpend = createStreams(seed, "spend");
  const orders: OrderActivity[] = [];
  for (let customer = 0; customer < customerCount; customer += 1) {
    const customerId = `c${customer + 1}`;
    const start = firstDay + (customer % acquisitionDays);
    const nextAmount = spendOf(nextSpend());
    let orderCount = 0;
    const order = (day: number, atMs: number) => {
      orderCount += 1;
      const id = `${customerId}-${orderCount}`;
      orders.push({ kind: "order", id, customerId, atMs, day, amountMinor: nextAmount() });
    };
    const midnight = start + 1; // the age of 0
    order(start, midnight * MILLISECONDS_PER_DAY - 1);
    let lastDay = start;
    live(nextLife(), (endDay - start) / daysPerUnit, (age) => {
      const days = age * daysPerUnit;
      const day = Math.min(endDay, midnight + Math.floor(days)); // the end itself only by rounding
      if (day === lastDay) return;
      lastDay = day;
      const atMs = Math.floor((midnight + days) * MILLISECONDS_PER_DAY);
      order(day, Math.min(atMs, (day + 1) * MILLISECONDS_PER_DAY - 1));
    });
  }
  return orders;
}

/** When customers come, and how long they are seen. */
function checkedDays(options: PurchaseSimulation): {
  readonly firstDay: number;
  readonly acquisitionDays: number;
  readonly endDay: number;
} {
  const { observationEnd, acquisitionEnd = observationEnd } = options;
  const endDay = checkedDay(observationEnd, ["observationEnd"]);
  const lastDay = checkedDay(acquisitionEnd, ["acquisitionEnd"]);
  if (lastDay > endDay) {
    fail("invalid_option", ["acquisitionEnd"], `${observationEnd} or earlier`, acquisitionEnd);
  }
  const acquisitionDays = checkedCount(options.acquisitionDays ?? 365, "acquisitionDays", 1);
  const firstDay = lastDay - acquisitionDays + 1;
  if (firstDay < FIRST_CALENDAR_DAY) {
    fail("invalid_option", ["acquisitionDays"], "days that begin in the year 0 or later", acquisitionDays);
  }
  return { firstDay, acquisitionDays, endDay };
}

/** From the numbers of a customer to what each next purchase costs them, in minor units. */
function spending(spend: PurchaseSimulation["spend"]): (random: SeededRandom) => () => number {
  if (spend === undefined) return () => () => 0;
  assertKnownOptions(spend, ["parameters", "currency"], ["spend"]);
  const { parameters, currency } = spend;
  assertSpendParameters(parameters, ["spend", "parameters"]);
  const minorPerMajor = minorPerMajorOf(currency);
  return (random) => {
    const lnSpendRate = drawLnSpendRate(random, parameters);
    return () => {
      const amount = drawMeanSpend(random, parameters.p, lnSpendRate, 1) * minorPerMajor;
      return Math.min(Number.MAX_SAFE_INTEGER, Math.round(amount));
    };
  };
}
