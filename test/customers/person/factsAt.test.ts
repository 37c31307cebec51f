import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createCustomerTable } from "../../../src/customers/createCustomerTable.ts";
import { customerAt } from "../../../src/customers/customerAt.ts";
import type { FactColumns } from "../../../src/customers/customerTable.ts";
import { BUILTIN_FACTS } from "../../../src/customers/facts.ts";
import { emptyRow } from "../../../src/customers/person/emptyRow.ts";
import { factsAt } from "../../../src/customers/person/factsAt.ts";
import { type Column, type ColumnKind, createColumn } from "../../../src/units/column.ts";

const FACTS = [...BUILTIN_FACTS.values()];
const COUNTS = FACTS.filter(({ kind }) => kind === "count").map(({ field }) => field);

/** Columns of two rows: nothing in the first, everything in the second, and few values twice. */
function columns(): FactColumns {
  const entries = FACTS.map(({ kind, field }, index) => {
    const column: Column = createColumn(kind, 2);
    column[1] = filledWith(kind, index);
    return [field, column];
  });
  return Object.fromEntries(entries) as FactColumns;
}

function filledWith(kind: ColumnKind, index: number): number {
  return kind === "flag" ? index % 2 : kind === "score" ? 1 + (index % 4) : index + 1;
}

describe("factsAt", () => {
  test("names every built-in fact, in order", () => {
    const expected = FACTS.map(({ kind, field }, index) => {
      const value = filledWith(kind, index);
      return [field, kind === "flag" ? value === 1 : value];
    });
    expect(Object.entries(factsAt(columns(), 1))).toEqual(expected);
  });

  test("leaves out what is missing: all but the counts, of somebody who did nothing", () => {
    expect(Object.entries(factsAt(columns(), 0))).toEqual(COUNTS.map((field) => [field, 0]));
  });
});

describe("emptyRow", () => {
  test("has a column for every built-in fact, empty again at each call", () => {
    const row = emptyRow() as unknown as Record<string, Column>;
    expect(Object.keys(row)).toEqual(FACTS.map(({ field }) => field));
    const empty = FACTS.map(({ kind }) => createColumn(kind, 1));
    expect(Object.values(row)).toEqual(empty);
    for (const column of Object.values(row)) column[0] = 7;
    expect(Object.values(emptyRow())).toEqual(empty);
  });
});

test("facts are objects that V8 reads fast, with facts of one's own as well", () => {
  setFlagsFromString("--allow-natives-syntax");
  const isFast = runInThisContext("(object) => %HasFastProperties(object)") as (object: object) => boolean;
  const slow: { a?: number; b: number } = { a: 1, b: 2 };
  delete slow.a;
  expect(isFast(slow)).toBe(false);
  const ownFacts = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [name, { kind: "number", values: Float64Array.of(1, 1) }] as const),
  );
  const table = createCustomerTable({
    ids: ["ann", "bob"],
    asOf: "2026-06-30",
    currency: "USD",
    columns: columns(),
    ownFacts,
  });
  expect([0, 1].map((row) => isFast(customerAt(table, row)))).toEqual([true, true]);
});
