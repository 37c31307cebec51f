import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";

/** What it cost to win a customer, and what the customer brings back month by month. */
export interface PaybackInputs {
  /** In the same unit of money as the margins. */
  readonly acquisitionCost: number;
  /** The margin of each month after the first purchase: one number for all, or one per month. */
  readonly monthlyMargin: number | ArrayLike<number>;
  /** The share of customers that stay from month to month, where `monthlyMargin` is one number. @defaultValue `1` */
  readonly monthlyRetention?: number;
}

/** A number of months, or why there is none. */
export interface Payback {
  readonly months: number | null;
  /** `never`: the margins never add up to the cost. `beyond_horizon`: not in the months that were given. */
  readonly reason: null | "never" | "beyond_horizon";
}

/**
 * After how many whole months the margins of a customer have paid what it cost to win one. 0 where it cost nothing.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * paybackMonths({ acquisitionCost: 100, monthlyMargin: 30 }).months; // => 4
 * paybackMonths({ acquisitionCost: 100, monthlyMargin: 30, monthlyRetention: 0.7 }).reason; // => "never"
 * paybackMonths({ acquisitionCost: 100, monthlyMargin: [60, 30, 20, 10] }).months; // => 3
 */
export function paybackMonths(inputs: PaybackInputs): Payback {
  assertKnownOptions(inputs, ["acquisitionCost", "monthlyMargin", "monthlyRetention"]);
  const { acquisitionCost, monthlyMargin, monthlyRetention = 1 } = inputs;
  if (!(acquisitionCost >= 0 && Number.isFinite(acquisitionCost))) {
    fail("invalid_option", ["acquisitionCost"], "a finite number from 0", acquisitionCost);
  }
  if (!(monthlyRetention >= 0 && monthlyRetention <= 1)) {
    fail("invalid_option", ["monthlyRetention"], "a share from 0 to 1", monthlyRetention);
  }
  if (acquisitionCost === 0) return { months: 0, reason: null };
  if (typeof monthlyMargin === "number")
    return steadyPayback(acquisitionCost, monthlyMargin, monthlyRetention);
  let earned = 0;
  for (let month = 0; month < monthlyMargin.length; month += 1) {
    earned += finiteMargin(monthlyMargin[month], ["monthlyMargin", month]);
    if (earned >= acquisitionCost) return { months: month + 1, reason: null };
  }
  return { months: null, reason: "beyond_horizon" };
}

/** The first n at which m(1 + r + … + r^(n−1)) reaches the cost. */
function steadyPayback(cost: number, monthlyMargin: number, retention: number): Payback {
  const margin = finiteMargin(monthlyMargin, ["monthlyMargin"]);
  const share = cost / margin;
  const months = retention === 1 ? share : Math.log1p(share * (retention - 1)) / Math.log(retention);
  if (cost <= margin) return { months: 1, reason: null };
  const isPaid = margin > 0 && Number.isFinite(months) && months > 0;
  return isPaid ? { months: Math.ceil(months), reason: null } : { months: null, reason: "never" };
}

function finiteMargin(value: number | undefined, path: readonly (string | number)[]): number {
  return Number.isFinite(value) ? (value as number) : fail("invalid_option", path, "a finite number", value);
}
