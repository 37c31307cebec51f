import type { ActivityReading } from "./activityReading.ts";
import type { ReadOptions } from "./readOptions.ts";
import { collectRows, type Rows } from "./rows/collectRows.ts";

/**
 * Reads unknown rows into activities, row by row: what comes from a database, a file or a stream, in any order.
 * Only the accepted activities stay in memory. No rows give an empty table.
 *
 * A row is an object with `kind`, `customerId`, `at`, an `id` if it has one, and what its kind carries:
 *
 * | kind | fields (`?` may be left out) |
 * |---|---|
 * | `interest` | `channel?` |
 * | `order` | `amount`, `cost?`, `currency?`, `units?`, `lines?` |
 * | `refund` | `orderId`, `amount`, `cost?`, `currency?`; `customerId?` |
 * | `cancellation` | `orderId`; `customerId?` |
 * | `membership` | `status` (`joined` or `left`), `plan?` |
 * | `referral` | `prompted?`, `referredId?`, `converted?` |
 * | `testimonial`, `review`, `social` | `rating?` (at least 0) |
 * | `survey` | `instrument` (`nps`, `intent` 0–10, `csat` 1–5, `ces` 1–7), `score` (whole) |
 * | `complaint` | `resolvedAt?` (not before `at`), `contacts?` (whole) |
 * | `resolution` | `complaintId`, `contacts?`; `customerId?` |
 * | `market` | `targeted?`, `reachable?` |
 * | `profile` | `birthday?` (`YYYY-MM-DD` or `MM-DD`), `contactable?`, `facts?` (your own, name → number or boolean) |
 * | `alias` | `otherId` |
 *
 * `null`, `undefined` and `""` leave an optional field out, and a blank `id` is none; unknown properties are
 * ignored; only own properties are read (give class instances in their plain form). Ids may be whole numbers,
 * numbers and booleans may be written as text (`"4.5"`, `"yes"`, `"N"`, `"1"`). Instants: `2026-01-31` is that calendar day,
 * `2026-01-31T10:20:30+07:00`, a `Date`, or milliseconds since 1970.
 *
 * @param rows Sync or async iterable of rows; an async one gives a promise. Bad options throw at once for both.
 *   An async iterable may also give arrays, each a batch of rows in order: to wait for every row alone takes longer
 *   than to read it. Issues count rows, not batches. A sync iterable has no batches: there an array is no row.
 * @throws LoyaltyError for bad options `unknown_currency`, `invalid_time_zone`, `invalid_option`. For bad rows,
 *   unless they are collected: `invalid_row`, `unknown_kind`, `missing_field`, `invalid_text`, `empty_id`,
 *   `invalid_number`, `invalid_flag`, `invalid_choice`, `invalid_instant`, `zone_required`,
 *   `invalid_birthday`, `invalid_score`, `invalid_fact`, `reserved_fact`, `invalid_lines`, `invalid_amount`,
 *   `negative_amount`, `negative_zero`, `too_many_decimals`, `unsafe_amount`, `unknown_currency`,
 *   `mixed_currencies`.
 *
 * @example
 * const reading = readActivities(
 *   [
 *     { kind: "order", id: "o1", customerId: "ann", at: "2026-01-05", amount: "12.50" },
 *     { kind: "referral", customerId: "ann", at: "2026-02-01T09:30:00Z", prompted: "no" },
 *     { kind: "order", id: "o2", customerId: "bob", at: "2026-02-30", amount: 20 },
 *   ],
 *   { currency: "USD", onInvalid: "collect" },
 * );
 * reading.acceptedCount; // => 2
 * reading.issues.map(({ row, path, code }) => [row, path, code]); // => [[2, ["at"], "invalid_instant"]]
 */
export function readActivities(rows: Iterable<unknown>, options: ReadOptions): ActivityReading;
export function readActivities(rows: AsyncIterable<unknown>, options: ReadOptions): Promise<ActivityReading>;
export function readActivities(rows: Rows, options: ReadOptions): ActivityReading | Promise<ActivityReading> {
  return collectRows(rows, options);
}
