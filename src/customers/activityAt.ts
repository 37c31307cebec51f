import { fail } from "../base/loyaltyError.ts";
import { MISSING_BYTE } from "../units/column.ts";
import type { Activity, ActivityKind, ActivityOf } from "./activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "./activityTable.ts";
import { ACTIVITY_KINDS, type FieldType, fieldEntriesOf } from "./columns/activityFields.ts";

/**
 * One activity of a table as an object: row `row` (from 0) of its kind. What was not said is absent.
 *
 * @throws LoyaltyError `invalid_option` for a row that is not there
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "interest", customerId: "ann", atMs: 0, day: 0, channel: "call" }],
 *   { currency: "USD" },
 * );
 * activityAt(activities, "interest", 0); // => { kind: "interest", customerId: "ann", atMs: 0, day: 0, channel: "call" }
 */
export function activityAt<K extends ActivityKind>(
  table: ActivityTable,
  kind: K,
  row: number,
): ActivityOf<K> {
  const { count } = table.kinds[kind];
  if (!(Number.isInteger(row) && row >= 0 && row < count)) {
    fail("invalid_option", ["row"], `a row below ${count}`, row);
  }
  return activityOfRow(table, kind, row);
}

function activityOfRow<K extends ActivityKind>(table: ActivityTable, kind: K, row: number): ActivityOf<K> {
  const columns = table.kinds[kind] as unknown as KindColumns;
  const activity: Record<string, unknown> = { kind };
  if (columns.ids[row] !== undefined) activity.id = columns.ids[row];
  const customer = columns.customers[row] as number;
  if (customer !== NOBODY) activity.customerId = table.customerIds[customer];
  activity.atMs = columns.atMs[row];
  activity.day = columns.days[row];
  const fields = columns.fields as Readonly<Record<string, ArrayLike<unknown>>>;
  for (const [name, type] of fieldEntriesOf(kind)) {
    const value = saidValue(type, fields[name]?.[row], table);
    if (value !== undefined) activity[name] = value;
  }
  return activity as unknown as ActivityOf<K>;
}

function saidValue(type: FieldType, stored: unknown, table: ActivityTable): unknown {
  switch (type) {
    case "number":
      return Number.isNaN(stored) ? undefined : stored;
    case "flag":
      return stored === MISSING_BYTE ? undefined : stored === 1;
    case "person":
      return table.customerIds[stored as number];
    default:
      return stored;
  }
}

/** All activities of one kind as objects. */
export function activitiesOfKind<K extends ActivityKind>(table: ActivityTable, kind: K): ActivityOf<K>[] {
  return Array.from({ length: table.kinds[kind].count }, (_, row) => activityOfRow(table, kind, row));
}

/**
 * All activities of a table as objects, kind after kind, made one at a time.
 *
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "interest", customerId: "ann", atMs: 0, day: 0 }],
 *   { currency: "USD" },
 * );
 * [...eachActivity(activities)]; // => [{ kind: "interest", customerId: "ann", atMs: 0, day: 0 }]
 */
export function* eachActivity(table: ActivityTable): Generator<Activity> {
  for (const kind of ACTIVITY_KINDS) {
    for (let row = 0; row < table.kinds[kind].count; row += 1) yield activityOfRow(table, kind, row);
  }
}
