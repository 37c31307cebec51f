import { compileCriteria } from "../criteria/compileCriteria.ts";
import type { Criterion } from "../criteria/criterion.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { assertCriterion } from "./assertCriterion.ts";
import { type RankedCustomers, type RankingOptions, rankCustomers } from "./rankCustomers.ts";
import { rowsWhere } from "./rowsWhere.ts";
import { tableSchema } from "./tableSchema.ts";

/**
 * The customers for whom a criterion holds, by value, the highest first: unknown values last, equals by id in
 * code-unit order. Amounts in the criterion are in major units of the table's currency; facts of your own are
 * those of the table. For a list of people to contact, ask for `contactableOnly`: whoever said no is left out.
 *
 * @throws LoyaltyError with everything that is wrong with the criterion: `invalid_criterion`, `unknown_fact`,
 * `invalid_threshold`, `mixed_units`, `not_calibratable` for a `{ top }` threshold, `criterion_too_deep`; for
 * the options what {@link customersOn} throws
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob", "eve"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2, 1, 3), revenueMinor: Float64Array.of(40_00, 10_00, 90_00) },
 * });
 * const found = customersWhere(table, { fact: "revenue", atLeast: "40.00" }, { by: "orders" });
 * found.customers.map((customer) => customer.id); // => ["eve", "ann"]
 */
export function customersWhere(
  table: CustomerTable,
  criterion: Criterion,
  options: RankingOptions = {},
): RankedCustomers {
  const compileOptions = { schema: tableSchema(table), currency: table.currency };
  assertCriterion(criterion, compileOptions);
  return rankCustomers(table, rowsWhere(compileCriteria([criterion], compileOptions), table), options);
}
