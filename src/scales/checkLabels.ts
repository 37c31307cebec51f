import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, type IssueList } from "../base/issueList.ts";
import { isFields, statedNames } from "../criteria/fields.ts";

/** Checks texts by locale code, where there are any. Issues: `invalid_definition`. */
export function checkLabels(labels: unknown, path: IssuePath, issues: IssueList): void {
  if (labels === undefined) return;
  if (!isFields(labels)) {
    addIssue(issues, createIssue("invalid_definition", path, "texts by locale code", labels));
    return;
  }
  for (const locale of statedNames(labels)) {
    const text = labels[locale];
    if (typeof text === "string" && text !== "") continue;
    addIssue(issues, createIssue("invalid_definition", [...path, locale], "a non-empty text", text));
  }
}
