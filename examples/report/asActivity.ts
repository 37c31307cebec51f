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

/**
 * What a row says of its kind: a known one under a name such as `type`, only other words there, or nothing.
 * A row with a `kind`, or of a file whose column of kinds the caller named, is clear whatever else it says:
 * that is a kind, or to be refused.
 */
export type KindStatement = "clear" | "kind" | "word" | "nothing";

export function kindStatementOf(row: unknown, columns: NamedColumns): KindStatement {
  if (!isRow(row)) return "nothing";
  if (columns.kind !== undefined) return "clear";
  let words: Record<string, unknown> | undefined;
  for (const name in row) {
    if (!isKindName(name) || isBlank(row[name])) continue;
    if (isClearName(name)) return "clear";
    words ??= {};
    words[name] = row[name];
  }
  if (words === undefined) return "nothing";
  const { kind } = canonicalActivityRow(words) as Row;
  return Object.hasOwn(KINDS, String(kind)) ? "kind" : "word";
}

function isClearName(name: string): boolean {
  return name === "kind" || /^[\W_]*kind[\W_]*$/i.test(name);
}

/** Whether a value is an object with properties: what a row has to be. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

const KNOWN_NAMES = new Map<string, boolean>();

/** Whether a column of that name may say what kind an activity is. */
export function isKindName(name: string): boolean {
  const known = KNOWN_NAMES.get(name);
  if (known !== undefined) return known;
  const { kind } = canonicalActivityRow({ [name]: "interest" }) as Row;
  KNOWN_NAMES.set(name, kind === "interest");
  return kind === "interest";
}

/**
 * The row under the names that `readActivities` knows; columns that the caller named come before the usual ones.
 * Where they named the column of kinds, a row that says nothing there is of no kind.
 */
export function asActivity(row: Row, columns: NamedColumns): Row {
  if (Object.keys(columns).length === 0) return canonicalActivityRow(row) as Row;
  const { kind, ...fields } = columns;
  const present = Object.entries(fields).filter(([, column]) => Object.hasOwn(row, column));
  const named = Object.fromEntries(present.map(([field, column]) => [field, row[column]]));
  if (kind === undefined) return { ...(canonicalActivityRow(row) as Row), ...named };
  const word = Object.hasOwn(row, kind) ? row[kind] : undefined;
  const canonical = canonicalActivityRow({ ...withoutKinds(row), kind: word }) as Row;
  return { ...canonical, ...named, ...(isBlank(word) ? { kind: null } : {}) };
}

/** Other columns that might say a kind say nothing then. */
function withoutKinds(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !isKindName(name)));
}

/** The row of a CSV with JSON text read: own facts and order lines. */
export function withParsedCells(row: Row): Row {
  for (const name in row) if (mayBeJson(row[name])) return parsedRow(row);
  return row;
}

function parsedRow(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parsedCell(value)]));
}

function mayBeJson(value: unknown): value is string {
  return typeof value === "string" && /^\s*[{[]/.test(value);
}

function parsedCell(value: unknown): unknown {
  if (!mayBeJson(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
