import { fail } from "../../base/loyaltyError.ts";
import { lnHyperU } from "../../math/lnHyperU.ts";
import type { ParameterValues, ResidualTransactions } from "../model/purchaseModel.ts";
import type { Letters } from "./parameters.ts";
import { activeProbability } from "./quietProbability.ts";

/**
 * Discounted expected residual transactions, DERT (Fader, Hardie & Lee 2005, "RFM and CLV: using iso-value curves for
 * customer base analysis", eq. 2): the purchases that are still to come from a customer, each discounted continuously
 * from its moment back to `age`,
 *
 * P(active) · (r+x)(β+T)/(α+T) · y^(s−1) U(s, s, y), y = δ(β+T), U the confluent hypergeometric function of Kummer
 * (and Tricomi). Without discount the last factors become 1/(s−1), which is finite above s = 1 only.
 *
 * @param parameters r, alpha, s, beta
 * @param discountRatePerTime δ, per time unit of the model: ln 1.15 / 52 for 15 % a year in weeks. 0: no discount.
 * @throws LoyaltyError `invalid_option` for a rate that is not finite or below 0
 *
 * @example
 * const weekly = [0.553, 10.578, 0.606, 11.669];
 * const { transactions } = discountedResidualTransactions(weekly, 2, 30.43, 38.86, Math.log(1.15) / 52);
 * transactions?.toFixed(3); // => "6.502"
 * discountedResidualTransactions(weekly, 2, 30.43, 38.86, 0); // => { transactions: null, reason: "diverges" }
 */
export function discountedResidualTransactions(
  parameters: ParameterValues,
  repeats: number,
  lastAge: number,
  age: number,
  discountRatePerTime: number,
): ResidualTransactions {
  const rate = discountRatePerTime;
  if (!(rate >= 0 && rate < Number.POSITIVE_INFINITY)) {
    fail("invalid_option", ["discountRatePerTime"], "a finite rate from 0", rate);
  }
  const { 0: r, 1: alpha, 2: s, 3: beta } = parameters as Letters;
  if (rate === 0 && s <= 1) return { transactions: null, reason: "diverges" };
  const p = r + repeats;
  const active = activeProbability(p, alpha, s, beta, lastAge, age);
  const discounted = rate * (beta + age);
  const factor =
    rate === 0 ? 1 / (s - 1) : Math.exp((s - 1) * Math.log(discounted) + lnHyperU(s, s, discounted));
  return { transactions: active * p * ((beta + age) / (alpha + age)) * factor, reason: null };
}
