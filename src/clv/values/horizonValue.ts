import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import type { HorizonOptions } from "./horizonPlan.ts";
import { horizonValues } from "./horizonValues.ts";

/** One customer as the models see them; all 0 but `meanSpend` is a new one. */
export interface CustomerHistoryValues {
  /** Repeat purchases (x). */
  readonly repeats: number;
  /** Age at the last purchase (t_x). */
  readonly lastAge: number;
  /** Age now (T). */
  readonly age: number;
  /** What one purchase is expected to bring. */
  readonly meanSpend: number;
}

/**
 * Lifetime value of one customer over a horizon; see {@link horizonValues}.
 *
 * @throws LoyaltyError `invalid_column`, `invalid_option`
 *
 * @example
 * const weekly = [0.243, 4.414, 0.793, 2.426]; // r, alpha, a, b of the CDNOW customers
 * const customer = { repeats: 2, lastAge: 30.43, age: 38.86, meanSpend: 24.66 };
 * const options = {
 *   timeUnit: "week",
 *   horizon: { count: 12, unit: "month" },
 *   discount: { rate: 0.01, per: "month", compounding: "periodic" },
 * };
 * horizonValue(bgNbd, weekly, customer, options).toFixed(2); // => "36.31"
 */
export function horizonValue(
  model: PurchaseModel,
  parameters: ParameterValues,
  customer: CustomerHistoryValues,
  options: HorizonOptions,
): number {
  const { repeats, lastAge, age, meanSpend } = customer;
  const columns = { customerCount: 1, repeats: [repeats], lastAge: [lastAge], age: [age] };
  return horizonValues(model, parameters, columns, [meanSpend], options)[0] as number;
}
