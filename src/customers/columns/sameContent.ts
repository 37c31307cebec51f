import type { Activity } from "../activity.ts";
import type { KindColumns } from "../activityTable.ts";
import { fieldEntriesOf, fieldValueOf } from "./activityFields.ts";

/** Whether two rows of one kind say the same: every field, the person, and the moment. */
export function rowsSayTheSame(
  columns: KindColumns,
  a: number,
  b: number,
  personOf: (customerCode: number) => number = (code) => code,
  fieldColumns: readonly ArrayLike<unknown>[] = Object.values(columns.fields),
): boolean {
  if (personOf(columns.customers[a] as number) !== personOf(columns.customers[b] as number)) return false;
  if (columns.atMs[a] !== columns.atMs[b] || columns.days[a] !== columns.days[b]) return false;
  for (const values of fieldColumns) {
    if (!sameValue(values[a], values[b])) return false;
  }
  return true;
}

/** The same question for two activities of one kind as objects; an absent field and an undefined one are the same. */
export function activitiesSayTheSame(
  a: Activity,
  b: Activity,
  isSamePerson: (idA: string | undefined, idB: string | undefined) => boolean = Object.is,
): boolean {
  if (a.atMs !== b.atMs || a.day !== b.day || !isSamePerson(a.customerId, b.customerId)) return false;
  return fieldEntriesOf(a.kind).every(([name]) => sameValue(fieldValueOf(a, name), fieldValueOf(b, name)));
}

/** Deep equality of plain data; `NaN` stands for missing and equals itself. Property order does not matter. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}
