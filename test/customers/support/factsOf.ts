import type { Activity } from "../../../src/customers/activity.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { customerAt } from "../../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../../src/customers/customerTable.ts";
import type { CustomerFacts } from "../../../src/customers/facts.ts";
import type { SummarizeOptions } from "../../../src/customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../../../src/customers/summarizeCustomers.ts";
import { isoDayOf } from "../../../src/units/day.ts";

export const USD = { currency: "USD" } as const;

/** Facts of one's own that the generated profiles state; "odd" is left undeclared on purpose. */
export const OWN_FACTS = { vip: "flag", score: "number" } as const;

export function optionsAt(day: number, more: Partial<SummarizeOptions> = {}): SummarizeOptions {
  return { asOf: isoDayOf(day), windowDays: 30, ownFacts: OWN_FACTS, issueLimit: 10_000, ...more };
}

export function tableOf(activities: readonly Activity[], options: SummarizeOptions): CustomerTable {
  return summarizeCustomers(createActivityTable(activities, USD), options);
}

/** Facts and birthday by id: what must not depend on row order. */
export function factsById(table: CustomerTable): Map<string, CustomerFacts & { birthday: number }> {
  return new Map(
    Array.from(table.ids, (id, row) => [
      id,
      { ...customerAt(table, row), birthday: table.birthdays[row] as number },
    ]),
  );
}

/** Issues in an order that does not depend on arrival. */
export function sortedIssues(
  issues: readonly { code: string; path: readonly (string | number)[] }[],
): string[] {
  return issues.map((issue) => `${issue.code} ${issue.path.join(" / ")}`).sort();
}
