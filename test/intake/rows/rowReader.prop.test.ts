import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Activity } from "../../../src/customers/activity.ts";
import { assertActivity } from "../../../src/customers/assertActivity.ts";
import type { Complaint } from "../../../src/intake/fields/field.ts";
import type { ReadOptions } from "../../../src/intake/readOptions.ts";
import { isActivityKind, KINDS_EXPECTED } from "../../../src/intake/rows/activityShapes.ts";
import { type ListedKind, rememberFields } from "../../../src/intake/rows/cleanFields.ts";
import { createReadingContext, type ReadingContext } from "../../../src/intake/rows/readingContext.ts";
import { createRowReader, isRefused } from "../../../src/intake/rows/rowReader.ts";
import { createSchemaRowReader } from "../../../src/intake/rows/schemaRowReader.ts";
import { ORDER_ROW_FIELDS, type TakenOrder } from "../../../src/intake/rows/takeOrder.ts";
import type { RowSource, TakenOther } from "../../../src/intake/rows/takeRow.ts";
import { anyRow } from "./oddRows.ts";

const options: fc.Arbitrary<ReadOptions> = fc.record(
  {
    currency: fc.constantFrom("USD", "USD", "JPY", "KWD"),
    timeZone: fc.constantFrom("UTC", "America/New_York", "Pacific/Apia", "Asia/Ho_Chi_Minh"),
    amounts: fc.constantFrom("major", "minor"),
    convert: fc.constantFrom(
      (amount: number) => amount * 2,
      () => undefined,
      () => -1,
      () => 0.5,
    ),
  },
  { requiredKeys: ["currency"] },
);

const sources: fc.Arbitrary<RowSource> = fc.constantFrom<RowSource>(
  {},
  {},
  {},
  { kind: "order", columns: {} },
  { kind: "order", columns: { id: "orderId", cost: "note" } },
  { kind: "order", columns: { customerId: "orderId", units: "rating", amount: "cost", cost: "amount" } },
);

/** Own properties only, one after the other, and the schema over what was found: as plain as can be. */
function readPlainly(
  value: unknown,
  context: ReadingContext,
  { kind: known, columns = {} }: RowSource,
): Activity | readonly Complaint[] {
  const own = (name: string) =>
    Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : undefined;
  let taken: TakenOrder | TakenOther;
  try {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [{ code: "invalid_row", path: [], expected: "an object", received: value }];
    }
    const kind = known ?? own("kind");
    if (!isActivityKind(kind)) {
      const code = kind === undefined || kind === null || kind === "" ? "missing_field" : "unknown_kind";
      return [{ code, path: ["kind"], expected: KINDS_EXPECTED, received: kind }];
    }
    if (kind === "order") {
      const stated = ORDER_ROW_FIELDS.map((field) => [field, own(columns[field] ?? field)]);
      taken = { kind, ...Object.fromEntries(stated) } as TakenOrder;
    } else {
      const listed: ListedKind = kind;
      const fields = rememberFields(context)(listed);
      const names = ["id", "customerId", "at", ...fields.map(({ property }) => property)];
      taken = { kind: listed, fields, stated: names.map(own) };
    }
  } catch {
    return [
      { code: "invalid_row", path: [], expected: "an object whose properties can be read", received: {} },
    ];
  }
  return createSchemaRowReader(context).readTaken(taken, 3);
}

describe("the check by hand", () => {
  test.prop([anyRow, options, sources], { numRuns: 3_000 })(
    "and the schema give one outcome",
    (makeRow, given, source) => {
      const context = createReadingContext(given);
      const reader = createRowReader(context, source);
      const outcome = (read: Activity | readonly Complaint[]) =>
        isRefused(read) ? reader.describe(read, 3) : read;
      const plain = outcome(readPlainly(makeRow(), context, source));
      expect(outcome(reader.read(makeRow(), 3))).toStrictEqual(plain);
      expect(outcome(createSchemaRowReader(context, source).read(makeRow(), 3))).toStrictEqual(plain);
      if ("kind" in plain) expect(() => assertActivity(plain)).not.toThrow();
    },
  );
});
