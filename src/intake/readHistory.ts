import { createActivityIssue } from "../base/activityIssue.ts";
import type { IssuePath, LoyaltyIssue } from "../base/issue.ts";
import { addIssue, createIssueList, type IssueList } from "../base/issueList.ts";
import { fail, failOnIssues } from "../base/loyaltyError.ts";
import type { Activity } from "../customers/activity.ts";
import type { CustomerHistory, Dispute } from "../customers/history.ts";
import { joinedIds } from "../customers/person/joinedIds.ts";
import { startHistory } from "../customers/startHistory.ts";
import { isJsonObject, readStoredActivity } from "./readStoredActivity.ts";
import { isActivityKind, KINDS_EXPECTED } from "./rows/activityShapes.ts";

const FORMAT = "loyalty-ladder/history@1";

type Reader<T> = (value: unknown) => T | readonly LoyaltyIssue[];

/**
 * Reads a stored history: JSON that was parsed already, as `JSON.stringify` wrote it. Everything in it is
 * checked again, for a store is a door too; what `addActivity` took comes back as it was.
 *
 * @throws LoyaltyError with everything that is wrong, at most 100 issues: `invalid_definition`,
 *   `unknown_format`, `customer_mismatch`, `empty_id`, `unknown_currency`, `invalid_time_zone`; for activities
 *   `invalid_row`, `unknown_kind`, `missing_field`, `invalid_text`, `invalid_number`, `invalid_flag`,
 *   `invalid_choice`, `invalid_score`, `invalid_instant`, `invalid_birthday`, `invalid_fact`, `invalid_lines`,
 *   `invalid_amount`.
 *
 * @example
 * const stored = JSON.stringify(startHistory({ customerId: "ann", currency: "USD" }));
 * readHistory(JSON.parse(stored)).customerId; // => "ann"
 */
export function readHistory(json: unknown): CustomerHistory {
  if (!isJsonObject(json)) fail("invalid_definition", [], "a stored history", json);
  if (json.format !== FORMAT) fail("unknown_format", ["format"], FORMAT, json.format);
  const { customerId, currency, timeZone, disputes } = json as unknown as CustomerHistory;
  const empty = startHistory({ customerId, currency, timeZone });
  const issues = createIssueList();
  const activities = readList("activities", json.activities, readStoredActivity, issues);
  const ids = joinedIds(activities, customerId);
  activities.forEach((activity, index) => {
    if (activity.customerId === undefined || ids.has(activity.customerId) || namesItsTarget(activity)) return;
    const path = ["activities", index, "customerId"];
    addIssue(issues, createActivityIssue("customer_mismatch", path, customerId, activity.customerId));
  });
  const read = disputes === undefined ? undefined : readList("disputes", disputes, readDispute, issues);
  failOnIssues(issues.issues);
  const history = { ...empty, activities };
  return read === undefined ? history : { ...history, disputes: read };
}

function readList<T>(name: string, list: unknown, read: Reader<T>, issues: IssueList): T[] {
  if (!Array.isArray(list)) {
    addIssue(issues, createActivityIssue("invalid_definition", [name], "a list", list));
    return [];
  }
  const good: T[] = [];
  list.forEach((element: unknown, index) => {
    const result = read(element);
    if (!Array.isArray(result)) good.push(result as T);
    else for (const issue of result as LoyaltyIssue[]) addIssue(issues, below([name, index], issue));
  });
  return good;
}

function below(path: IssuePath, issue: LoyaltyIssue): LoyaltyIssue {
  return { ...issue, path: [...path, ...issue.path] };
}

function readDispute(value: unknown): Dispute | readonly LoyaltyIssue[] {
  if (!isJsonObject(value)) return [createActivityIssue("invalid_definition", [], "a dispute", value)];
  const { kind, id, day } = value;
  if (!isActivityKind(kind)) return [createActivityIssue("unknown_kind", ["kind"], KINDS_EXPECTED, kind)];
  if (typeof id !== "string" || id === "")
    return [createActivityIssue("empty_id", ["id"], "a non-empty text", id)];
  if (!Number.isSafeInteger(day))
    return [createActivityIssue("invalid_instant", ["day"], "an epoch day", day)];
  return { kind, id, day: day as number };
}

/** The order or the complaint says whose it is, whoever wrote it. */
function namesItsTarget({ kind }: Activity): boolean {
  return kind === "refund" || kind === "cancellation" || kind === "resolution";
}
