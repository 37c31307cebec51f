import type { Activity, OrderActivity } from "../../customers/activity.ts";
import type { Complaint } from "../fields/field.ts";
import { cleanActivity } from "./cleanActivity.ts";
import { createOrderCheck } from "./cleanOrder.ts";
import type { ReadingContext } from "./readingContext.ts";
import { createSchemaRowReader, type RowReader } from "./schemaRowReader.ts";
import { createRowTaker, type RowSource, type RowTaker } from "./takeRow.ts";

/**
 * Makes the reader of rows. A check by hand takes what is surely fine; everything else goes to the schema, whose
 * way to the same activity takes 7 to 10 times as long for orders, and which words what is wrong. Whether a row is
 * accepted and as what never depends on which of the two did it, and no property is asked for twice
 * unless one of them throws.
 */
export function createRowReader(context: ReadingContext, source: RowSource = {}): RowReader {
  const take = createRowTaker(context, source, createOrderCheck());
  const { readTaken, describe } = createSchemaRowReader(context, source);
  return {
    read(value, row) {
      const taken = take(value);
      if (isMade(taken)) return taken;
      if ("code" in taken) return [taken];
      const activity = taken.kind === "order" ? undefined : cleanActivity(taken, context);
      return activity ?? readTaken(taken, row);
    },
    describe,
  };
}

/** Not by `in`, which is slow once it has met more than four shapes of objects. */
function isMade(taken: ReturnType<RowTaker>): taken is OrderActivity {
  return (taken as Partial<OrderActivity>).atMs !== undefined;
}

/** Whether a row was refused. */
export function isRefused(read: Activity | readonly Complaint[]): read is readonly Complaint[] {
  return Array.isArray(read);
}
