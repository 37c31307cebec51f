import type { ActivityKind } from "../activity.ts";
import type { KindColumns } from "../activityTable.ts";
import { type FieldType, fieldEntriesOf } from "./activityFields.ts";

/** The names of a kind's fields by the type of their arrays; the arrays of a part stand in the same order. */
interface KindFields {
  readonly numbers: readonly string[];
  readonly flags: readonly string[];
  readonly people: readonly string[];
  /** Texts and data. */
  readonly others: readonly string[];
}

/**
 * Some rows of one kind. Arrays of one type stand together: a loop that writes into arrays of several types
 * takes many times as long.
 */
export interface KindPart {
  readonly ids: (string | undefined)[];
  /** Places of customers in the order of arrival, which become codes when the table is finished. */
  readonly customers: Uint32Array;
  readonly atMs: Float64Array;
  readonly days: Int32Array;
  readonly numbers: readonly Float64Array[];
  readonly flags: readonly Uint8Array[];
  readonly people: readonly Uint32Array[];
  readonly others: readonly unknown[][];
}

/**
 * The rows of one kind while they grow, in parts: memory that was never touched is dearer than what is written
 * into it, so nothing is copied from array to longer array on the way.
 */
export interface GrowingKind {
  readonly kind: ActivityKind;
  readonly fields: KindFields;
  /** All parts are full but the last. */
  readonly parts: KindPart[];
  last: KindPart;
}

/** Small tables are made often. */
const FIRST_PART_ROWS = 16;
const PART_ROWS_MAX = 16_384;

/** A kind without rows. */
export function growKind(kind: ActivityKind): GrowingKind {
  const namesOf = (...types: readonly FieldType[]): readonly string[] =>
    fieldEntriesOf(kind).flatMap(([name, type]) => (types.includes(type) ? [name] : []));
  const fields: KindFields = {
    numbers: namesOf("number"),
    flags: namesOf("flag"),
    people: namesOf("person"),
    others: namesOf("text", "data"),
  };
  const last = createPart(fields, FIRST_PART_ROWS);
  return { kind, fields, parts: [last], last };
}

function createPart({ numbers, flags, people, others }: KindFields, rowCount: number): KindPart {
  return {
    ids: [],
    customers: new Uint32Array(rowCount),
    atMs: new Float64Array(rowCount),
    days: new Int32Array(rowCount),
    numbers: numbers.map(() => new Float64Array(rowCount)),
    flags: flags.map(() => new Uint8Array(rowCount)),
    people: people.map(() => new Uint32Array(rowCount)),
    others: others.map(() => []),
  };
}

/** Appends what every activity has; gives the part whose last row has yet to get its fields. */
export function appendHead(
  growing: GrowingKind,
  id: string | undefined,
  customer: number,
  atMs: number,
  day: number,
): KindPart {
  let part = growing.last;
  if (part.ids.length === part.days.length) {
    part = createPart(growing.fields, Math.min(PART_ROWS_MAX, 4 * part.days.length));
    growing.parts.push(part);
    growing.last = part;
  }
  const row = part.ids.length;
  part.ids.push(id);
  part.customers[row] = customer;
  part.atMs[row] = atMs;
  part.days[row] = day;
  return part;
}

/** Writes the fields of the last row. */
export function writeFields(
  { fields, last }: GrowingKind,
  storedValue: (name: string, type: FieldType) => unknown,
): void {
  const row = last.ids.length - 1;
  const { numbers, flags, people, others } = fields;
  for (let index = 0; index < numbers.length; index += 1) {
    (last.numbers[index] as Float64Array)[row] = storedValue(numbers[index] as string, "number") as number;
  }
  for (let index = 0; index < flags.length; index += 1) {
    (last.flags[index] as Uint8Array)[row] = storedValue(flags[index] as string, "flag") as number;
  }
  for (let index = 0; index < people.length; index += 1) {
    (last.people[index] as Uint32Array)[row] = storedValue(people[index] as string, "person") as number;
  }
  for (let index = 0; index < others.length; index += 1) {
    (last.others[index] as unknown[]).push(storedValue(others[index] as string, "data"));
  }
}

/** The columns as they are now; `toCodes` turns places of customers into codes, where they stand. */
export function finishKind(
  { fields, parts }: GrowingKind,
  toCodes: (places: Uint32Array) => Uint32Array,
): KindColumns {
  const count = parts.reduce((rows, part) => rows + part.ids.length, 0);
  const finished: Record<string, unknown> = {};
  for (const [index, name] of fields.numbers.entries()) {
    finished[name] = joinParts(parts, new Float64Array(count), (part) => part.numbers[index] as Float64Array);
  }
  for (const [index, name] of fields.flags.entries()) {
    finished[name] = joinParts(parts, new Uint8Array(count), (part) => part.flags[index] as Uint8Array);
  }
  for (const [index, name] of fields.people.entries()) {
    const places = joinParts(parts, new Uint32Array(count), (part) => part.people[index] as Uint32Array);
    finished[name] = toCodes(places);
  }
  for (const [index, name] of fields.others.entries()) {
    finished[name] = ([] as unknown[]).concat(...parts.map((part) => part.others[index] as unknown[]));
  }
  return {
    count,
    ids: ([] as (string | undefined)[]).concat(...parts.map((part) => part.ids)),
    customers: toCodes(joinParts(parts, new Uint32Array(count), (part) => part.customers)),
    atMs: joinParts(parts, new Float64Array(count), (part) => part.atMs),
    days: joinParts(parts, new Int32Array(count), (part) => part.days),
    fields: finished as KindColumns["fields"],
  };
}

type PartArray = Float64Array | Int32Array | Uint32Array | Uint8Array;

function joinParts<Values extends PartArray>(
  parts: readonly KindPart[],
  whole: Values,
  valuesOf: (part: KindPart) => Values,
): Values {
  let end = 0;
  for (const part of parts) {
    whole.set(valuesOf(part).subarray(0, part.ids.length), end);
    end += part.ids.length;
  }
  return whole;
}

/** The columns of a kind of which there is nothing. Most tables lack most kinds, and many tables are small. */
export function emptyKind(kind: ActivityKind): KindColumns {
  const fields: Record<string, unknown> = {};
  for (const [name, type] of fieldEntriesOf(kind)) fields[name] = EMPTY_COLUMNS[type] ?? [];
  const { number: atMs, person: customers } = EMPTY_COLUMNS;
  return { count: 0, ids: [], customers, atMs, days: NO_DAYS, fields: fields as KindColumns["fields"] };
}

const NO_DAYS = /* @__PURE__ */ new Int32Array(0);

/** An array of no elements never changes, so all tables may share it. Lists are left out: they can grow. */
const EMPTY_COLUMNS = {
  number: /* @__PURE__ */ new Float64Array(0),
  flag: /* @__PURE__ */ new Uint8Array(0),
  person: /* @__PURE__ */ new Uint32Array(0),
  text: undefined,
  data: undefined,
} as const;
