import { describe, expect, test } from "vitest";
import {
  type Column,
  type ColumnKind,
  createColumn,
  MISSING_BYTE,
  MISSING_DAY,
  numberAt,
} from "../../src/units/column.ts";

const kinds: [ColumnKind, { new (length: number): Column }, number][] = [
  ["count", Uint32Array, 0],
  ["money", Float64Array, Number.NaN],
  ["day", Int32Array, MISSING_DAY],
  ["number", Float64Array, Number.NaN],
  ["score", Uint8Array, MISSING_BYTE],
  ["flag", Uint8Array, MISSING_BYTE],
];

describe("columns", () => {
  test.each(kinds)("of %s start with nothing in them", (kind, arrayType, missing) => {
    const column = createColumn(kind, 2);
    expect(column).toBeInstanceOf(arrayType);
    expect([...column]).toEqual([missing, missing]);
    expect(numberAt(kind, column, 1)).toBe(kind === "count" ? 0 : Number.NaN);
  });

  test.each(kinds)("of %s give their values as numbers", (kind) => {
    const column = createColumn(kind, 1);
    column[0] = 7;
    expect(numberAt(kind, column, 0)).toBe(7);
  });
});
