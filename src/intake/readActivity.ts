import { LoyaltyError } from "../base/loyaltyError.ts";
import type { Activity } from "../customers/activity.ts";
import type { ReadActivityOptions } from "./readOptions.ts";
import { createReadingContext, type ReadingContext } from "./rows/readingContext.ts";
import { createRowReader, isRefused } from "./rows/rowReader.ts";
import type { RowReader } from "./rows/schemaRowReader.ts";

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
  const reader = readerFor(createReadingContext(options));
  const read = reader.read(row, 0);
  if (isRefused(read)) throw new LoyaltyError(reader.describe(read, 0));
  return read;
}

/** The reader of the last call: making one takes longer than reading, and a caller reads row after row alike. */
let kept: { readonly context: ReadingContext; readonly reader: RowReader } | undefined;

function readerFor(context: ReadingContext): RowReader {
  if (kept === undefined || !readAlike(kept.context, context)) {
    kept = { context, reader: createRowReader(context) };
  }
  return kept.reader;
}

/** Whether two callers have their rows read alike; how many issues they keep is nothing to the reader. */
function readAlike(a: ReadingContext, b: ReadingContext): boolean {
  return a.currency === b.currency && a.zone === b.zone && a.amounts === b.amounts && a.convert === b.convert;
}
