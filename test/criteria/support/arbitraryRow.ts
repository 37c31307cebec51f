import { fc } from "@fast-check/vitest";
import { type Column, type ColumnKind, createColumn, type FactSchema } from "../../../src/units/column.ts";

/** One row of facts by field; a missing fact is absent. */
export type Row = Readonly<Record<string, number | boolean>>;

/** Any row that the columns of a schema can hold, near the thresholds of `arbitraryCriterion`. */
export function arbitraryRow(schema: FactSchema): fc.Arbitrary<Row> {
  const counts: string[] = [];
  const values: Record<string, fc.Arbitrary<number | boolean>> = {};
  for (const { kind, field } of schema.values()) {
    if (kind === "count") counts.push(field);
    values[field] = arbitraryValue(kind);
  }
  return fc.record(values, { requiredKeys: counts });
}

/** Any value that a column of a kind can hold, but missing. */
export function arbitraryValue(kind: ColumnKind): fc.Arbitrary<number | boolean> {
  const largest = Number.MAX_SAFE_INTEGER;
  switch (kind) {
    case "flag":
      return fc.boolean();
    case "count":
      return fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constantFrom(4_294_967_295));
    case "score":
      return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(253, 254));
    case "day":
      return fc.oneof(fc.integer({ min: 19_999, max: 20_011 }), fc.constantFrom(0, -719_528, 2_932_896));
    case "money":
      return fc.oneof(
        fc.integer({ min: -400, max: 4000 }),
        fc.constantFrom(0, 1000, 1001, -1000, -1001, largest, -largest),
      );
    case "number":
      return fc.oneof(
        fc.integer({ min: -3, max: 12 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(-0, 0.1, 5e-324, Number.MAX_VALUE, 2 ** 53),
      );
  }
}

/** The same rows as columns. */
export function columnsOf(schema: FactSchema, rows: readonly Row[]): (field: string) => Column {
  const columns = new Map<string, Column>();
  for (const { kind, field } of schema.values()) {
    const column: Column = createColumn(kind, rows.length);
    for (const [index, row] of rows.entries()) {
      const value = row[field];
      if (value !== undefined) column[index] = Number(value);
    }
    columns.set(field, column);
  }
  return (field) => columns.get(field) as Column;
}
