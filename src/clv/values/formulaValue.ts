import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { type Calendar, type Duration, daysPer, type TimeUnit } from "./calendar.ts";

/** The four numbers of the simple formula, with their units. */
export interface FormulaInputs {
  /** What one order brings, in any unit of money, which is that of the value. */
  readonly orderValue: number;
  /** How many orders there are per unit of time. */
  readonly orders: { readonly count: number; readonly per: TimeUnit };
  /** How long a customer stays. */
  readonly lifespan: Duration;
  /** The share of an order that is kept. */
  readonly margin: number;
  /** How long a month and a year are. */
  readonly calendar?: Calendar;
}

/**
 * The simple formula: order value × frequency × lifespan × margin. It knows neither discount nor doubt: the customers
 * stay exactly so long, and money then is worth what it is now.
 *
 * @throws LoyaltyError `invalid_option` for a number that is not finite, or a count below 0
 *
 * @example
 * formulaValue({
 *   orderValue: 50,
 *   orders: { count: 1, per: "month" },
 *   lifespan: { count: 3, unit: "year" },
 *   margin: 0.25,
 * }); // => 450
 */
export function formulaValue(inputs: FormulaInputs): number {
  assertKnownOptions(inputs, ["orderValue", "orders", "lifespan", "margin", "calendar"]);
  const { orderValue, orders, lifespan, margin, calendar } = inputs;
  for (const [name, value] of Object.entries({ orderValue, margin })) {
    if (!Number.isFinite(value)) fail("invalid_option", [name], "a finite number", value);
  }
  assertKnownOptions(orders, ["count", "per"], ["orders"]);
  assertKnownOptions(lifespan, ["count", "unit"], ["lifespan"]);
  for (const [name, { count }] of Object.entries({ orders, lifespan })) {
    if (!(count >= 0 && Number.isFinite(count))) {
      fail("invalid_option", [name, "count"], "a finite number from 0", count);
    }
  }
  const units = daysPer(lifespan.unit, calendar) / daysPer(orders.per, calendar);
  const value = orderValue * margin * orders.count * (lifespan.count * units);
  if (!Number.isFinite(value)) fail("invalid_option", [], "inputs whose product is a finite number", value);
  return value;
}
