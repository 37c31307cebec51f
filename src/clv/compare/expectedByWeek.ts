import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import type { AgeGroup } from "./ageGroups.ts";
import type { Weeks } from "./weeks.ts";

/**
 * Repeat purchases that a model expects of the whole cohort until the end of each week: Σ E[X(t − first purchase)] over
 * the customers who have come by then (Fader, Hardie & Lee 2005, eq. 9 or its like, over the cohort).
 */
export function expectedByWeek(
  model: PurchaseModel,
  parameters: ParameterValues,
  groups: readonly AgeGroup[],
  { endDays, calibrationEndDay }: Weeks,
  daysPerUnit: number,
): number[] {
  return endDays.map((endDay) => {
    const shift = (endDay - calibrationEndDay) / daysPerUnit;
    let sum = 0;
    for (const { age, customerCount } of groups) {
      const reached = age + shift;
      if (reached > 0) sum += customerCount * model.expectation(parameters, reached);
    }
    return sum;
  });
}
