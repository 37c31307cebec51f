import { createIssue, type LoyaltyIssue } from "../base/issue.ts";
import { fail, failOnIssues } from "../base/loyaltyError.ts";
import type { ActivityReading } from "./activityReading.ts";
import { ORDER_FIELDS, type OrderColumns } from "./columns/orderColumns.ts";
import type { ReadOptions } from "./readOptions.ts";
import { collectRows, type Rows } from "./rows/collectRows.ts";

/** How order rows are read. */
export interface ReadOrdersOptions extends ReadOptions {
  /** The properties that hold the fields, where they have other names; see `findColumns`. */
  readonly columns?: Partial<OrderColumns>;
}

/**
 * Reads plain order rows, the common case: every row is an order with `customerId`, `at` and `amount`, and
 * optionally `id`, `cost`, `currency`, `units` and `lines`. A row without an id always counts; with an id, the
 * same order twice counts once. Everything else is as `readActivities` says, also that an async iterable may give
 * rows in batches; issues name your own properties.
 *
 * @throws LoyaltyError `invalid_option` for bad `columns`, and everything that `readActivities` throws.
 *
 * @example
 * const rows = [{ client: 7, day: "2026-01-05", total: "12.50" }];
 * const columns = { customerId: "client", at: "day", amount: "total" };
 * readOrders(rows, { currency: "USD", columns }).activities.customerIds; // => ["7"]
 */
export function readOrders(rows: Iterable<unknown>, options: ReadOrdersOptions): ActivityReading;
export function readOrders(
  rows: AsyncIterable<unknown>,
  options: ReadOrdersOptions,
): Promise<ActivityReading>;
export function readOrders(
  rows: Rows,
  options: ReadOrdersOptions,
): ActivityReading | Promise<ActivityReading> {
  const { columns } = options ?? {};
  if (columns === undefined) return collectRows(rows, options, { kind: "order" });
  return collectRows(rows, options, { kind: "order", columns: checkColumns(columns) });
}

function checkColumns(columns: unknown): Readonly<Record<string, string>> {
  if (typeof columns !== "object" || columns === null) {
    return fail("invalid_option", ["columns"], "an object of field and property names", columns);
  }
  const issues: LoyaltyIssue[] = [];
  const checked: Record<string, string> = {};
  for (const [field, property] of Object.entries(columns)) {
    if (property === undefined) continue;
    const isKnown = (ORDER_FIELDS as readonly string[]).includes(field);
    if (isKnown && typeof property === "string") {
      checked[field] = property;
    } else {
      const expected = isKnown ? "the name of a property" : `a field: ${ORDER_FIELDS.join(", ")}`;
      issues.push(createIssue("invalid_option", ["columns", field], expected, isKnown ? property : field));
    }
  }
  failOnIssues(issues);
  return checked;
}
