import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createIssueList } from "../../src/base/issueList.ts";
import { checkCriterion } from "../../src/criteria/checkCriterion.ts";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import { evaluateFacts } from "../../src/criteria/evaluateFacts.ts";
import { evaluateColumns } from "../../src/criteria/plain/evaluateColumns.ts";
import { arbitraryCriterion } from "./support/arbitraryCriterion.ts";
import { arbitraryRow, columnsOf } from "./support/arbitraryRow.ts";
import { naiveHolds } from "./support/naiveHolds.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

const DIGITS = { USD: 2, VND: 0, KWD: 3 } as const;
const currencies = fc.constantFrom("USD", "VND", "KWD" as const);
const criteria = fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD" }), {
  minLength: 1,
  maxLength: 4,
});
const rows = fc.array(arbitraryRow(TEST_SCHEMA), { minLength: 1, maxLength: 11 });

describe("the evaluators", () => {
  test.prop([criteria, arbitraryRow(TEST_SCHEMA), currencies], { numRuns: 1000 })(
    "evaluateFacts says what the definition says, in every currency",
    (all, row, currency) => {
      const compiled = compileCriteria(all, { schema: TEST_SCHEMA, currency });
      for (const [root, criterion] of all.entries()) {
        const expected = naiveHolds(criterion, row, TEST_SCHEMA, DIGITS[currency]);
        expect(evaluateFacts(compiled, root, row)).toBe(expected);
      }
    },
  );

  test.prop([criteria, rows, fc.constantFrom(0, 1, 2, 1023, 1024, 1025, 2500)], { numRuns: 150 })(
    "law: column form = row form, for any number of rows",
    (all, someRows, rowCount) => {
      const population = Array.from({ length: rowCount }, (_, row) => someRows[row % someRows.length] ?? {});
      const compiled = compileCriteria(all, { schema: TEST_SCHEMA, currency: "USD" });
      const answers = all.map(() => [] as number[]);
      let nextRow = 0;
      evaluateColumns(compiled, columnsOf(TEST_SCHEMA, population), rowCount, (firstRow, count, holds) => {
        expect(firstRow).toBe(nextRow);
        nextRow += count;
        for (const [root, answer] of answers.entries()) answer.push(...(holds[root]?.slice(0, count) ?? []));
      });
      expect(nextRow).toBe(rowCount);
      const expected = all.map((_, root) =>
        someRows.map((row) => Number(evaluateFacts(compiled, root, row))),
      );
      for (const [root, answer] of answers.entries()) {
        const rowForm = population.map((_, row) => expected[root]?.[row % someRows.length]);
        expect(answer).toEqual(rowForm);
      }
    },
  );

  test.prop([arbitraryCriterion(TEST_SCHEMA, { currency: "USD" }), arbitraryRow(TEST_SCHEMA)])(
    "a criterion means the same after a round trip through JSON",
    (criterion, row) => {
      const options = { schema: TEST_SCHEMA, currency: "USD" };
      const parsed = JSON.parse(JSON.stringify(criterion));
      const before = compileCriteria([criterion], options);
      const after = compileCriteria([parsed], options);
      expect(after).toEqual(before);
      expect(evaluateFacts(after, 0, row)).toBe(evaluateFacts(before, 0, row));
    },
  );

  test.prop([arbitraryCriterion(TEST_SCHEMA, { currency: "USD" })])(
    "the check finds nothing wrong with a valid criterion",
    (criterion) => {
      const issues = createIssueList();
      checkCriterion(criterion, { schema: TEST_SCHEMA, currency: "USD", allowTop: false }, [], issues);
      expect(issues.issues).toEqual([]);
    },
  );

  test.prop([fc.anything({ withNullPrototype: true, withSparseArray: true, withDate: true, withMap: true })])(
    "the check never throws, whatever comes",
    (value) => {
      const issues = createIssueList();
      const check = () =>
        checkCriterion({ all: [value] }, { schema: TEST_SCHEMA, allowTop: true }, [], issues);
      expect(check).not.toThrow();
    },
  );
});
