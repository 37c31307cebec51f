import { describe, expect, test } from "vitest";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import { type CompiledCriteria, compileCriteria } from "../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

function compile(criteria: readonly Criterion[], currency = "USD"): CompiledCriteria {
  return compileCriteria(criteria, { schema: TEST_SCHEMA, currency });
}

/** The one comparison of a criterion, as [operator, threshold]. */
function comparisonOf(criterion: Criterion, currency?: string): unknown {
  const { comparisons, roots } = compile([criterion], currency);
  if (comparisons.length === 0) return roots[0];
  expect(roots).toEqual([{ kind: "comparison", index: 0 }]);
  return [comparisons[0]?.operator, comparisons[0]?.threshold];
}

function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return isLoyaltyError(error) ? [error.code, ...error.path] : error;
  }
  return "nothing was thrown";
}

describe("compileCriteria", () => {
  test("names columns, operators and thresholds in the unit of the column", () => {
    const compiled = compile([
      { sum: ["orders", "nps"], moreThan: 2.5 },
      { fact: "lastOrderAt", lessThan: "1970-01-11" },
      { fact: "member", is: false },
      { fact: "revenue", atMost: "12.05" },
    ]);
    expect(compiled).toEqual({
      currency: "USD",
      comparisons: [
        {
          facts: [
            { kind: "count", field: "orders" },
            { kind: "score", field: "nps" },
          ],
          names: ["orders", "nps"],
          operator: "moreThan",
          threshold: 2.5,
        },
        {
          facts: [{ kind: "day", field: "lastOrderAtDay" }],
          names: ["lastOrderAt"],
          operator: "lessThan",
          threshold: 10,
        },
        { facts: [{ kind: "flag", field: "member" }], names: ["member"], operator: "equals", threshold: 0 },
        {
          facts: [{ kind: "money", field: "revenueMinor" }],
          names: ["revenue"],
          operator: "atMost",
          threshold: 1205,
        },
      ],
      roots: [0, 1, 2, 3].map((index) => ({ kind: "comparison", index })),
    });
  });

  test("between is two comparisons, and minus zero is zero", () => {
    const { comparisons, roots } = compile([{ fact: "orders", between: [-0, 3] }]);
    expect(comparisons.map(({ operator, threshold }) => [operator, threshold])).toEqual([
      ["atLeast", 0],
      ["atMost", 3],
    ]);
    expect(roots).toEqual([
      {
        kind: "all",
        parts: [
          { kind: "comparison", index: 0 },
          { kind: "comparison", index: 1 },
        ],
      },
    ]);
  });

  test("equal comparisons and equal subtrees are shared among all criteria", () => {
    const often: Criterion = { all: [{ fact: "orders", atLeast: 4 }, { not: { fact: "nps", atMost: 6 } }] };
    const { comparisons, roots } = compile([
      often,
      { any: [structuredClone(often), { fact: "orders", atLeast: 4.0 }] },
      { fact: "orders", moreThan: 4 },
      { sum: ["orders"], atLeast: 4 },
    ]);
    expect(comparisons).toHaveLength(3);
    const [first, second, third, fourth] = roots;
    expect(second).toMatchObject({ kind: "any", parts: [first, first?.kind === "all" && first.parts[0]] });
    expect(second?.kind === "any" && second.parts[0]).toBe(first);
    expect(third).not.toBe(fourth);
    expect(fourth).toBe(first?.kind === "all" && first.parts[0]);
  });

  test("names cannot be confused with one another", () => {
    const schema = new Map(
      ["a", "b", 'a","b'].map((name) => [name, { kind: "number", field: name } as const]),
    );
    const { comparisons } = compileCriteria(
      [
        { sum: ["a", "b"], is: 1 },
        { sum: ['a","b'], is: 1 },
      ],
      { schema },
    );
    expect(comparisons).toHaveLength(2);
  });

  test("no currency, no money", () => {
    expect(compileCriteria([{ all: [] }], { schema: TEST_SCHEMA })).toEqual({
      comparisons: [],
      roots: [{ kind: "all", parts: [] }],
    });
  });

  test("what it refuses", () => {
    const money: Criterion = { fact: "revenue", atLeast: 1 };
    const open: Criterion = { any: [{ fact: "revenue", atLeast: { top: 0.2, among: { all: [] } } }] };
    expect(codeOf(() => compile([money, open]))).toEqual(["not_calibrated", 1]);
    expect(codeOf(() => compile([money], "XYZ"))).toEqual(["unknown_currency", "currency"]);
    expect(codeOf(() => compileCriteria([money], { schema: TEST_SCHEMA }))).toEqual([
      "unknown_currency",
      "currency",
    ]);
    expect(codeOf(() => compile([{ fact: "revenue", atLeast: "unchecked" }]))).toEqual([
      "internal_invariant",
    ]);
  });
});

describe("thresholds on money are exact", () => {
  const never = { kind: "any", parts: [] };

  test.each<[string, Criterion, unknown]>([
    ["a number is the decimal that it prints as", { fact: "revenue", is: 0.29 }, ["equals", 29]],
    ["on a whole cent", { fact: "revenue", atLeast: "10.010" }, ["atLeast", 1001]],
    ["at least, between cents", { fact: "revenue", atLeast: 10.005 }, ["atLeast", 1001]],
    ["more than, between cents", { fact: "revenue", moreThan: 10.005 }, ["moreThan", 1000]],
    ["at most, between cents", { fact: "revenue", atMost: "10.005" }, ["atMost", 1000]],
    ["less than, between cents", { fact: "revenue", lessThan: "10.005" }, ["lessThan", 1001]],
    ["equals, between cents", { fact: "revenue", is: 10.005 }, never],
    ["at least, below zero", { fact: "profit", atLeast: -10.005 }, ["atLeast", -1000]],
    ["more than, below zero", { fact: "profit", moreThan: "-10.005" }, ["moreThan", -1001]],
    ["at most, below zero", { fact: "profit", atMost: -10.005 }, ["atMost", -1001]],
    ["less than, below zero", { fact: "profit", lessThan: -10.005 }, ["lessThan", -1000]],
    ["a hair above zero", { fact: "profit", moreThan: "1e-400" }, ["moreThan", 0]],
    ["a hair below zero", { fact: "profit", atLeast: "-1e-400" }, ["atLeast", 0]],
    ["minus zero", { fact: "profit", atLeast: "-0.00" }, ["atLeast", 0]],
    ["the largest amount", { fact: "profit", atLeast: "90071992547409.91" }, ["atLeast", 2 ** 53 - 1]],
    [
      "at least, above all amounts",
      { fact: "profit", atLeast: "90071992547409.915" },
      ["moreThan", 2 ** 53 - 1],
    ],
    [
      "less than, above all amounts",
      { fact: "profit", lessThan: "90071992547409.915" },
      ["atMost", 2 ** 53 - 1],
    ],
    ["beyond all doubles", { fact: "profit", lessThan: "1e400" }, ["atMost", Number.MAX_VALUE]],
    ["below all doubles", { fact: "profit", atLeast: "-1e400" }, ["moreThan", Number.NEGATIVE_INFINITY]],
  ])("%s", (_, criterion, expected) => {
    expect(comparisonOf(criterion)).toEqual(expected);
  });

  test.each([
    ["VND", ["atLeast", 11]],
    ["KWD", ["atLeast", 10_005]],
  ])("in the decimals of %s", (currency, expected) => {
    expect(comparisonOf({ fact: "revenue", atLeast: 10.005 }, currency)).toEqual(expected);
  });
});
