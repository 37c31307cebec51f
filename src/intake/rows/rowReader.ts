import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import type { Activity, ActivityKind } from "../../customers/activity.ts";
import { minorDigitsOf } from "../../units/currency.ts";
import { type Complaint, isAbsent, runSchema } from "../fields/field.ts";
import { currencyCodeOf } from "../fields/moneyFields.ts";
import { isActivityKind, KINDS_EXPECTED, rememberShapes } from "./activityShapes.ts";
import { convertAmounts, hasMoney } from "./convertAmounts.ts";
import type { ReadingContext } from "./readingContext.ts";
import type { ActivityShape } from "./shape.ts";

/** Reads rows one by one; `row` is the number of a row, from 0. */
interface RowReader {
  /** The activity, or everything that is wrong with the row. */
  read(value: unknown, row: number): Activity | readonly Complaint[];
  /** What is wrong in words, under the names of the properties that the row really has. */
  describe(complaints: readonly Complaint[], row: number): readonly LoyaltyIssue[];
}

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

  function takeRow(value: unknown): TakenRow | Complaint {
    try {
      if (!isRow(value)) return { code: "invalid_row", path: [], expected: "an object", received: value };
      const kind = knownKind ?? ownValue(value, "kind");
      if (!isActivityKind(kind)) return complainOfKind(kind);
      const stated = hasMoney(kind) ? currencyCodeOf(ownValue(value, propertyOf("currency"))) : undefined;
      const currency = isAbsent(stated) ? context.currency : (stated as string);
      const shape = shapeFor(kind, minorDigitsOf(currency) ?? context.digits);
      const fields: Record<string, unknown> = {};
      for (const field of shape.fields) fields[field] = ownValue(value, propertyOf(field));
      return { shape, fields, currency };
    } catch {
      const expected = "an object whose properties can be read";
      return { code: "invalid_row", path: [], expected, received: {} };
    }
  }

  function read(value: unknown, row: number): Activity | readonly Complaint[] {
    const taken = takeRow(value);
    if ("code" in taken) return [taken];
    const result = runSchema(taken.shape.schema, taken.fields);
    if ("complaints" in result) return result.complaints;
    const isForeign = taken.currency !== context.currency;
    return isForeign ? convertAmounts(result.output, taken.currency, row, context) : result.output;
  }

  function describe(complaints: readonly Complaint[], row: number): readonly LoyaltyIssue[] {
    return complaints.map(({ code, path, expected, received }) => {
      const [field, ...deeper] = path;
      const place = typeof field === "string" ? [propertyOf(field), ...deeper] : path;
      return { ...createIssue(code, place, expected, received), row };
    });
  }

  return { read, describe };
}

/** Whether a row was refused. */
export function isRefused(read: Activity | readonly Complaint[]): read is readonly Complaint[] {
  return Array.isArray(read);
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(row: object, property: string): unknown {
  return Object.hasOwn(row, property) ? (row as Readonly<Record<string, unknown>>)[property] : undefined;
}

function complainOfKind(kind: unknown): Complaint {
  const code = isAbsent(kind) ? "missing_field" : "unknown_kind";
  return { code, path: ["kind"], expected: KINDS_EXPECTED, received: kind };
}
