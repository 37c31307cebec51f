import { fail } from "../../base/loyaltyError.ts";

/** One cohort under contract: customers who began together. */
export interface SurvivorCohort {
  /** How many are still there, by age from 0 (all of them) in periods; at least two ages, never increasing. */
  readonly survivors: ArrayLike<number>;
}

/** What cohorts did at their renewals, all together: entry i is about the renewal at age i + 1. */
export interface Renewals {
  /** Customers who left there. */
  readonly lost: Float64Array;
  /** Customers who stayed. */
  readonly kept: Float64Array;
  /** Customers who began. */
  readonly customerCount: number;
}

/**
 * Adds up cohorts of any length by age.
 *
 * @throws LoyaltyError `invalid_column` for less than two ages, a count that is not finite or below 0, an empty cohort,
 * or a cohort that grows
 */
export function renewalsOf(cohorts: SurvivorCohort | readonly SurvivorCohort[]): Renewals {
  const list = "survivors" in cohorts ? [cohorts] : cohorts;
  list.forEach(({ survivors }, index) => {
    assertSurvivors(survivors, "survivors" in cohorts ? ["survivors"] : [index, "survivors"]);
  });
  const ages = list.reduce((most, { survivors }) => Math.max(most, survivors.length - 1), 0);
  const lost = new Float64Array(ages);
  const kept = new Float64Array(ages);
  let customerCount = 0;
  for (const { survivors } of list) {
    customerCount += survivors[0] as number;
    for (let age = 1; age < survivors.length; age += 1) {
      const before = survivors[age - 1] as number;
      const after = survivors[age] as number;
      lost[age - 1] = (lost[age - 1] as number) + (before - after);
      kept[age - 1] = (kept[age - 1] as number) + after;
    }
  }
  return { lost, kept, customerCount };
}

function assertSurvivors(survivors: ArrayLike<number>, path: readonly (string | number)[]): void {
  if (!(survivors?.length >= 2)) fail("invalid_column", path, "survivors at two ages or more", survivors);
  for (let age = 0; age < survivors.length; age += 1) {
    const count = survivors[age] as number;
    const most = age === 0 ? Number.MAX_VALUE : (survivors[age - 1] as number);
    if (!(count >= 0 && count <= most && (age > 0 || count > 0))) {
      const expected = age === 0 ? "a finite number above 0" : `from 0 to ${most}: a cohort never grows`;
      fail("invalid_column", [...path, age], expected, count);
    }
  }
}
