import { assertInvariant } from "../../base/assertInvariant.ts";
import { MISSING_BYTE } from "../../units/column.ts";
import type { Activity, ActivityKind } from "../activity.ts";
import type { ActivityTable, KindColumns } from "../activityTable.ts";
import { ACTIVITY_KINDS, type FieldType, fieldEntriesOf, fieldValueOf } from "../columns/activityFields.ts";
import { NONE } from "./hashIndex.ts";

/*
 * Every activity that came, as columns by kind that grow by doubling, and chained by customer id. A reference is
 * one number for kind and row, so that a chain costs 4 bytes for each activity.
 */

const ROW_BITS = 28;
const ROW_MASK = (1 << ROW_BITS) - 1;

/** The kind's number above the row: the kinds are fewer than 15. */
export function referenceOf(kind: number, row: number): number {
  return ((kind << ROW_BITS) | row) >>> 0;
}

/** The number of the kind. */
export function kindOf(reference: number): number {
  return reference >>> ROW_BITS;
}

/** The row in the columns of its kind. */
export function rowOf(reference: number): number {
  return reference & ROW_MASK;
}

type Growing = Float64Array | Uint8Array | Uint32Array | unknown[];

/** The kept activities of one kind; what lies beyond `count` is room. */
export interface LoggedKind {
  readonly kind: ActivityKind;
  count: number;
  readonly ids: (string | undefined)[];
  customers: Uint32Array;
  atMs: Float64Array;
  days: Int32Array;
  /** The reference of the activity under the same customer id that was kept before; {@link NONE} at the end. */
  next: Uint32Array;
  /** By name. Texts and data have no array until somebody says one. */
  readonly fields: Record<string, Growing | undefined>;
}

/** Everything that came. */
export interface ActivityLog {
  /** By the number of the kind: its place in `ACTIVITY_KINDS`. */
  readonly kinds: readonly LoggedKind[];
  readonly kindsByName: Readonly<Record<string, LoggedKind>>;
  rowsWithoutId: number;
}

/** The number of each kind. */
export const KIND_NUMBERS: Readonly<Record<ActivityKind, number>> = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ ACTIVITY_KINDS.map((kind, number) => [kind, number]),
) as Record<ActivityKind, number>;

/** A log of what a table holds; nothing is chained yet. */
export function createActivityLog(activities: ActivityTable): ActivityLog {
  let rowsWithoutId = 0;
  const kinds = ACTIVITY_KINDS.map((kind) => {
    const columns = activities.kinds[kind] as unknown as KindColumns;
    const { count } = columns;
    for (const id of columns.ids) if (id === undefined) rowsWithoutId += 1;
    const fields: Record<string, Growing | undefined> = {};
    const room = roomFor(count);
    for (const [name, type] of fieldEntriesOf(kind))
      fields[name] = copiedField(type, fieldOf(columns, name), room);
    const logged: LoggedKind = {
      kind,
      count,
      ids: [...columns.ids],
      customers: larger(columns.customers, new Uint32Array(room)),
      atMs: larger(columns.atMs, new Float64Array(room)),
      days: larger(columns.days, new Int32Array(room)),
      next: new Uint32Array(room),
      fields,
    };
    return logged;
  });
  const kindsByName = Object.fromEntries(kinds.map((kind) => [kind.kind, kind]));
  return { kinds, kindsByName, rowsWithoutId };
}

function fieldOf(columns: KindColumns, name: string): ArrayLike<unknown> {
  return (columns.fields as Readonly<Record<string, ArrayLike<unknown>>>)[name] as ArrayLike<unknown>;
}

function copiedField(type: FieldType, values: ArrayLike<unknown>, room: number): Growing | undefined {
  switch (type) {
    case "number":
      return larger(values as Float64Array, new Float64Array(room));
    case "flag":
      return larger(values as Uint8Array, new Uint8Array(room));
    case "person":
      return larger(values as Uint32Array, new Uint32Array(room));
    default: {
      const said = Array.from(values);
      return said.some((value) => value !== undefined) ? said : undefined;
    }
  }
}

/** Room for `count` rows and a quarter more, so that growing costs little however long it goes on. */
function roomFor(count: number): number {
  assertInvariant(count < ROW_MASK, "fewer than 2^28 activities of a kind", count);
  return Math.min(ROW_MASK, Math.ceil(count * 1.25) + LEAST_ROOM);
}

const LEAST_ROOM = 64;

