import { LoyaltyError } from "../base/loyaltyError.ts";
import type { Activity } from "../customers/activity.ts";
import type { ReadActivityOptions } from "./readOptions.ts";
import { createReadingContext } from "./rows/readingContext.ts";
import { createRowReader, isRefused } from "./rows/rowReader.ts";

/**
 * Reads one unknown row into an activity, for `addActivity` on a history. Rows look as `readActivities` says.
 *
 * @throws LoyaltyError with everything that is wrong with the row or the options; codes as `readActivities`.
 *
 * @example
 * const row = { kind: "interest", customerId: "ann", at: "1970-01-02", channel: "call" };
 * const activity = readActivity(row, { currency: "USD" });
 * activity; // => { kind: "interest", customerId: "ann", atMs: 86400000, day: 1, channel: "call" }
 */
export function readActivity(row: unknown, options: ReadActivityOptions): Activity {
  const reader = createRowReader(createReadingContext(options));
  const read = reader.read(row, 0);
  if (isRefused(read)) throw new LoyaltyError(reader.describe(read, 0));
  return read;
}
