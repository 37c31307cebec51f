import { compileFunction } from "node:vm";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { cOfPolicy } from "../../../bench/policy/cOfPolicy.ts";
import { javascriptOfPolicy } from "../../../bench/policy/javascriptOfPolicy.ts";
import { numpyByBlock, numpyOfPolicy, numpySelectOfPolicy } from "../../../bench/policy/numpyOfPolicy.ts";
import { polarsOfPolicy } from "../../../bench/policy/polarsOfPolicy.ts";
import { columnName, policyOf } from "../../../bench/policy/policy.ts";
import { sqlOfPolicy } from "../../../bench/policy/sqlOfPolicy.ts";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { RankPlan } from "../../../src/criteria/rankPlan.ts";
import { arbitraryCriterion } from "../../criteria/support/arbitraryCriterion.ts";
import { arbitraryRow, columnsOf, type Row } from "../../criteria/support/arbitraryRow.ts";
import { rankPlainly } from "../../criteria/support/rankPlainly.ts";
import { TEST_SCHEMA } from "../../criteria/support/testSchema.ts";
import { evaluateSql, type SqlRow } from "./evaluateSql.ts";
import { PLAYED_POLARS, playedValue } from "./playedPolars.ts";
import { answersOfC, answersOfNumpy } from "./readAsJavascript.ts";

const OPTIONS = { schema: TEST_SCHEMA, currency: "USD" } as const;

/** One or two rankings of either climb over shared comparisons. */
const plans: fc.Arbitrary<RankPlan> = fc
  .record({
    criteria: fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD", maximumDepth: 3 }), {
      maxLength: 5,
    }),
    cut: fc.integer({ min: 0, max: 5 }),
    climbs: fc.tuple(fc.constantFrom("highest", "stepwise"), fc.constantFrom("highest", "stepwise")),
  })
  .map(({ criteria, cut, climbs }) => {
    const { comparisons, roots } = compileCriteria(criteria, OPTIONS);
    const [first, second] = climbs as readonly RankPlan["rankings"][number]["climb"][];
    return {
      comparisons,
      rankings: [
        { roots: roots.slice(0, cut), climb: first! },
        { roots: roots.slice(cut), climb: second! },
      ],
    };
  });

/** Counts that any three of add up within 32 bits: C and JavaScript are told to rely on that. */
const populations = fc.array(arbitraryRow(TEST_SCHEMA).map(withModestCounts), { maxLength: 12 });

function withModestCounts(row: Row): Row {
  const counts = [...TEST_SCHEMA.values()].filter(({ kind }) => kind === "count");
  const modest = counts.map(({ field }) => [field, Math.min(Number(row[field]), 1_000_000)]);
  return { ...row, ...Object.fromEntries(modest) };
}

/** The row of an engine in which what is missing is null. */
function nullableRow(row: Row): SqlRow {
  const values = [...TEST_SCHEMA.values()].map((fact) => {
    const value = row[fact.field];
    return [columnName(fact), value === undefined ? null : Number(value)];
  });
  return Object.fromEntries(values);
}

/** The answers row by row, as lists by ranking. */
function byRanking(plan: RankPlan, rows: readonly Row[], answerOf: (row: Row, ranking: number) => unknown) {
  return plan.rankings.map((_, ranking) => rows.map((row) => answerOf(row, ranking)));
}

describe("every language says what the plan says:", () => {
  const plainAnswers = (plan: RankPlan, rows: readonly Row[]) =>
    rankPlainly(plan, columnsOf(TEST_SCHEMA, rows), rows.length).map((answers) => [...answers]);

  test.prop([plans, populations])("C, in all its forms", (plan, rows) => {
    const policy = policyOf(plan);
    const columnOf = columnsOf(TEST_SCHEMA, rows);
    for (const form of cOfPolicy(policy)) {
      const answers = answersOfC(form, policy, columnOf, rows.length);
      expect(answers.map((list) => [...list])).toEqual(plainAnswers(plan, rows));
    }
  });

  test.prop([plans, populations])("numpy, in all its forms", (plan, rows) => {
    const policy = policyOf(plan);
    const columnOf = columnsOf(TEST_SCHEMA, rows);
    for (const form of [numpyOfPolicy(policy), numpyByBlock(policy), numpySelectOfPolicy(policy)]) {
      const answers = answersOfNumpy(form, policy, columnOf, rows.length);
      expect(answers.map((list) => [...list])).toEqual(plainAnswers(plan, rows));
    }
  });

  test.prop([plans, populations])("SQL", (plan, rows) => {
    const sql = sqlOfPolicy(policyOf(plan));
    const answers = byRanking(
      plan,
      rows,
      (row, ranking) => evaluateSql(sql, nullableRow(row))[`r${ranking}`],
    );
    expect(answers).toEqual(plainAnswers(plan, rows));
  });

  test.prop([plans, populations, fc.constantFrom("plain", "typed")])(
    "polars, %s",
    (plan, rows, constants) => {
      const columns = polarsOfPolicy(PLAYED_POLARS, policyOf(plan), constants as "plain");
      const answers = byRanking(plan, rows, (row, ranking) =>
        playedValue(columns[ranking]!, nullableRow(row)),
      );
      expect(answers).toEqual(plainAnswers(plan, rows));
    },
  );

  test.prop([plans, populations])("JavaScript", (plan, rows) => {
    const columnOf = columnsOf(TEST_SCHEMA, rows);
    const texts = javascriptOfPolicy(policyOf(plan));
    const expressions = texts.map((text) => compileFunction(`return ${text};`, ["d"]));
    const answers = expressions.map((expression) =>
      rows.map((_, row) => {
        const facts = [...TEST_SCHEMA.values()].map((fact) => [columnName(fact), columnOf(fact.field)[row]]);
        return expression(Object.fromEntries(facts));
      }),
    );
    expect(answers).toEqual(plainAnswers(plan, rows));
  });
});
