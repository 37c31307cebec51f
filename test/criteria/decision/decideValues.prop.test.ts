import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import { compileDecision } from "../../../src/criteria/decision/compileDecision.ts";
import { decideValues } from "../../../src/criteria/decision/decideValues.ts";
import type { Decision } from "../../../src/criteria/decision/decision.ts";
import { evaluateFacts } from "../../../src/criteria/evaluateFacts.ts";
import { arbitraryCriterion } from "../support/arbitraryCriterion.ts";
import { arbitraryRow, type Row } from "../support/arbitraryRow.ts";
import { TEST_SCHEMA } from "../support/testSchema.ts";

const FIELDS = Array.from(TEST_SCHEMA.values(), ({ field }) => field);
const slotOf = (field: string): number => FIELDS.indexOf(field);
const climbs = fc.constantFrom("highest", "stepwise" as const);

function valuesOf(row: Row): number[] {
  return FIELDS.map((field) => (row[field] === undefined ? Number.NaN : Number(row[field])));
}

/** Any values at all, near the small thresholds and at the ends of the doubles. */
const anyRow = fc.record(
  Object.fromEntries(
    FIELDS.map((field) => [
      field,
      fc.oneof(
        fc.integer({ min: -2, max: 8 }),
        fc.double(),
        fc.boolean(),
        fc.constantFrom(-0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1000, 1001, 2 ** 53),
      ),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Row>;

describe("a decision", () => {
  test.prop(
    [
      fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD", maximumDepth: 5 }), { maxLength: 7 }),
      climbs,
      fc.array(fc.oneof(arbitraryRow(TEST_SCHEMA), anyRow), { minLength: 1, maxLength: 9 }),
    ],
    { numRuns: 2000 },
  )("law: decideValues = evaluateFacts, for any criteria, climb and facts", (criteria, climb, rows) => {
    const compiled = compileCriteria(criteria, { schema: TEST_SCHEMA, currency: "USD" });
    const ranking = { roots: compiled.roots, climb };
    const decision = compileDecision(ranking, compiled.comparisons, slotOf) as Decision;
    const values = Float64Array.from(rows.flatMap(valuesOf));
    for (const [index, row] of rows.entries()) {
      const holds = criteria.map((_, root) => evaluateFacts(compiled, root, row));
      const firstFailed = holds.includes(false) ? holds.indexOf(false) : holds.length;
      const expected = climb === "stepwise" ? firstFailed - 1 : holds.lastIndexOf(true);
      expect(decideValues(decision, values, index * FIELDS.length)).toBe(expected);
    }
  });
});
