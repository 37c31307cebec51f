import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, PurchaseModel, WeightedHorizons } from "../model/purchaseModel.ts";
import { checkedColumns } from "./checkedColumns.ts";
import { groupRows } from "./groupRows.ts";

/** The conditional expectations of columns for a model whose customers share few histories: each is computed once. */
export function expectationsByHistory(
  model: Pick<PurchaseModel, "conditionalExpectation">,
  parameters: ParameterValues,
  columns: PurchaseColumns,
  { horizons, horizonWeights }: WeightedHorizons,
): Float64Array {
  const checked = checkedColumns(columns);
  const { repeats, lastAge, age } = checked;
  const { firstRows, groupOf } = groupRows(checked);
  const sums = new Float64Array(firstRows.length);
  for (const [group, row] of firstRows.entries()) {
    const [x, last, now] = [repeats[row] as number, lastAge[row] as number, age[row] as number];
    for (let index = 0; index < horizons.length; index += 1) {
      const horizon = horizons[index] as number;
      const expected = model.conditionalExpectation(parameters, x, last, now, horizon);
      sums[group] = (sums[group] as number) + (horizonWeights?.[index] ?? 1) * expected;
    }
  }
  return Float64Array.from(groupOf, (group) => sums[group] as number);
}
