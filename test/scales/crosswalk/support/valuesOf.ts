import { customerAt } from "../../../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../../../src/customers/customerTable.ts";
import { BUILTIN_FACTS, recentTwinOf } from "../../../../src/customers/facts.ts";
import type { ConstraintSystem } from "../../../../src/scales/crosswalk/constraint.ts";
import {
  earlierTwinOf,
  knownTwinOf,
  lifetimeCounts,
  PARTS,
} from "../../../../src/scales/crosswalk/customerVariables.ts";

/** The variables of one row of a table: its facts, and what lies behind them. */
export function valuesOf(system: ConstraintSystem, table: CustomerTable, row: number): Float64Array {
  const facts = customerAt(table, row) as unknown as Record<string, number | boolean | undefined>;
  const named = new Map<string, number>();
  const of = (name: string) => named.get(name) ?? 0;
  for (const [name, { field }] of BUILTIN_FACTS) {
    named.set(name, Number(facts[field] ?? 0));
    named.set(knownTwinOf(name), facts[field] === undefined ? 0 : 1);
  }
  for (const name of [...lifetimeCounts(), "revenue"]) {
    named.set(earlierTwinOf(name), of(name) - of(recentTwinOf(name)));
  }
  const earlierIsKnown = of("known profit") === 1 || of("earlier orders") === 0;
  named.set("known earlier profit", earlierIsKnown ? 1 : 0);
  if (of("known profit") === 1) named.set("earlier profit", of("profit") - of("recentProfit"));
  for (const part of PARTS) {
    if (of(knownTwinOf(part("profit"))) === 0) continue;
    named.set(part("cost of orders"), of(part("revenue")) - of(part("profit")));
  }
  named.set("window days", table.windowDays);
  named.set("as-of day", table.asOfDay);
  named.set("minimum gap days", table.minimumGapDays);
  named.set("order gaps", Math.max(0, of("orderDays") - 1));
  named.set("order span days", of("lastOrderAt") - of("firstOrderAt"));
  named.set("rhythm gap days", Math.max(of("meanGapDays"), table.minimumGapDays));
  return Float64Array.from(system.variables, ({ name }) => of(name));
}