/** Appends what every activity has, makes room for its fields, and gives the row. */
export function appendHead(
  log: ActivityLog,
  kind: LoggedKind,
  id: string | undefined,
  customer: number,
  atMs: number,
  day: number,
  next: number,
): number {
  const row = kind.count;
  if (row === kind.next.length) makeRoom(kind);
  kind.count = row + 1;
  kind.ids[row] = id;
  kind.customers[row] = customer;
  kind.atMs[row] = atMs;
  kind.days[row] = day;
  kind.next[row] = next;
  if (id === undefined) log.rowsWithoutId += 1;
  return row;
}

function makeRoom(kind: LoggedKind): void {
  const room = roomFor(kind.count);
  kind.customers = larger(kind.customers, new Uint32Array(room));
  kind.atMs = larger(kind.atMs, new Float64Array(room));
  kind.days = larger(kind.days, new Int32Array(room));
  kind.next = larger(kind.next, new Uint32Array(room));
  for (const [name, type] of fieldEntriesOf(kind.kind)) {
    const values = kind.fields[name];
    if (type !== "text" && type !== "data")
      kind.fields[name] = copiedField(type, values as Float64Array, room);
  }
}

function larger<Column extends { set(values: Column): void }>(values: Column, room: Column): Column {
  room.set(values);
  return room;
}

/** Keeps what an activity says besides its head. */
export function keepFields(
  kind: LoggedKind,
  row: number,
  activity: Activity,
  codeOf: (customerId: string) => number,
): void {
  for (const [name, type] of fieldEntriesOf(kind.kind)) {
    const value = fieldValueOf(activity, name);
    switch (type) {
      case "number":
        (kind.fields[name] as Float64Array)[row] = (value as number | undefined) ?? Number.NaN;
        break;
      case "flag":
        (kind.fields[name] as Uint8Array)[row] = value === undefined ? MISSING_BYTE : Number(value);
        break;
      case "person":
        (kind.fields[name] as Uint32Array)[row] = codeOf(value as string);
        break;
      default:
        keepSaid(kind, name, row, value);
    }
  }
}

/** Keeps a text or data; most are never said, and then take no room. */
export function keepSaid(kind: LoggedKind, name: string, row: number, value: unknown): void {
  let values = kind.fields[name] as unknown[] | undefined;
  if (values === undefined) {
    if (value === undefined) return;
    values = new Array(row).fill(undefined);
    kind.fields[name] = values;
  }
  values[row] = value;
}

/** The kept activities as a table of their own, which later ones do not change. */
export function loggedTable(
  log: ActivityLog,
  source: { readonly currency: string; readonly timeZone: string; readonly customerIds: readonly string[] },
): ActivityTable {
  const kinds: Record<string, KindColumns> = {};
  let rowCount = 0;
  for (const logged of log.kinds) {
    rowCount += logged.count;
    kinds[logged.kind] = loggedColumns(logged);
  }
  return {
    currency: source.currency,
    timeZone: source.timeZone,
    customerIds: [...source.customerIds],
    rowCount,
    mayDoubleCount: log.rowsWithoutId > 0,
    kinds: kinds as unknown as ActivityTable["kinds"],
  };
}

function loggedColumns({ kind, count, ids, customers, atMs, days, fields }: LoggedKind): KindColumns {
  const columns: Record<string, unknown> = {};
  for (const [name] of fieldEntriesOf(kind)) {
    columns[name] = fields[name]?.slice(0, count) ?? new Array(count).fill(undefined);
  }
  return {
    count,
    ids: [...ids],
    customers: customers.slice(0, count),
    atMs: atMs.slice(0, count),
    days: days.slice(0, count),
    fields: columns as KindColumns["fields"],
  };
}

/** Calls back with the reference of everything that was kept under an id, the newest first. */
export function eachOfChain(
  log: ActivityLog,
  newest: number,
  visit: (reference: number, kind: LoggedKind, row: number) => void,
): void {
  for (let reference = newest; reference !== NONE; ) {
    const kind = log.kinds[kindOf(reference)] as LoggedKind;
    const row = rowOf(reference);
    visit(reference, kind, row);
    reference = kind.next[row] as number;
  }
}

/** The customer code under which a row stands, or `NOBODY`. */
export function ownerOf(log: ActivityLog, reference: number): number {
  return (log.kinds[kindOf(reference)] as LoggedKind).customers[rowOf(reference)] as number;
}
