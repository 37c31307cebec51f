import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { census } from "../../../src/scales/census.ts";
import { classifyTable } from "../../../src/scales/classifyTable.ts";
import { crosswalk } from "../../../src/scales/crosswalk/crosswalk.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { summarizedTables } from "./support/population.ts";

const levels = customerLevels({ keyAccountRevenue: 100, currency: "USD" });
const pairs: readonly (readonly [Scale, Scale])[] = [
  [ladderOfLoyalty(), levels],
  [ladderOfLoyalty({ climb: "stepwise" }), levels],
];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("law: the cross-table of a population", () => {
  test.prop([summarizedTables, fc.constantFrom(...pairs)], { numRuns: 150 })(
    "sums to the customers, by rows and columns to each census, and is 0 where a pair is not allowed",
    (table, [rowScale, columnScale]) => {
      const [rows, columns] = [classifyTable(table, rowScale), classifyTable(table, columnScale)];
      const { counts, shares, allowed, customerCount, unexpectedCount } = crosswalk(rows, columns);
      expect(sum(counts.flat())).toBe(customerCount);
      expect(customerCount).toBe(table.rowCount);
      expect(sum(shares.flat())).toBeCloseTo(table.rowCount === 0 ? 0 : 1, 9);
      const rowCensus = census(table, rows);
      expect(counts.map(sum)).toEqual([...rowCensus.steps, rowCensus.off].map(({ count }) => count));
      const columnCensus = census(table, columns);
      const columnSums = columnCensus.steps.map((_, index) => sum(counts.map((row) => row[index] as number)));
      expect(columnSums).toEqual(columnCensus.steps.map(({ count }) => count));
      counts.forEach((row, rowIndex) => {
        row.forEach((count, column) => {
          if (allowed[rowIndex]?.[column] !== true) expect(count).toBe(0);
        });
      });
      expect(unexpectedCount).toBe(0);
    },
  );
});
