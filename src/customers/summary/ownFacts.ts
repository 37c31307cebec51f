import type { IssueList } from "../../base/issueList.ts";
import { createColumn } from "../../units/column.ts";
import type { OwnColumn } from "../customerTable.ts";
import type { OwnFactKinds } from "../facts.ts";
import { listOddFacts, statedFact } from "../rules/ownFact.ts";
import type { CountedRows } from "./countedRows.ts";
import { copyLatest, type OwnerLookup } from "./stateFacts.ts";

/** The columns of users' own facts: for each declared one the latest value that a profile states. */
export function ownFactColumns(
  declared: OwnFactKinds,
  profiles: CountedRows<"profile">,
  owner: OwnerLookup,
  customerCount: number,
  issues: IssueList,
): ReadonlyMap<string, OwnColumn> {
  const { facts } = profiles.columns.fields;
  const undeclared = new Set<string>();
  for (let row = 0; row < facts.length; row += 1) {
    if (profiles.counts[row] !== 1) continue;
    listOddFacts(declared, facts[row], profiles.columns.ids[row], undeclared, issues);
  }
  const columns = new Map<string, OwnColumn>();
  for (const [name, kind] of Object.entries(declared)) {
    const values = createColumn(kind, customerCount);
    copyLatest(values, profiles, owner, (row) => statedFact(facts[row], name, kind));
    columns.set(name, { kind, values } as OwnColumn);
  }
  return columns;
}
