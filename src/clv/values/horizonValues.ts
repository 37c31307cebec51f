import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import { doublesOf } from "../patterns/checkedColumns.ts";
import { discountedBy } from "./discountedPurchases.ts";
import { type HorizonOptions, horizonPlanOf } from "./horizonPlan.ts";

/**
 * Lifetime value of many customers over a horizon: margin × mean spend × discounted expected purchases, as in Fader,
 * Hardie and Lee (2005), "RFM and CLV", but up to a horizon. It takes spend to be independent of how often one buys.
 * What was earned before is not in it.
 *
 * @param parameters In the order of `model.parameterNames`.
 * @param meanSpend What one purchase of each customer is expected to bring, from Gamma-Gamma for instance; in any unit
 * of money, which is that of the values.
 * @returns One value per entry of the columns.
 * @throws LoyaltyError `invalid_column`, `invalid_option`
 *
 * @example
 * const weekly = [0.243, 4.414, 0.793, 2.426]; // r, alpha, a, b of the CDNOW customers
 * const columns = { customerCount: 2, repeats: [2, 0], lastAge: [30.43, 0], age: [38.86, 27] };
 * const values = horizonValues(bgNbd, weekly, columns, [24.66, 35.17], {
 *   timeUnit: "week",
 *   horizon: { count: 12, unit: "month" },
 *   discount: { rate: 0.01, per: "month", compounding: "periodic" },
 * });
 * Array.from(values, Math.round); // => [36, 11]
 */
export function horizonValues(
  model: PurchaseModel,
  parameters: ParameterValues,
  columns: PurchaseColumns,
  meanSpend: ArrayLike<number>,
  options: HorizonOptions,
): Float64Array {
  const plan = horizonPlanOf(model, options);
  const spend = doublesOf("meanSpend", meanSpend, columns.customerCount);
  const odd = spend.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (odd >= 0) fail("invalid_column", ["meanSpend", odd], "a finite amount from 0", spend[odd]);
  const values = discountedBy(model, parameters, columns, plan);
  for (let row = 0; row < values.length; row += 1) {
    values[row] = (values[row] as number) * (spend[row] as number) * plan.margin;
  }
  return values;
}
