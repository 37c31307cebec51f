import { addIssue, createIssueList } from "../../base/issueList.ts";
import { fail, failOnIssues } from "../../base/loyaltyError.ts";
import { appendActivity, finishTable, growTable } from "../../customers/columns/growingColumns.ts";
import type { ActivityReading } from "../activityReading.ts";
import type { ReadOptions } from "../readOptions.ts";
import { createReadingContext, type ReadingContext } from "./readingContext.ts";
import { createRowReader, isRefused } from "./rowReader.ts";
import type { RowSource } from "./takeRow.ts";

/** What the reading verbs take. */
export type Rows = Iterable<unknown> | AsyncIterable<unknown>;

/** Takes rows one by one and holds nothing but good activities and a capped list of issues. */
interface RowCollector {
  take(value: unknown): void;
  finish(): ActivityReading;
}

/**
 * Reads all rows, sync or async, each as it comes.
 *
 * @throws LoyaltyError at once for bad options or rows that cannot be iterated; for bad rows as `onInvalid` says.
 */
export function collectRows(
  rows: Rows,
  options: ReadOptions,
  source?: RowSource,
): ActivityReading | Promise<ActivityReading> {
  const collector = createCollector(createReadingContext(options), source);
  if (isIterable(rows)) {
    for (const row of rows) collector.take(row);
    return collector.finish();
  }
  if (isAsyncIterable(rows)) return collectLater(rows, collector);
  return fail("invalid_option", ["rows"], "an iterable or async iterable of rows", rows);
}

/** To wait for each row takes ten times as long as to read it, so an array is a batch of them. */
async function collectLater(rows: AsyncIterable<unknown>, collector: RowCollector): Promise<ActivityReading> {
  for await (const element of rows) {
    if (isBatch(element)) for (const row of element) collector.take(row);
    else collector.take(element);
  }
  return collector.finish();
}

/** A revoked proxy throws when it is looked at; as a row it is refused. */
function isBatch(element: unknown): element is readonly unknown[] {
  try {
    return Array.isArray(element);
  } catch {
    return false;
  }
}

/** A text is an iterable of characters, but never of rows. */
function isIterable(rows: unknown): rows is Iterable<unknown> {
  return typeof rows === "object" && rows !== null && Symbol.iterator in rows;
}

function isAsyncIterable(rows: unknown): rows is AsyncIterable<unknown> {
  return typeof rows === "object" && rows !== null && Symbol.asyncIterator in rows;
}

function createCollector(context: ReadingContext, source: RowSource | undefined): RowCollector {
  const { currency, timeZone, onInvalid, issueLimit } = context;
  const reader = createRowReader(context, source);
  // Not through the builder, which checks again what was just read and takes as long as the reading for it.
  const table = growTable(currency, timeZone);
  const list = createIssueList(issueLimit);
  let rowCount = 0;
  let rejectedCount = 0;
  return {
    take(value) {
      const row = rowCount;
      const read = reader.read(value, row);
      rowCount += 1;
      if (!isRefused(read)) {
        appendActivity(table, read);
        return;
      }
      rejectedCount += 1;
      if (list.issues.length >= issueLimit) {
        list.count += read.length; // nobody will read what is beyond the limit
        return;
      }
      for (const issue of reader.describe(read, row)) addIssue(list, issue);
      if (onInvalid === "throw" && list.count >= issueLimit) failOnIssues(list.issues);
    },
    finish() {
      if (onInvalid === "throw") failOnIssues(list.issues);
      const acceptedCount = rowCount - rejectedCount;
      const { issues, count: issueCount } = list;
      return { activities: finishTable(table), rowCount, acceptedCount, rejectedCount, issues, issueCount };
    },
  };
}
