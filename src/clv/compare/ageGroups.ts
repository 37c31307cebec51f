/** How many customers are of one age. */
export interface AgeGroup {
  readonly age: number;
  readonly customerCount: number;
}

/** Customers by their age: what is expected of a new customer depends on nothing else. */
export function ageGroupsOf(ages: ArrayLike<number>): AgeGroup[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < ages.length; row += 1) {
    const age = ages[row] as number;
    counts.set(age, (counts.get(age) ?? 0) + 1);
  }
  return Array.from(counts, ([age, customerCount]) => ({ age, customerCount }));
}
