import { MISSING_BYTE } from "../../units/column.ts";
import type { Activity, ActivityKind, OrderActivity } from "../activity.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "../activityTable.ts";
import { ACTIVITY_KINDS, type FieldType, fieldValueOf } from "./activityFields.ts";
import { type GrowingCodes, growCodes, placeOf, toCodes } from "./growingCodes.ts";
import {
  appendHead,
  emptyKind,
  finishKind,
  type GrowingKind,
  growKind,
  type KindPart,
  writeFields,
} from "./growingKind.ts";
import { fieldsOfOrder, isSoundOrder, type OrderFields } from "./isSoundOrder.ts";

/** An activity table while it grows: the only place where rows are appended. */
export interface GrowingTable {
  readonly currency: string;
  readonly timeZone: string;
  readonly codes: GrowingCodes;
  /** The kinds that have rows. */
  readonly kinds: Partial<Record<ActivityKind, GrowingKind>>;
  rowCount: number;
  rowsWithoutId: number;
}

/** An empty table that can grow. */
export function growTable(currency: string, timeZone: string): GrowingTable {
  return { currency, timeZone, codes: growCodes(), kinds: {}, rowCount: 0, rowsWithoutId: 0 };
}

/**
 * A number that stands for a customer id in this table while it grows. Codes are given out when the table is
 * finished, in the order in which ids came here first.
 */
export function codeOf(table: GrowingTable, customerId: string): number {
  return placeOf(table.codes, customerId);
}

function kindIn({ kinds }: GrowingTable, name: ActivityKind): GrowingKind {
  const known = kinds[name];
  if (known !== undefined) return known;
  const kind = growKind(name);
  kinds[name] = kind;
  return kind;
}

/** Appends an activity. */
export function appendActivity(table: GrowingTable, activity: Activity): void {
  if (activity.kind === "order") {
    appendOrder(table, fieldsOfOrder(activity));
    return;
  }
  const { id, customerId, atMs, day } = activity;
  const kind = kindIn(table, activity.kind);
  const customer = customerId === undefined ? NOBODY : codeOf(table, customerId);
  appendCounted(table, kind, id, customer, atMs, day);
  writeFields(kind, (name, type) => storedValue(type, fieldValueOf(activity, name), table));
}

/** Appends an order if it is beyond doubt: `isSoundOrder`. Says whether it was. */
export function appendSoundOrder(table: GrowingTable, order: OrderActivity): boolean {
  const fields = fieldsOfOrder(order);
  const isSound = isSoundOrder(fields);
  if (isSound) appendOrder(table, fields);
  return isSound;
}

/** Orders are most of all activities, and the names of their fields need no looking up. */
function appendOrder(table: GrowingTable, order: OrderFields): void {
  const { id, customerId, atMs, day, amountMinor, costMinor, units, lines } = order;
  const part = appendCounted(table, kindIn(table, "order"), id, codeOf(table, customerId), atMs, day);
  const row = part.ids.length - 1;
  const [amounts, costs, unitCounts] = part.numbers as OrderNumbers;
  const [lineLists] = part.others as [unknown[]];
  amounts[row] = amountMinor;
  costs[row] = costMinor ?? Number.NaN;
  unitCounts[row] = units ?? Number.NaN;
  lineLists.push(lines);
}

/** In the order of `ACTIVITY_FIELDS`: amountMinor, costMinor, units. */
type OrderNumbers = readonly [Float64Array, Float64Array, Float64Array];

/** Appends row `row` of another table's columns for the given customer of this table. */
export function appendRow(
  table: GrowingTable,
  kindName: ActivityKind,
  source: KindColumns,
  row: number,
  codeInTable: (sourceCode: number) => number,
  replaceField: (name: string, value: unknown) => unknown = (_, value) => value,
): void {
  const kind = kindIn(table, kindName);
  const customer = codeInTable(source.customers[row] as number);
  const [atMs, day] = [source.atMs[row] as number, source.days[row] as number];
  appendCounted(table, kind, source.ids[row], customer, atMs, day);
  const columns = source.fields as Readonly<Record<string, ArrayLike<unknown>>>;
  writeFields(kind, (name, type) => {
    const stored = columns[name]?.[row];
    return replaceField(name, type === "person" ? codeInTable(stored as number) : stored);
  });
}

/** Appends what is left of a row when nobody may know what it said: that its id was used, and when. */
export function appendTombstone(
  table: GrowingTable,
  kindName: ActivityKind,
  source: KindColumns,
  row: number,
): void {
  const kind = kindIn(table, kindName);
  const [atMs, day] = [source.atMs[row] as number, source.days[row] as number];
  appendCounted(table, kind, source.ids[row], NOBODY, atMs, day);
  writeFields(kind, (_, type) => blankValue(type));
}

function appendCounted(
  table: GrowingTable,
  kind: GrowingKind,
  id: string | undefined,
  customer: number,
  atMs: number,
  day: number,
): KindPart {
  table.rowCount += 1;
  if (id === undefined) table.rowsWithoutId += 1;
  return appendHead(kind, id, customer, atMs, day);
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
  const toTableCodes = (places: Uint32Array) => toCodes(table.codes, places);
  for (const kind of ACTIVITY_KINDS) {
    const growing = table.kinds[kind];
    kinds[kind] = growing === undefined ? emptyKind(kind) : finishKind(growing, toTableCodes);
  }
  return {
    currency: table.currency,
    timeZone: table.timeZone,
    customerIds: table.codes.dictionary.texts.slice(),
    rowCount: table.rowCount,
    mayDoubleCount: table.rowsWithoutId > 0,
    kinds: kinds as unknown as ActivityTable["kinds"],
  };
}
