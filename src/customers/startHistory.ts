import { failOnActivity } from "../base/activityIssue.ts";
import { assertCurrency } from "../units/currency.ts";
import { assertTimeZone } from "../units/timeZone.ts";
import type { CustomerHistory } from "./history.ts";

/**
 * The empty history of a person.
 *
 * @throws `empty_id`, `unknown_currency`, `invalid_time_zone`
 * @example
 * startHistory({ customerId: "ann", currency: "USD" }).activities; // => []
 */
export function startHistory(person: {
  readonly customerId: string;
  readonly currency: string;
  /** @defaultValue `"UTC"` */
  readonly timeZone?: string;
}): CustomerHistory {
  const { customerId, currency, timeZone = "UTC" } = person;
  if (typeof customerId !== "string" || customerId === "") {
    failOnActivity("empty_id", ["customerId"], "a non-empty text", customerId);
  }
  assertCurrency(currency, ["currency"]);
  assertTimeZone(timeZone, ["timeZone"]);
  return { format: "loyalty-ladder/history@1", customerId, currency, timeZone, activities: [] };
}
