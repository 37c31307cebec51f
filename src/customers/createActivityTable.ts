import { assertCurrency } from "../units/currency.ts";
import { assertTimeZone } from "../units/timeZone.ts";
import type { Activity } from "./activity.ts";
import type { ActivityTable } from "./activityTable.ts";
import { assertActivity } from "./assertActivity.ts";
import { appendActivity, appendSoundOrder, finishTable, growTable } from "./columns/growingColumns.ts";

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
      if (activity.kind === "order" && appendSoundOrder(table, activity)) return;
      assertActivity(activity);
      appendActivity(table, activity);
    },
    build: () => finishTable(table),
  };
}

/**
 * Makes a table of activities that are already typed: amounts in integer minor units of `currency`, `day` the
 * calendar day of `atMs` in `timeZone`. No activities give an empty table. An order takes 56 bytes beside the
 * text of its id (about 30 more), a customer the text of the id.
 *
 * @throws `unknown_currency`, `invalid_time_zone`, `unknown_kind`, `empty_id`, `missing_field`,
 * `invalid_instant`, `invalid_amount`, `invalid_number`, `invalid_flag`, `invalid_text`, `invalid_choice`,
 * `invalid_score`, `invalid_birthday`, `invalid_fact`, `invalid_lines`; unknown input goes through `readActivities`
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
