import { fail } from "../base/loyaltyError.ts";
import { assertCurrency } from "../units/currency.ts";
import { FARTHEST_DAY } from "../units/day.ts";
import { assertTimeZone } from "../units/timeZone.ts";
import type { Activity } from "./activity.ts";
import type { ActivityTable } from "./activityTable.ts";
import { ACTIVITY_FIELDS } from "./columns/activityFields.ts";
import { appendActivity, finishTable, growTable } from "./columns/growingColumns.ts";

/** What all activities of one table share. */
export interface ActivityTableOptions {
  /** ISO 4217, the currency of every amount. */
  readonly currency: string;
  /** IANA name of the zone in which `day` was taken. @defaultValue `"UTC"` */
  readonly timeZone?: string;
}

/** Takes activities one by one, in any order, and makes the table. */
export interface ActivityTableBuilder {
  /** Adds one activity; throws what {@link assertActivity} throws. */
  add(activity: Activity): void;
  /** The table of what was added so far. */
  build(): ActivityTable;
}

/**
 * Starts a table that takes activities one by one, for input that streams. Untyped rows go through
 * `readActivities` instead, which ends here.
 *
 * @throws `unknown_currency`, `invalid_time_zone`; on `add` also what {@link createActivityTable} names
 * @example
 * const builder = activityTableBuilder({ currency: "USD" });
 * builder.add({ kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * builder.build().rowCount; // => 1
 */
export function activityTableBuilder(options: ActivityTableOptions): ActivityTableBuilder {
  const { currency, timeZone = "UTC" } = options;
  assertCurrency(currency, ["currency"]);
  assertTimeZone(timeZone, ["timeZone"]);
  const table = growTable(currency, timeZone);
  return {
    add(activity) {
      assertActivity(activity);
      appendActivity(table, activity);
    },
    build: () => finishTable(table),
  };
}

/**
 * Makes a table of activities that are already typed: amounts in integer minor units of `currency`, `day` the
 * calendar day of `atMs` in `timeZone`. No activities give an empty table.
 *
 * @throws `unknown_currency`, `invalid_time_zone`, `unknown_kind`, `empty_id`, `invalid_instant`,
 * `invalid_amount`: the cheap checks only; unknown input goes through `readActivities`
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 }],
 *   { currency: "USD" },
 * );
 * activities.customerIds; // => ["ann"]
 */
export function createActivityTable(
  activities: Iterable<Activity>,
  options: ActivityTableOptions,
): ActivityTable {
  const builder = activityTableBuilder(options);
  for (const activity of activities) builder.add(activity);
  return builder.build();
}

/** The cheap checks of a typed activity: those whose neglect would spoil the columns. */
export function assertActivity(activity: Activity): void {
  const { kind, customerId, atMs, day } = activity;
  if (!Object.hasOwn(ACTIVITY_FIELDS, kind)) fail("unknown_kind", ["kind"], "a known kind", kind);
  const mayLackCustomer = kind === "refund" || kind === "cancellation" || kind === "resolution";
  if (typeof customerId !== "string" ? !(mayLackCustomer && customerId === undefined) : customerId === "") {
    fail("empty_id", ["customerId"], "a non-empty text", customerId);
  }
  if (activity.id === "") fail("empty_id", ["id"], "a non-empty text or none", activity.id);
  if (kind === "alias" && !activity.otherId)
    fail("empty_id", ["otherId"], "a non-empty text", activity.otherId);
  if (!Number.isFinite(atMs)) fail("invalid_instant", ["atMs"], "finite milliseconds", atMs);
  if (!isEpochDay(day)) fail("invalid_instant", ["day"], "a whole epoch day", day);
  if (kind === "order" || kind === "refund") {
    assertAmount(activity.amountMinor, "amountMinor");
    if (activity.costMinor !== undefined) assertAmount(activity.costMinor, "costMinor");
  }
}

/** Days beyond what a `Date` can name would make window arithmetic overflow the Int32 columns. */
function isEpochDay(day: unknown): boolean {
  return Number.isSafeInteger(day) && Math.abs(day as number) <= FARTHEST_DAY;
}

function assertAmount(amountMinor: number, field: string): void {
  const fits = Number.isSafeInteger(amountMinor) && amountMinor >= 0 && !Object.is(amountMinor, -0);
  if (!fits) fail("invalid_amount", [field], "integer minor units, at least 0", amountMinor);
}
