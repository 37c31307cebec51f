import { failOnActivity } from "../base/activityIssue.ts";
import { FARTHEST_DAY } from "../units/day.ts";
import type { Activity, ActivityKind, SurveyActivity } from "./activity.ts";
import { ACTIVITY_FIELDS, type FieldType, fieldEntriesOf, fieldValueOf } from "./columns/activityFields.ts";
import { SCORE_RANGES } from "./rules/scoreRanges.ts";

/** What an activity of a kind cannot be without. */
const REQUIRED_FIELDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  interest: [],
  order: ["amountMinor"],
  refund: ["orderId", "amountMinor"],
  cancellation: ["orderId"],
  membership: ["joined"],
  referral: [],
  testimonial: [],
  review: [],
  social: [],
  survey: ["instrument", "score"],
  complaint: [],
  resolution: ["complaintId"],
  market: [],
  profile: [],
  alias: ["otherId"],
};

const BIRTHDAY = /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Checks a typed activity: whatever would read differently from a column than from an object. Unknown input
 * has a friendlier door, `readActivities`.
 */
export function assertActivity(activity: Activity): void {
  const { kind, atMs, day } = activity;
  if (!Object.hasOwn(ACTIVITY_FIELDS, kind)) failOnActivity("unknown_kind", ["kind"], "a known kind", kind);
  assertIds(activity);
  if (!Number.isFinite(atMs)) failOnActivity("invalid_instant", ["atMs"], "finite milliseconds", atMs);
  // Days beyond what a Date can name would make window arithmetic overflow the Int32 columns.
  const isDay = Number.isSafeInteger(day) && Math.abs(day) <= FARTHEST_DAY;
  if (!isDay) failOnActivity("invalid_instant", ["day"], "a whole epoch day", day);
  for (const [name, type] of fieldEntriesOf(kind)) {
    const value = fieldValueOf(activity, name);
    if (value !== undefined) assertField(name, type, value);
    else if (REQUIRED_FIELDS[kind].includes(name))
      failOnActivity("missing_field", [name], `a ${name}`, value);
  }
  if (kind === "survey") assertScore(activity);
}

function assertIds({ kind, customerId, id }: Activity): void {
  const mayLackCustomer = kind === "refund" || kind === "cancellation" || kind === "resolution";
  if (customerId !== undefined || !mayLackCustomer) assertId("customerId", customerId);
  if (id !== undefined) assertId("id", id);
}

function assertId(name: string, id: unknown): void {
  if (typeof id !== "string" || id === "") failOnActivity("empty_id", [name], "a non-empty text", id);
}

function assertField(name: string, type: FieldType, value: unknown): void {
  switch (type) {
    case "number":
      if (name.endsWith("Minor")) assertAmount(name, value);
      else if (!Number.isFinite(value)) failOnActivity("invalid_number", [name], "a finite number", value);
      break;
    case "flag":
      if (typeof value !== "boolean") failOnActivity("invalid_flag", [name], "true or false", value);
      break;
    case "text":
      if (typeof value !== "string") failOnActivity("invalid_text", [name], "text", value);
      if (name === "birthday" && !BIRTHDAY.test(value)) {
        failOnActivity("invalid_birthday", [name], "YYYY-MM-DD or MM-DD", value);
      }
      break;
    case "person":
      assertId(name, value);
      break;
    case "data":
      if (name === "lines") assertLines(value);
      else assertOwnFacts(value);
  }
}

function assertAmount(name: string, value: unknown): void {
  const fits = Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
  if (!fits) failOnActivity("invalid_amount", [name], "integer minor units, at least 0", value);
}

function assertLines(value: unknown): void {
  if (!Array.isArray(value))
    failOnActivity("invalid_lines", ["lines"], "a list of plain JSON objects", value);
}

function assertOwnFacts(value: unknown): void {
  if (typeof value !== "object" || value === null) {
    failOnActivity("invalid_fact", ["facts"], "an object of numbers and booleans", value);
  }
  for (const [name, fact] of Object.entries(value)) {
    if (typeof fact === "boolean" || Number.isFinite(fact)) continue;
    failOnActivity("invalid_fact", ["facts", name], "a finite number or a boolean", fact);
  }
}

function assertScore({ instrument, score }: SurveyActivity): void {
  const known = Object.keys(SCORE_RANGES);
  if (!known.includes(instrument))
    failOnActivity("invalid_choice", ["instrument"], known.join(", "), instrument);
  const [low, high] = SCORE_RANGES[instrument];
  const fits = Number.isInteger(score) && score >= low && score <= high;
  if (!fits) failOnActivity("invalid_score", ["score"], `a whole number from ${low} to ${high}`, score);
}
