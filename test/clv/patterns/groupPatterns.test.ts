import { describe, expect, test } from "vitest";
import type { PurchaseColumns } from "../../../src/clv/model/purchaseColumns.ts";
import { groupPatterns } from "../../../src/clv/patterns/groupPatterns.ts";

const columns = (
  rows: readonly (readonly [number, number, number])[],
  weights?: number[],
): PurchaseColumns => ({
  customerCount: rows.length,
  repeats: rows.map(([repeats]) => repeats),
  lastAge: rows.map(([, lastAge]) => lastAge),
  age: rows.map(([, , age]) => age),
  ...(weights === undefined ? {} : { weights }),
});

describe("grouping", () => {
  test("puts equal histories together, ascending by repeats, last age and age", () => {
    const rows: [number, number, number][] = [
      [2, 5, 9],
      [0, 0, 9],
      [2, 5, 9],
      [2, 4, 9],
      [0, 0, 3.5],
      [2, 5, 8],
      [-0, -0, 9],
    ];
    expect(groupPatterns(columns(rows))).toEqual({
      patternCount: 5,
      repeats: Float64Array.of(0, 0, 2, 2, 2),
      lastAge: Float64Array.of(0, 0, 4, 5, 5),
      age: Float64Array.of(3.5, 9, 9, 8, 9),
      weights: Float64Array.of(1, 2, 1, 1, 2),
      customerCount: 7,
      patternOf: Uint32Array.of(4, 1, 4, 2, 0, 3, 1),
    });
  });

  test("adds up weights", () => {
    const grouped = groupPatterns(
      columns(
        [
          [1, 2, 3],
          [0, 0, 3],
          [1, 2, 3],
        ],
        [0.5, 10, 2],
      ),
    );
    expect(grouped.weights).toEqual(Float64Array.of(10, 2.5));
    expect(grouped.customerCount).toBe(12.5);
  });

  test("of nobody gives nothing", () => {
    expect(groupPatterns(columns([]))).toMatchObject({ patternCount: 0, customerCount: 0 });
  });

  test("leaves what it was given alone", () => {
    const repeats = Float64Array.of(-0);
    groupPatterns({ customerCount: 1, repeats, lastAge: [0], age: [0] });
    expect(Object.is(repeats[0], -0)).toBe(true);
  });

  test("tells apart ages whose bits differ in one place only", () => {
    const ages = Array.from({ length: 5_000 }, (_, index) => 38.857142857142854 + index * 7.2e-15);
    const grouped = groupPatterns(columns(ages.map((age) => [0, 0, age])));
    expect(grouped.patternCount).toBe(new Set(ages).size);
  });
});

describe("wrong values are refused with their place:", () => {
  test.each([undefined, null, 5])("no columns at all: %s", (none) => {
    expect(() => groupPatterns(none as never)).toThrow(
      expect.objectContaining({ code: "invalid_column", path: [] }),
    );
  });

  const sound: PurchaseColumns = columns(
    [
      [0, 0, 1],
      [1, 1, 1],
    ],
    [1, 2],
  );
  test.each<[string, Partial<PurchaseColumns>, (string | number)[]]>([
    ["a count that is none", { customerCount: -1 }, ["customerCount"]],
    ["a count of part customers", { customerCount: 1.5 }, ["customerCount"]],
    ["another length", { age: [1] }, ["age"]],
    ["repeats below 0", { repeats: [0, -1] }, ["repeats", 1]],
    ["half a repeat", { repeats: [0, 0.5] }, ["repeats", 1]],
    ["repeats that are no number", { repeats: [0, Number.NaN] }, ["repeats", 1]],
    ["endless repeats", { repeats: [0, Number.POSITIVE_INFINITY] }, ["repeats", 1]],
    ["an age below 0", { age: [-1, 1] }, ["age", 0]],
    ["an endless age", { age: [Number.POSITIVE_INFINITY, 1] }, ["age", 0]],
    ["an age that is no number", { age: [Number.NaN, 1] }, ["age", 0]],
    ["a last age beyond the age", { lastAge: [0, 1.5] }, ["lastAge", 1]],
    ["a last age below 0", { lastAge: [0, -1] }, ["lastAge", 1]],
    ["a last age without repeats", { lastAge: [0.5, 1] }, ["lastAge", 0]],
    ["a last age that is no number", { lastAge: [Number.NaN, 1] }, ["lastAge", 0]],
    ["a weight of 0", { weights: [1, 0] }, ["weights", 1]],
    ["an endless weight", { weights: [1, Number.POSITIVE_INFINITY] }, ["weights", 1]],
    ["too few weights", { weights: [1] }, ["weights"]],
  ])("%s", (_name, wrong, path) => {
    expect(() => groupPatterns({ ...sound, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_column", path }),
    );
  });

  test("a column that is not there", () => {
    const missing = { customerCount: 1, repeats: [0], lastAge: [0] } as unknown as PurchaseColumns;
    expect(() => groupPatterns(missing)).toThrow(expect.objectContaining({ path: ["age"] }));
  });
});
