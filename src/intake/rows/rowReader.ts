import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import type { Activity, ActivityKind } from "../../customers/activity.ts";
import { minorDigitsOf } from "../../units/currency.ts";
import { isAbsent, issuesOf } from "../fields/field.ts";
import { currencyCodeOf } from "../fields/moneyFields.ts";
import { isActivityKind, KINDS_EXPECTED, rememberShapes } from "./activityShapes.ts";
import { convertAmounts, hasMoney } from "./convertAmounts.ts";
import type { ReadingContext } from "./readingContext.ts";
import type { ActivityShape } from "./shape.ts";

/** Reads one row: an activity, or everything that is wrong with it. `row` is its number, from 0. */
type RowReader = (value: unknown, row: number) => Activity | readonly LoyaltyIssue[];

/** Where rows hold what: their kind, when they do not state it, and the properties of fields that are renamed. */
export interface RowSource {
  readonly kind?: ActivityKind;
  readonly columns?: Readonly<Record<string, string>>;
}

/** What was taken from a row that names a known kind: its raw fields, and what reads them. */
interface TakenRow {
  readonly shape: ActivityShape;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly currency: string;
}

/**
 * Makes the reader of rows. It takes own properties only, so nothing that a row inherits passes for data, and
 * it never throws, whatever a row does when it is looked at (a conversion that the user supplies may).
 */
export function createRowReader(context: ReadingContext, source: RowSource = {}): RowReader {
  const { kind: knownKind, columns = {} } = source;
  const shapeFor = rememberShapes({ ...context, mayConvert: context.convert !== undefined });
  const propertyOf = (field: string): string => columns[field] ?? field;

  function takeRow(value: unknown): TakenRow | LoyaltyIssue {
    try {
      if (!isRow(value)) return createIssue("invalid_row", [], "an object", value);
      const kind = knownKind ?? ownValue(value, "kind");
      if (!isActivityKind(kind)) return kindIssue(kind);
      const stated = hasMoney(kind) ? currencyCodeOf(ownValue(value, propertyOf("currency"))) : undefined;
      const currency = isAbsent(stated) ? context.currency : (stated as string);
      const shape = shapeFor(kind, minorDigitsOf(currency) ?? context.digits);
      const fields: Record<string, unknown> = {};
      for (const field of shape.fields) fields[field] = ownValue(value, propertyOf(field));
      return { shape, fields, currency };
    } catch {
      return createIssue("invalid_row", [], "an object whose properties can be read", {});
    }
  }

  function readRow(value: unknown, row: number): Activity | readonly LoyaltyIssue[] {
    const taken = takeRow(value);
    if ("code" in taken) return [taken];
    const result = taken.shape.schema.safeParse(taken.fields);
    if (!result.success) return issuesOf(result.error);
    const isForeign = taken.currency !== context.currency;
    return isForeign ? convertAmounts(result.data, taken.currency, row, context) : result.data;
  }

  return (value, row) => {
    const read = readRow(value, row);
    return isRefused(read) ? read.map((issue) => placeIssue(issue, row, propertyOf)) : read;
  };
}

/** Whether a row was refused. */
export function isRefused(read: Activity | readonly LoyaltyIssue[]): read is readonly LoyaltyIssue[] {
  return Array.isArray(read);
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(row: object, property: string): unknown {
  return Object.hasOwn(row, property) ? (row as Readonly<Record<string, unknown>>)[property] : undefined;
}

function kindIssue(kind: unknown): LoyaltyIssue {
  const code = isAbsent(kind) ? "missing_field" : "unknown_kind";
  return createIssue(code, ["kind"], KINDS_EXPECTED, kind);
}

/** Adds the row number, and names the property that the row really has. */
function placeIssue(issue: LoyaltyIssue, row: number, propertyOf: (field: string) => string): LoyaltyIssue {
  const [field, ...deeper] = issue.path;
  const path = typeof field === "string" ? [propertyOf(field), ...deeper] : issue.path;
  const { code, expected, received, message } = issue;
  return { code, path, expected, received, message, row }; // a spread took most of the time of ten million bad rows
}
