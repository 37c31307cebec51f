/** What customers with one number of repeat purchases in the calibration did in the hold-out period. */
export interface ConditionalClass {
  readonly repeats: number;
  /** Whether those with more belong to it too: so in the last class. */
  readonly isOpen: boolean;
  readonly customerCount: number;
  /** Mean purchases per customer that the model expects; null without customers. */
  readonly expected: number | null;
  /** Mean purchases per customer; null without customers. */
  readonly actual: number | null;
}

/** Means of expected and actual purchases by the repeats of the calibration; the last class is open. */
export function conditionalClassesOf(
  repeats: Float64Array,
  expected: Float64Array,
  actual: Float64Array,
  lastClass: number,
): ConditionalClass[] {
  const counts = new Float64Array(lastClass + 1);
  const expectedSums = new Float64Array(lastClass + 1);
  const actualSums = new Float64Array(lastClass + 1);
  for (let row = 0; row < repeats.length; row += 1) {
    const index = Math.min(repeats[row] as number, lastClass);
    counts[index] = (counts[index] as number) + 1;
    expectedSums[index] = (expectedSums[index] as number) + (expected[row] as number);
    actualSums[index] = (actualSums[index] as number) + (actual[row] as number);
  }
  return Array.from(counts, (customerCount, index) => ({
    repeats: index,
    isOpen: index === lastClass,
    customerCount,
    expected: customerCount === 0 ? null : (expectedSums[index] as number) / customerCount,
    actual: customerCount === 0 ? null : (actualSums[index] as number) / customerCount,
  }));
}
