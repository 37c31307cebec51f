import { createActivityIssue } from "../../base/activityIssue.ts";
import type { LoyaltyIssue } from "../../base/issue.ts";
import type { Activity } from "../../customers/activity.ts";
import { minorDigitsOf } from "../../units/currency.ts";
import { type Complaint, isAbsent, runSchema } from "../fields/field.ts";
import { currencyCodeOf } from "../fields/moneyFields.ts";
import { rememberShapes } from "./activityShapes.ts";
import { convertAmounts, hasMoney } from "./convertAmounts.ts";
import type { ReadingContext } from "./readingContext.ts";
import type { TakenOrder } from "./takeOrder.ts";
import { createRowTaker, type RowSource, type TakenOther } from "./takeRow.ts";

/** Reads rows one by one; `row` is the number of a row, from 0. */
export interface RowReader {
  /** The activity, or everything that is wrong with the row. */
  read(value: unknown, row: number): Activity | readonly Complaint[];
  /** What is wrong in words, under the names of the properties that the row really has. */
  describe(complaints: readonly Complaint[], row: number): readonly LoyaltyIssue[];
}

interface SchemaRowReader extends RowReader {
  /** Reads what was taken from a row already. */
  readTaken(taken: TakenOrder | TakenOther, row: number): Activity | readonly Complaint[];
}

/**
 * Makes the reader by schemas, the one that decides: it takes every row that can be read, converts amounts, and
 * says what is wrong. Schemas are made when first asked for. It never throws, but a conversion that the user
 * supplies may. The check by hand that `createRowReader` puts before it has to agree with it, and is measured
 * against it.
 */
export function createSchemaRowReader(context: ReadingContext, source: RowSource = {}): SchemaRowReader {
  const shapeFor = rememberShapes({ ...context, mayConvert: context.convert !== undefined });
  const take = createRowTaker(context, source, () => undefined);
  const { columns = {} } = source;

  function readTaken(taken: TakenOrder | TakenOther, row: number): Activity | readonly Complaint[] {
    const { kind } = taken;
    const fields = taken.kind === "order" ? taken : fieldsOf(taken, shapeFor(kind, context.digits).fields);
    const stated = hasMoney(kind) ? currencyCodeOf(fields.currency) : undefined;
    const currency = isAbsent(stated) ? context.currency : (stated as string);
    const { schema } = shapeFor(kind, minorDigitsOf(currency) ?? context.digits);
    const result = runSchema(schema, fields);
    if ("complaints" in result) return result.complaints;
    const isForeign = currency !== context.currency;
    return isForeign ? convertAmounts(result.output, currency, row, context) : result.output;
  }

  return {
    readTaken,
    read(value, row) {
      const taken = take(value);
      // Nothing was made at once, as nothing was checked.
      return "code" in taken ? [taken] : readTaken(taken as TakenOrder | TakenOther, row);
    },
    describe: (complaints, row) =>
      complaints.map(({ code, path, expected, received }) => {
        const [field, ...deeper] = path;
        const place = typeof field === "string" ? [columns[field] ?? field, ...deeper] : path;
        return { ...createActivityIssue(code, place, expected, received), row };
      }),
  };
}

function fieldsOf({ stated }: TakenOther, names: readonly string[]): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index += 1) fields[names[index] as string] = stated[index];
  return fields;
}
