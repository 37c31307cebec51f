import { createCustomerTable } from "../../../src/customers/createCustomerTable.ts";
import { customerAt } from "../../../src/customers/customerAt.ts";
import type { CustomerTable, FactColumns, OwnColumn } from "../../../src/customers/customerTable.ts";
import { BUILTIN_FACTS, type CustomerFacts, type OwnFactKinds } from "../../../src/customers/facts.ts";
import { type Column, createColumn } from "../../../src/units/column.ts";

/** Facts by their fields; counts that are left out are 0, the rest is missing. */
export type PartialFacts = Readonly<Record<string, number | boolean>>;

interface TableOptions {
  readonly ids?: readonly string[];
  readonly currency?: string;
  readonly windowDays?: number;
  readonly ownFacts?: OwnFactKinds;
}

/** A table with one row per given facts; ids are c0, c1 … unless stated. */
export function tableOf(rows: readonly PartialFacts[], options: TableOptions = {}): CustomerTable {
  const {
    ids = rows.map((_, row) => `c${row}`),
    currency = "USD",
    windowDays = 365,
    ownFacts = {},
  } = options;
  const columns: Record<string, Column> = {};
  for (const { kind, field } of BUILTIN_FACTS.values()) columns[field] = filledColumn(rows, kind, field);
  const own = Object.entries(ownFacts).map(
    ([name, kind]) => [name, { kind, values: filledColumn(rows, kind, name) } as OwnColumn] as const,
  );
  return createCustomerTable({
    ids,
    asOf: "2026-06-30",
    windowDays,
    currency,
    columns: columns as unknown as FactColumns,
    ownFacts: Object.fromEntries(own),
  });
}

function filledColumn(
  rows: readonly PartialFacts[],
  kind: Parameters<typeof createColumn>[0],
  field: string,
): Column {
  const column = createColumn(kind, rows.length);
  for (const [row, facts] of rows.entries()) if (field in facts) column[row] = Number(facts[field]);
  return column;
}

/** The facts of one customer, as a row of a table gives them. */
export function factsOf(facts: PartialFacts, ownFacts: OwnFactKinds = {}): CustomerFacts {
  return customerAt(tableOf([facts], { ownFacts }), 0);
}
