import type { ActivityKind } from "../../src/customers/index.ts";
import { canonicalActivityRow } from "../../src/intake/index.ts";
import type { ColumnField } from "./arguments.ts";

/** A row of a file, by the names that the file uses. */
export type Row = Readonly<Record<string, unknown>>;

/** The columns that the caller named, by the field that they hold. */
export type NamedColumns = Readonly<Partial<Record<ColumnField, string>>>;

const KINDS: Readonly<Record<ActivityKind, true>> = {
  interest: true,
  order: true,
  refund: true,
  cancellation: true,
  membership: true,
  referral: true,
  testimonial: true,
  review: true,
  social: true,
  survey: true,
  complaint: true,
  resolution: true,
  market: true,
  profile: true,
  alias: true,
};

/** Columns that often say of what kind an activity is; in files of orders, some of them say other things. */
const OTHER_KIND_NAMES = /^(?:type|event|event[ _-]?type|activity|activity[ _-]?type)$/i;

/** Whether a row says what kind of activity it is: there is a `kind`, or another such column holds one. */
export function statesKind(row: Row): boolean {
  return Object.entries(row).some(([name, value]) => {
    if (/^\s*kind\s*$/i.test(name)) return true;
    return OTHER_KIND_NAMES.test(name.trim()) && Object.hasOwn(KINDS, String(value).trim().toLowerCase());
  });
}

/**
 * The row under the names that `readActivities` knows. A row that does not say what it is is an order; columns
 * that the caller named come before the usual names.
 */
export function asActivity(row: Row, columns: NamedColumns): Row {
  const canonical = canonicalActivityRow(statesKind(row) ? row : { ...row, kind: "order" }) as Row;
  const present = Object.entries(columns).filter(([, column]) => Object.hasOwn(row, column));
  const named = present.map(([field, column]) => [field, row[column]]);
  return { ...canonical, ...Object.fromEntries(named) };
}

/** The row of a CSV with JSON text read: own facts and order lines. */
export function withParsedCells(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parsedCell(value)]));
}

function parsedCell(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
