import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createIssueList } from "../../src/base/issueList.ts";
import { checkCriterion } from "../../src/criteria/checkCriterion.ts";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import { evaluateFacts } from "../../src/criteria/evaluateFacts.ts";
import { arbitraryCriterion } from "./support/arbitraryCriterion.ts";
import { arbitraryRow } from "./support/arbitraryRow.ts";
import { naiveHolds } from "./support/naiveHolds.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

const DIGITS = { USD: 2, VND: 0, KWD: 3 } as const;
const currencies = fc.constantFrom("USD", "VND", "KWD" as const);
const criteria = fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD" }), {
  minLength: 1,
  maxLength: 4,
});

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
