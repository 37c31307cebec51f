import { fail } from "../../base/loyaltyError.ts";

/** A ratio, or why there is none. */
export interface LtvToCac {
  readonly ratio: number | null;
  /** `no_cost` where winning a customer cost nothing. */
  readonly reason: null | "no_cost";
}

/**
 * How many times the lifetime value of a customer covers what it cost to win one; both in the same unit of money.
 *
 * @throws LoyaltyError `invalid_option` for a value that is not finite, or a cost that is not finite or below 0
 *
 * @example
 * ltvToCac(360, 120); // => { ratio: 3, reason: null }
 * ltvToCac(360, 0); // => { ratio: null, reason: "no_cost" }
 */
export function ltvToCac(lifetimeValue: number, acquisitionCost: number): LtvToCac {
  if (!Number.isFinite(lifetimeValue)) {
    fail("invalid_option", ["lifetimeValue"], "a finite number", lifetimeValue);
  }
  if (!(acquisitionCost >= 0 && Number.isFinite(acquisitionCost))) {
    fail("invalid_option", ["acquisitionCost"], "a finite number from 0", acquisitionCost);
  }
  const ratio = lifetimeValue / acquisitionCost;
  return Number.isFinite(ratio) ? { ratio, reason: null } : { ratio: null, reason: "no_cost" };
}
