/** The sum of the values at `variables`, from left to right, without those of the variable `except`. */
export function sumAt(values: Float64Array, variables: readonly number[], except = -1): number {
  let sum = 0;
  for (const variable of variables) if (variable !== except) sum += values[variable] as number;
  return sum;
}
