/** How far a model's forecast of each customer is from what they did in the hold-out period. */
export interface HoldoutError {
  /** Purchases of all customers that the model expects. */
  readonly expectedTotal: number;
  readonly actualTotal: number;
  /** Per customer, in purchases. */
  readonly meanAbsoluteError: number;
  /** Per customer, in purchases. */
  readonly rootMeanSquaredError: number;
  /** Pearson's, of expected and actual purchases over customers; -1 to 1. */
  readonly correlation: number | null;
  /** `all_alike`: the same is expected of all customers, or all did the same, so that there is no correlation. */
  readonly correlationReason: "all_alike" | null;
}

/** The errors of a forecast, an entry per customer; at least one customer. */
export function holdoutErrorOf(expected: Float64Array, actual: Float64Array): HoldoutError {
  const count = expected.length;
  let expectedTotal = 0;
  let actualTotal = 0;
  let absolute = 0;
  let squared = 0;
  for (let row = 0; row < count; row += 1) {
    const forecast = expected[row] as number;
    const truth = actual[row] as number;
    expectedTotal += forecast;
    actualTotal += truth;
    absolute += Math.abs(forecast - truth);
    squared += (forecast - truth) ** 2;
  }
  const correlation = correlationOf(expected, expectedTotal / count, actual, actualTotal / count);
  return {
    expectedTotal,
    actualTotal,
    meanAbsoluteError: absolute / count,
    rootMeanSquaredError: Math.sqrt(squared / count),
    correlation,
    correlationReason: correlation === null ? "all_alike" : null,
  };
}

function correlationOf(
  ones: Float64Array,
  meanOne: number,
  others: Float64Array,
  meanOther: number,
): number | null {
  if (isAlike(ones) || isAlike(others)) return null;
  const deviationsOne = deviationsOf(ones, meanOne);
  const deviationsOther = deviationsOf(others, meanOther);
  let together = 0;
  let squaresOne = 0;
  let squaresOther = 0;
  for (let row = 0; row < ones.length; row += 1) {
    const one = deviationsOne[row] as number;
    const other = deviationsOther[row] as number;
    together += one * other;
    squaresOne += one * one;
    squaresOther += other * other;
  }
  return Math.max(-1, Math.min(1, together / Math.sqrt(squaresOne * squaresOther)));
}

function isAlike(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Deviations from the mean, the largest as 1 or -1: their squares neither vanish nor overflow. */
function deviationsOf(values: Float64Array, mean: number): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  return values.map((value) => (value - mean) / largest);
}
