import { createActivityIssue } from "../base/activityIssue.ts";
import type { LoyaltyIssue } from "../base/issue.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import { ORDER_FIELDS, type OrderColumns, REQUIRED_ORDER_FIELDS } from "./columns/orderColumns.ts";
import { orderIdNames, plainNameOf, SHARED_NAMES } from "./columns/usualNames.ts";

/**
 * Finds the columns of an order file by their usual names: `Customer ID`, `customer_id` and `customerId` are one
 * name, whatever the capitals and separators. Where several names fit a field, the order of preference decides,
 * whatever their order in the file: `customer_id` before other ids before `email` before `customer`;
 * `order_date` before `date` before `created_at` before `paid_at` before `timestamp`; `amount` before `total` before
 * `revenue`; `order_id` before `id`. Two columns of one name: the first. In Shopify's order export, which
 * has `Financial Status`, the order is named by `Name`.
 *
 * @param header The names of the columns, as they stand in the file.
 * @param given Columns that you name yourself, by field; they are looked up as written, then by plain name.
 * @returns What `readOrders` takes as `columns`; optional fields that were not found are absent.
 * @throws LoyaltyError `column_not_found`, one issue for each of customer, date and amount that is not there and for
 *   each given column that is not there.
 *
 * @example
 * findColumns(["Order ID", "Client_ID", "created_at", "Total"]);
 * // => { customerId: "Client_ID", at: "created_at", amount: "Total", id: "Order ID" }
 */
export function findColumns(header: readonly string[], given: Partial<OrderColumns> = {}): OrderColumns {
  const columns: Partial<Record<keyof OrderColumns, string>> = {};
  const issues: LoyaltyIssue[] = [];
  for (const field of ORDER_FIELDS) {
    const wanted = given[field];
    const names = wanted === undefined ? namesOf(field, header) : [wanted];
    const column = header.find((name) => name === wanted) ?? firstOf(header, names);
    if (column !== undefined) columns[field] = column;
    else if (wanted !== undefined || REQUIRED_ORDER_FIELDS.includes(field)) {
      const expected = `a column with one of the names ${names.join(", ")}`;
      issues.push(createActivityIssue("column_not_found", [field], expected, header.join(", ")));
    }
  }
  failOnIssues(issues);
  return columns as OrderColumns;
}

function namesOf(field: keyof OrderColumns, header: readonly string[]): readonly string[] {
  return field === "id" ? orderIdNames((name) => firstOf(header, [name]) !== undefined) : SHARED_NAMES[field];
}

function firstOf(header: readonly string[], names: readonly string[]): string | undefined {
  const plainHeader = header.map(plainNameOf);
  for (const name of names) {
    const index = plainHeader.indexOf(plainNameOf(name));
    if (index >= 0) return header[index];
  }
  return undefined;
}
