import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import type { AgeGroup } from "./ageGroups.ts";

/** Customers with one number of repeat purchases in the calibration. */
export interface FrequencyClass {
  readonly repeats: number;
  /** Whether those with more belong to it too: so in the last class. */
  readonly isOpen: boolean;
  /** Customers that the model expects: Σ P(X(T) = repeats) over customers. */
  readonly expected: number;
  readonly actual: number;
}

/** How many customers bought how often, against P(X = n) summed over customers; the last class is open. */
export function frequencyClassesOf(
  model: PurchaseModel,
  parameters: ParameterValues,
  groups: readonly AgeGroup[],
  repeats: Float64Array,
  lastClass: number,
): FrequencyClass[] {
  const actual = new Float64Array(lastClass + 1);
  for (const count of repeats) {
    const index = Math.min(count, lastClass);
    actual[index] = (actual[index] as number) + 1;
  }
  let left = repeats.length;
  return Array.from(actual, (customers, index) => {
    const isOpen = index === lastClass;
    const expected = isOpen
      ? Math.max(0, left) // below 0 only by rounding
      : groups.reduce(
          (sum, { age, customerCount }) =>
            sum + customerCount * model.countProbability(parameters, index, age),
          0,
        );
    left -= expected;
    return { repeats: index, isOpen, expected, actual: customers };
  });
}
