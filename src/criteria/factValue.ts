import type { FactColumn } from "../units/column.ts";

/** The facts of one row, by the fields of their columns. */
export type FactValues = Readonly<Record<string, unknown>>;

/**
 * The value of one fact, or the sum of several, as a number: flags are 1 and 0, −0 is 0. `NaN` when any of
 * them is missing: absent, `null`, `NaN`, or no number or boolean at all.
 */
export function factValue(values: FactValues, facts: readonly FactColumn[]): number {
  let sum = 0;
  for (const { field } of facts) {
    const value = values[field];
    sum += typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : Number.NaN;
  }
  return sum;
}
