import { assertInvariant } from "../../base/assertInvariant.ts";
import { MISSING_BYTE } from "../../units/column.ts";
import type { Activity, ActivityKind } from "../activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "../activityTable.ts";
import { ACTIVITY_KINDS, type FieldType, fieldEntriesOf, fieldValueOf } from "./activityFields.ts";

/** The columns of one kind while they grow: plain arrays, because their final length is not known. */
interface GrowingKind {
  readonly ids: (string | undefined)[];
  readonly customers: number[];
  readonly atMs: number[];
  readonly days: number[];
  readonly fields: readonly GrowingField[];
}

interface GrowingField {
  readonly name: string;
  readonly type: FieldType;
  readonly values: unknown[];
}

/** An activity table while it grows: the only place where rows are appended. */
export interface GrowingTable {
  readonly currency: string;
  readonly timeZone: string;
  readonly codes: Map<string, number>;
  readonly customerIds: string[];
  readonly kinds: Readonly<Record<ActivityKind, GrowingKind>>;
  rowCount: number;
  rowsWithoutId: number;
}

/** An empty table that can grow. */
export function growTable(currency: string, timeZone: string): GrowingTable {
  const kinds = {} as Record<ActivityKind, GrowingKind>;
  for (const kind of ACTIVITY_KINDS) {
    const fields = fieldEntriesOf(kind).map(([name, type]) => ({ name, type, values: [] }));
    kinds[kind] = { ids: [], customers: [], atMs: [], days: [], fields };
  }
  return { currency, timeZone, codes: new Map(), customerIds: [], kinds, rowCount: 0, rowsWithoutId: 0 };
}

/** The code of a customer id, given out at first sight. */
export function codeOf(table: GrowingTable, customerId: string): number {
  const known = table.codes.get(customerId);
  if (known !== undefined) return known;
  const code = table.customerIds.length;
  assertInvariant(code < NOBODY, "fewer than 2^32 customers", code);
  table.codes.set(customerId, code);
  table.customerIds.push(customerId);
  return code;
}

/** Appends an activity. */
export function appendActivity(table: GrowingTable, activity: Activity): void {
  const kind = table.kinds[activity.kind];
  const customer = activity.customerId === undefined ? NOBODY : codeOf(table, activity.customerId);
  appendHead(table, kind, activity.id, customer, activity.atMs, activity.day);
  for (const field of kind.fields) {
    const value = fieldValueOf(activity, field.name);
    field.values.push(storedValue(field.type, value, table));
  }
}

/** Appends row `row` of another table's columns for the given customer code of this table. */
export function appendRow(
  table: GrowingTable,
  kindName: ActivityKind,
  source: KindColumns,
  row: number,
  codeInTable: (sourceCode: number) => number,
  replaceField?: (name: string, value: unknown) => unknown,
): void {
  const kind = table.kinds[kindName];
  const customer = codeInTable(source.customers[row] as number);
  appendHead(table, kind, source.ids[row], customer, source.atMs[row] as number, source.days[row] as number);
  const columns = source.fields as Readonly<Record<string, ArrayLike<unknown>>>;
  for (const field of kind.fields) {
    const stored = columns[field.name]?.[row];
    const value = field.type === "person" ? codeInTable(stored as number) : stored;
    field.values.push(replaceField === undefined ? value : replaceField(field.name, value));
  }
}

/** Appends what is left of a row when nobody may know what it said: that its id was used, and when. */
export function appendTombstone(
  table: GrowingTable,
  kindName: ActivityKind,
  source: KindColumns,
  row: number,
): void {
  const kind = table.kinds[kindName];
  appendHead(table, kind, source.ids[row], NOBODY, source.atMs[row] as number, source.days[row] as number);
  for (const field of kind.fields) field.values.push(blankValue(field.type));
}

function appendHead(
  table: GrowingTable,
  kind: GrowingKind,
  id: string | undefined,
  customer: number,
  atMs: number,
  day: number,
): void {
  table.rowCount += 1;
  if (id === undefined) table.rowsWithoutId += 1;
  kind.ids.push(id);
  kind.customers.push(customer);
  kind.atMs.push(atMs);
  kind.days.push(day);
}

function blankValue(type: FieldType): unknown {
  if (type === "number") return Number.NaN;
  if (type === "flag") return MISSING_BYTE;
  return type === "person" ? NOBODY : undefined;
}

function storedValue(type: FieldType, value: unknown, table: GrowingTable): unknown {
  switch (type) {
    case "number":
      return value ?? Number.NaN;
    case "flag":
      return value === undefined ? MISSING_BYTE : Number(value);
    case "person":
      return codeOf(table, value as string);
    default:
      return value;
  }
}

/** The finished table. The growing one may go on growing; what was finished does not change. */
export function finishTable(table: GrowingTable): ActivityTable {
  const kinds = {} as Record<ActivityKind, KindColumns>;
  for (const kind of ACTIVITY_KINDS) kinds[kind] = finishKind(table.kinds[kind]);
  return {
    currency: table.currency,
    timeZone: table.timeZone,
    customerIds: [...table.customerIds],
    rowCount: table.rowCount,
    mayDoubleCount: table.rowsWithoutId > 0,
    kinds: kinds as unknown as ActivityTable["kinds"],
  };
}

function finishKind(kind: GrowingKind): KindColumns {
  const fields: Record<string, unknown> = {};
  for (const field of kind.fields) fields[field.name] = finishField(field);
  return {
    count: kind.ids.length,
    ids: [...kind.ids],
    customers: new Uint32Array(kind.customers),
    atMs: new Float64Array(kind.atMs),
    days: new Int32Array(kind.days),
    fields: fields as KindColumns["fields"],
  };
}

function finishField(field: GrowingField): unknown {
  switch (field.type) {
    case "number":
      return new Float64Array(field.values as number[]);
    case "flag":
      return new Uint8Array(field.values as number[]);
    case "person":
      return new Uint32Array(field.values as number[]);
    default:
      return [...field.values];
  }
}
