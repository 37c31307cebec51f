import { createActivityIssue } from "../base/activityIssue.ts";
import type { LoyaltyIssue } from "../base/issue.ts";
import type { LoyaltyError } from "../base/loyaltyError.ts";
import type { Activity } from "../customers/activity.ts";
import { assertActivity } from "../customers/assertActivity.ts";
import { fieldEntriesOf } from "../customers/columns/activityFields.ts";
import { isActivityKind, KINDS_EXPECTED } from "./rows/activityShapes.ts";

/** An object of parsed JSON. */
type Json = Readonly<Record<string, unknown>>;

export function isJsonObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/**
 * Reads an activity of a stored history, as `JSON.stringify` wrote it: what `addActivity` takes comes back as it
 * was, and what it refuses is refused. Fields that the kind does not have are dropped.
 */
export function readStoredActivity(json: unknown): Activity | readonly LoyaltyIssue[] {
  if (!isJsonObject(json)) return [createActivityIssue("invalid_row", [], "an object", json)];
  const { kind } = json;
  if (!isActivityKind(kind)) return [createActivityIssue("unknown_kind", ["kind"], KINDS_EXPECTED, kind)];
  const fields = ["id", "customerId", "atMs", "day", ...fieldEntriesOf(kind).map(([field]) => field)];
  const stated = fields.filter((field) => Object.hasOwn(json, field) && json[field] !== undefined);
  const activity = { kind, ...Object.fromEntries(stated.map((field) => [field, json[field]])) };
  try {
    assertActivity(activity as unknown as Activity);
    return activity as unknown as Activity;
  } catch (error) {
    return (error as LoyaltyError).issues; // it throws nothing else
  }
}
