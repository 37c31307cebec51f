import { fc } from "@fast-check/vitest";
import { createIssueList } from "../../../src/base/issueList.ts";
import { checkCriterion } from "../../../src/criteria/checkCriterion.ts";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { factSchemaOf } from "../../../src/customers/facts.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import type { Climb, Scale } from "../../../src/scales/scale.ts";
import { arbitraryCriterion } from "../../criteria/support/arbitraryCriterion.ts";
import { arbitraryRow, type Row } from "../../criteria/support/arbitraryRow.ts";

/** Facts of one's own that generated scales and customers have. */
export const OWN_FACTS = { vip: "flag", score: "number" } as const;

export const SCHEMA = factSchemaOf(OWN_FACTS);

const HIGHEST_SCORE = 10;

/** Any facts that a table can hold, near the thresholds of generated scales. */
export const arbitraryFacts: fc.Arbitrary<Row> = arbitraryRow(SCHEMA).map((row) => {
  const scores = ["nps", "intent", "csat", "ces"].filter((name) => name in row);
  return {
    ...row,
    ...Object.fromEntries(scores.map((name) => [name, Math.min(Number(row[name]), HIGHEST_SCORE)])),
  };
});

/** Any calibrated scale with up to six steps; with `isMonotone`, one on which a better fact can only help. */
export function arbitraryScale(isMonotone = false): fc.Arbitrary<Scale> {
  const criterion = arbitraryCriterion(SCHEMA, { currency: "USD", isMonotone }).filter(isSound);
  return fc
    .tuple(fc.constantFrom<Climb>("highest", "stepwise"), fc.array(criterion, { minLength: 1, maxLength: 6 }))
    .map(([climb, criteria]) => {
      const steps = criteria.map((when, index) => ({ id: `step-${index}`, when }));
      return defineScale({ name: "any", climb, currency: "USD", ownFacts: OWN_FACTS, steps }) as Scale;
    });
}

/** Some generated ranges have their ends the wrong way round. */
function isSound(criterion: Criterion): boolean {
  const issues = createIssueList();
  checkCriterion(criterion, { schema: SCHEMA, currency: "USD", allowTop: false }, [], issues);
  return issues.count === 0;
}

/** The same scale, climbed another way. */
export function climbedBy(climb: Climb, scale: Scale): Scale {
  return defineScale({ ...scale, climb }) as Scale;
}
