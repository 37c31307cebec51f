import { createIssueList } from "../base/issueList.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import { checkFactColumn } from "./createCustomerTable.ts";
import type { CustomerTable, OwnColumn } from "./customerTable.ts";
import { assertOwnFactKinds } from "./rules/ownFact.ts";

/**
 * The table with facts of your own beside it, one value per row: a score from a model, a flag from the CRM.
 * A name that is there already is replaced. The given table stays as it is; columns are shared, not copied.
 *
 * @throws `invalid_fact`, `reserved_fact`, `invalid_column`
 * @example
 * const table = createCustomerTable({ ids: ["ann"], asOf: "2026-06-30", currency: "USD" });
 * const scored = withFacts(table, { churnRisk: { kind: "number", values: Float64Array.of(0.2) } });
 * scored.ownFacts.get("churnRisk")?.values[0]; // => 0.2
 */
export function withFacts(table: CustomerTable, facts: Readonly<Record<string, OwnColumn>>): CustomerTable {
  const entries = Object.entries(facts);
  assertOwnFactKinds(Object.fromEntries(entries.map(([name, { kind }]) => [name, kind])));
  const issues = createIssueList();
  for (const [name, { kind, values }] of entries) {
    checkFactColumn(kind, values, table.rowCount, [name], issues);
  }
  failOnIssues(issues.issues);
  return { ...table, ownFacts: new Map([...table.ownFacts, ...entries]) };
}
