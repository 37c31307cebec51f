import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import { checkedColumns } from "../patterns/checkedColumns.ts";
import { type HorizonOptions, type HorizonPlan, horizonPlanOf } from "./horizonPlan.ts";

/**
 * The expected purchases of each customer over a horizon, each worth what the discount leaves of it: lifetime value in
 * purchases, to be multiplied by what one brings.
 *
 * @param parameters In the order of `model.parameterNames`.
 * @returns One number per entry of the columns.
 * @throws LoyaltyError `invalid_column`, `invalid_option`
 *
 * @example
 * const weekly = [0.243, 4.414, 0.793, 2.426]; // r, alpha, a, b of the CDNOW customers
 * const columns = { customerCount: 2, repeats: [2, 0], lastAge: [30.43, 0], age: [38.86, 27] };
 * const purchases = discountedPurchases(bgNbd, weekly, columns, {
 *   timeUnit: "week",
 *   horizon: { count: 12, unit: "month" },
 *   discount: { rate: 0.01, per: "month", compounding: "periodic" },
 * });
 * Array.from(purchases, (value) => value.toFixed(2)); // => ["1.47", "0.31"]
 */
export function discountedPurchases(
  model: PurchaseModel,
  parameters: ParameterValues,
  columns: PurchaseColumns,
  options: HorizonOptions,
): Float64Array {
  return discountedBy(model, parameters, columns, horizonPlanOf(model, options));
}

/** The same by a plan that was made before. */
export function discountedBy(
  model: PurchaseModel,
  parameters: ParameterValues,
  columns: PurchaseColumns,
  plan: HorizonPlan,
): Float64Array {
  const checked = checkedColumns(columns);
  const { repeats, lastAge, age } = checked;
  const history = { customerCount: columns.customerCount, repeats, lastAge, age };
  const { horizons, weights } = plan;
  return model.conditionalExpectations(parameters, history, { horizons, horizonWeights: weights });
}
