import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { CustomerTable } from "../../customers/customerTable.ts";
import { MISSING_DAY } from "../../units/column.ts";
import { daysPer } from "../values/calendar.ts";
import type { AgeOptions } from "./purchaseOptions.ts";
import { minorPerMajorOf, type Purchases } from "./purchases.ts";

/** Input of the models from the facts about customers. */
export interface TablePurchases extends Omit<Purchases, "meanSpend"> {
  /** The row of the table that each entry stands for. */
  readonly rows: Uint32Array;
  /**
   * Mean revenue of a day with orders, the first one too, in major units: what repeat purchases alone brought, which
   * Gamma-Gamma asks for, is not in a table; `purchasesOf` knows it. 0 where revenue is missing.
   */
  readonly meanDaySpend: Float64Array;
}

/**
 * What the models of repeat purchases are fitted to, from the facts `orderDays`, `firstOrderDay` and `lastOrderDay` of
 * the table's customers, its `asOf` being the end of the observation. Customers without orders have no entry.
 *
 * @throws LoyaltyError `invalid_option`; `invalid_column` for a row with orders whose first or last day is missing,
 * or out of order
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann"],
 *   asOf: "1970-01-29",
 *   currency: "USD",
 *   columns: {
 *     orderDays: Uint32Array.of(2),
 *     firstOrderDay: Int32Array.of(0),
 *     lastOrderDay: Int32Array.of(14),
 *     revenueMinor: Float64Array.of(4500),
 *   },
 * });
 * const { repeats, lastAge, age, meanDaySpend } = purchasesOfTable(table);
 * [repeats[0], lastAge[0], age[0], meanDaySpend[0]]; // => [1, 2, 4, 22.5]
 */
export function purchasesOfTable(table: CustomerTable, options: AgeOptions = {}): TablePurchases {
  assertKnownOptions(options, ["timeUnit", "calendar"]);
  const { timeUnit = "week", calendar } = options;
  const daysPerUnit = daysPer(timeUnit, calendar);
  const minorPerMajor = minorPerMajorOf(table.currency);
  const { orderDays, firstOrderDay, lastOrderDay, revenueMinor } = table.columns;
  const rows = Uint32Array.from(orderDays.keys()).filter((row) => (orderDays[row] as number) > 0);
  for (const row of rows) {
    const [first, last] = [firstOrderDay[row] as number, lastOrderDay[row] as number];
    const isSound = first !== MISSING_DAY && first <= last && last <= table.asOfDay;
    const isOnce = orderDays[row] === 1;
    if (!isSound || isOnce !== (first === last)) {
      fail(
        "invalid_column",
        ["columns", "lastOrderDay", row],
        "a day that fits orderDays and firstOrderDay",
        last,
      );
    }
  }
  const daysSpend = (row: number) => {
    const revenue = revenueMinor[row] as number;
    return Number.isNaN(revenue) ? 0 : revenue / ((orderDays[row] as number) * minorPerMajor);
  };
  const agesOn = (dayOf: (row: number) => number) =>
    Float64Array.from(rows, (row) => (dayOf(row) - (firstOrderDay[row] as number)) / daysPerUnit);
  return {
    customerCount: rows.length,
    repeats: Float64Array.from(rows, (row) => (orderDays[row] as number) - 1),
    lastAge: agesOn((row) => lastOrderDay[row] as number),
    age: agesOn(() => table.asOfDay),
    ids: Array.from(rows, (row) => table.ids[row] as string),
    rows,
    meanDaySpend: Float64Array.from(rows, daysSpend),
    currency: table.currency,
    observationEndDay: table.asOfDay,
    timeUnit,
    daysPerUnit,
  };
}
