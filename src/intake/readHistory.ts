import { createIssue, type IssuePath, type LoyaltyIssue } from "../base/issue.ts";
import { addIssue, createIssueList, type IssueList } from "../base/issueList.ts";
import { fail, failOnIssues } from "../base/loyaltyError.ts";
import type { Activity } from "../customers/activity.ts";
import type { CustomerHistory, Dispute } from "../customers/history.ts";
import { joinedIds, smallestId } from "../customers/person/joinedIds.ts";
import { startHistory } from "../customers/startHistory.ts";
import { isoDayOf } from "../units/day.ts";
import { isActivityKind, KINDS_EXPECTED } from "./rows/activityShapes.ts";
import { createReadingContext } from "./rows/readingContext.ts";
import { createRowReader, isRefused } from "./rows/rowReader.ts";

const FORMAT = "loyalty-ladder/history@1";

/** Where a stored activity holds what a row holds: the same fields, with their units in the names. */
const STORED_COLUMNS = {
  at: "atMs",
  amount: "amountMinor",
  cost: "costMinor",
  resolvedAt: "resolvedDay",
  status: "joined",
};

type Json = Readonly<Record<string, unknown>>;
type Reader<T> = (value: unknown) => T | readonly LoyaltyIssue[];

/**
 * Reads a stored history: JSON that was parsed already, as `JSON.stringify` wrote it. Everything in it is
 * checked again, for a store is a door too.
 *
 * @throws LoyaltyError with everything that is wrong, at most 100 issues: `invalid_definition`,
 *   `unknown_format`, `customer_mismatch`, `empty_id`, `unknown_currency`, `invalid_time_zone`, and what
 *   `readActivities` says of rows.
 *
 * @example
 * const stored = JSON.stringify(startHistory({ customerId: "ann", currency: "USD" }));
 * readHistory(JSON.parse(stored)).customerId; // => "ann"
 */
export function readHistory(json: unknown): CustomerHistory {
  if (!isObject(json)) fail("invalid_definition", [], "a stored history", json);
  if (json.format !== FORMAT) fail("unknown_format", ["format"], FORMAT, json.format);
  const { customerId, currency, timeZone, disputes } = json as unknown as CustomerHistory;
  const empty = startHistory({ customerId, currency, timeZone });
  const issues = createIssueList();
  const activities = readList("activities", json.activities, storedActivityReader(empty), issues);
  const ids = joinedIds(activities, customerId);
  activities.forEach((activity, index) => {
    if (activity.customerId === undefined || ids.has(activity.customerId) || namesItsTarget(activity)) return;
    const path = ["activities", index, "customerId"];
    addIssue(issues, createIssue("customer_mismatch", path, customerId, activity.customerId));
  });
  const read = disputes === undefined ? undefined : readList("disputes", disputes, readDispute, issues);
  failOnIssues(issues.issues);
  const history = { ...empty, customerId: smallestId(ids), activities };
  return read === undefined ? history : { ...history, disputes: read };
}

function isObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function readList<T>(name: string, list: unknown, read: Reader<T>, issues: IssueList): T[] {
  if (!Array.isArray(list)) {
    addIssue(issues, createIssue("invalid_definition", [name], "a list", list));
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

function below(path: IssuePath, { row: _, ...issue }: LoyaltyIssue): LoyaltyIssue {
  return { ...issue, path: [...path, ...issue.path] };
}

/** Stored activities are rows under other names: they go through the same reader, which knows every field. */
function storedActivityReader({ currency, timeZone }: CustomerHistory): Reader<Activity> {
  const context = createReadingContext({ currency, timeZone, amounts: "minor" });
  const readRow = createRowReader(context, { columns: STORED_COLUMNS });
  return (stored) => {
    const row = isObject(stored) ? rowOf(stored) : stored;
    const read = readRow(row, 0);
    if (isRefused(read)) return read;
    const { day } = stored as Activity;
    // A calendar day without a time keeps the day that was stated, whatever its instant is in the zone.
    const isDay = Number.isSafeInteger(day) && Math.abs(day - read.day) <= 1;
    if (isDay) return { ...read, day };
    return [createIssue("invalid_instant", ["day"], "the epoch day of atMs in the zone", day)];
  };
}

/** The two fields that are not only named otherwise in rows. */
function rowOf(stored: Json): Json {
  if (stored.kind === "membership" && typeof stored.joined === "boolean") {
    return { ...stored, joined: stored.joined ? "joined" : "left" };
  }
  if (stored.kind === "complaint" && Number.isSafeInteger(stored.resolvedDay)) {
    return { ...stored, resolvedDay: isoDayOf(stored.resolvedDay as number) };
  }
  return stored;
}

function readDispute(value: unknown): Dispute | readonly LoyaltyIssue[] {
  if (!isObject(value)) return [createIssue("invalid_definition", [], "a dispute", value)];
  const { kind, id, day } = value;
  if (!isActivityKind(kind)) return [createIssue("unknown_kind", ["kind"], KINDS_EXPECTED, kind)];
  if (typeof id !== "string" || id === "") return [createIssue("empty_id", ["id"], "a non-empty text", id)];
  if (!Number.isSafeInteger(day)) return [createIssue("invalid_instant", ["day"], "an epoch day", day)];
  return { kind, id, day: day as number };
}

/** The order or the complaint says whose it is, whoever wrote it. */
function namesItsTarget({ kind }: Activity): boolean {
  return kind === "refund" || kind === "cancellation" || kind === "resolution";
}
