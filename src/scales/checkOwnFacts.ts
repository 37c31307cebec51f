import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, type IssueList } from "../base/issueList.ts";
import { isFields, statedNames } from "../criteria/fields.ts";
import { isOwnFactName, isReservedFact } from "../customers/rules/ownFact.ts";
import type { OwnFactKind } from "../units/column.ts";

/** Whether a value is a kind that a fact of the user's own can have. */
export function isOwnFactKind(kind: unknown): kind is OwnFactKind {
  return kind === "number" || kind === "flag";
}

/**
 * Checks the facts of the user's own that a scale declares, where there are any. Issues: `invalid_definition`,
 * `reserved_fact` for the name of a built-in fact, `invalid_fact` for any other name or kind that is not allowed.
 */
export function checkOwnFacts(ownFacts: unknown, path: IssuePath, issues: IssueList): void {
  if (ownFacts === undefined) return;
  if (!isFields(ownFacts)) {
    addIssue(issues, createIssue("invalid_definition", path, "kinds by the name of the fact", ownFacts));
    return;
  }
  for (const name of statedNames(ownFacts)) {
    const kind = ownFacts[name];
    const namePath = [...path, name];
    if (isReservedFact(name)) {
      addIssue(issues, createIssue("reserved_fact", namePath, "a name of your own", name));
    } else if (!isOwnFactName(name)) {
      const expected = "a letter, then letters, digits or _, at most 64";
      addIssue(issues, createIssue("invalid_fact", namePath, expected, name));
    }
    if (!isOwnFactKind(kind)) {
      addIssue(issues, createIssue("invalid_fact", namePath, "number or flag", kind));
    }
  }
}
