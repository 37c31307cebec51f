import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { ColumnLookup, RankPlan } from "../../../src/criteria/rankPlan.ts";
import { rankByWasm } from "../../../src/criteria/wasm/rankByWasm.ts";
import type { Column } from "../../../src/units/column.ts";
import { arbitraryCriterion } from "../support/arbitraryCriterion.ts";
import { arbitraryRow, columnsOf } from "../support/arbitraryRow.ts";
import { rankPlainly } from "../support/rankPlainly.ts";
import { TEST_SCHEMA } from "../support/testSchema.ts";
import {
  arbitraryColumns,
  arbitraryPlan,
  extremeValues,
  FACTS,
  offsetColumn,
  THRESHOLDS,
} from "./support/extremeRows.ts";
import { residentColumns } from "./support/residentColumns.ts";

/** Ranks on all three ways and expects the same. */
function expectSame(plan: RankPlan, columns: ReadonlyMap<string, Column>, rowCount: number): void {
  const lookup =
    (some: ReadonlyMap<string, Column>): ColumnLookup =>
    (field) =>
      some.get(field) as Column;
  const plain = rankPlainly(plan, lookup(columns), rowCount);
  expect(rankByWasm(plan, lookup(columns), rowCount)).toEqual(plain);
  expect(rankByWasm(plan, lookup(residentColumns(columns)), rowCount)).toEqual(plain);
}

describe("rankByWasm, copied and resident, ranks as rankPlainly does", () => {
  const tables = fc
    .constantFrom(0, 1, 2, 15, 16, 17, 31, 70)
    .chain((rowCount) => fc.tuple(arbitraryColumns(rowCount), fc.constant(rowCount)));

  test.prop([arbitraryPlan(), tables], { numRuns: 300 })(
    "any plan, any values",
    (plan, [columns, rowCount]) => {
      expectSame(plan, columns, rowCount);
    },
  );

  const criteria = fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD" }), { maxLength: 6 });
  const rows = fc.array(arbitraryRow(TEST_SCHEMA), { maxLength: 40 });

  test.prop([criteria, rows, fc.constantFrom("highest", "stepwise" as const)], { numRuns: 200 })(
    "criteria as they are written",
    (all, someRows, climb) => {
      const { comparisons, roots } = compileCriteria(all, { schema: TEST_SCHEMA, currency: "USD" });
      const columnOf = columnsOf(TEST_SCHEMA, someRows);
      const columns = new Map([...TEST_SCHEMA.values()].map(({ field }) => [field, columnOf(field)]));
      expectSame({ comparisons, rankings: [{ roots, climb }] }, columns, someRows.length);
    },
  );
});

describe("every threshold against every value", () => {
  const operators = ["atLeast", "moreThan", "atMost", "lessThan", "equals"] as const;

  test.each(FACTS.filter((_, index) => index % 2 === 0))("of a $kind", (fact) => {
    const values = extremeValues(fact.kind);
    const columns = new Map([[fact.field, offsetColumn(fact.kind, values)]]);
    for (const operator of operators) {
      for (let first = 0; first < THRESHOLDS.length; first += 200) {
        const comparisons = THRESHOLDS.slice(first, first + 200).map((threshold) => ({
          facts: [fact],
          names: [fact.field],
          operator,
          threshold,
        }));
        const rankings = comparisons.map((_, index) => ({
          roots: [{ kind: "comparison", index } as const],
          climb: "highest" as const,
        }));
        expectSame({ comparisons, rankings }, columns, values.length);
      }
    }
  });
});
