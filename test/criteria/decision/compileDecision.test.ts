import { describe, expect, it } from "vitest";
import { compareValue, type Operator } from "../../../src/criteria/compareValue.ts";
import type { CompiledComparison, CompiledNode } from "../../../src/criteria/compileCriteria.ts";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { compileDecision } from "../../../src/criteria/decision/compileDecision.ts";
import { decideValues } from "../../../src/criteria/decision/decideValues.ts";
import { ANSWER, type Decision } from "../../../src/criteria/decision/decision.ts";
import { evaluateFacts } from "../../../src/criteria/evaluateFacts.ts";
import { nodesOf } from "../support/nodesOf.ts";
import { TEST_SCHEMA } from "../support/testSchema.ts";

const FIELDS = Array.from(TEST_SCHEMA.values(), ({ field }) => field);
const slotOf = (field: string): number => FIELDS.indexOf(field);

function comparisonOf(operator: Operator, threshold: number, names: readonly string[] = ["rhythm"]) {
  const facts = names.map((name) => TEST_SCHEMA.get(name)!);
  return { facts, names, operator, threshold } satisfies CompiledComparison;
}

function decisionOf(criteria: readonly Criterion[], climb: "highest" | "stepwise" = "highest"): Decision {
  const { comparisons, roots } = compileCriteria(criteria, { schema: TEST_SCHEMA });
  return compileDecision({ roots, climb }, comparisons, slotOf) as Decision;
}

const LEAST = Number.NEGATIVE_INFINITY;
const MOST = Number.POSITIVE_INFINITY;
const VALUES = [
  ...[Number.NaN, LEAST, -Number.MAX_VALUE, -1.5, -1, -Number.MIN_VALUE, -0, 0, Number.MIN_VALUE, 0.1, 1],
  ...[1 + Number.EPSILON, 1.5, 2, 4_294_967_295, 2 ** 53, 2 ** 53 + 2, Number.MAX_VALUE, MOST],
];

describe("one comparison", () => {
  const operators: readonly Operator[] = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];

  it.each(operators)("%s compares as defined, at the ends of the doubles and with nothing", (operator) => {
    const slot = slotOf("rhythm");
    for (const threshold of VALUES.slice(1)) {
      const roots: CompiledNode[] = [{ kind: "comparison", index: 0 }];
      const comparison = comparisonOf(operator, threshold);
      const decision = compileDecision({ roots, climb: "highest" }, [comparison], slotOf) as Decision;
      for (const value of VALUES) {
        const values = new Float64Array(FIELDS.length);
        values[slot] = value;
        const expected = compareValue(operator, value, threshold) ? 0 : -1;
        expect([threshold, value, decideValues(decision, values, 0)]).toEqual([threshold, value, expected]);
      }
    }
  });

  it("adds up in the order of the facts, as doubles do", () => {
    const decision = decisionOf([{ sum: ["rhythm", "tenure", "csat"], is: 0 }]);
    const answer = (rhythm: number, tenure: number, csat: number) => {
      const values = new Float64Array(FIELDS.length + 3);
      values[3 + slotOf("rhythm")] = rhythm;
      values[3 + slotOf("tenure")] = tenure;
      values[3 + slotOf("csat")] = csat;
      return decideValues(decision, values, 3);
    };
    expect(answer(1e300, -1e300, 0)).toBe(0);
    expect(answer(2 ** 53, 1, -(2 ** 53))).toBe(0); // 2^53 + 1 is 2^53
    expect(answer(1, -(2 ** 53), 2 ** 53)).toBe(-1); // 1 - 2^53 is exact
    expect(answer(0, Number.NaN, 0)).toBe(-1);
  });
});

describe("what is decided already", () => {
  const facts = (decision: Decision) => nodesOf(decision).map(({ slot }) => FIELDS[slot]);

  it("is not asked again, the same or what follows from it", () => {
    const again: Criterion = { fact: "orders", atLeast: 2 };
    const lower: Criterion = {
      all: [
        { fact: "orders", atLeast: 1 },
        { fact: "member", is: true },
      ],
    };
    // who has 2 orders has 1; who has not 1 has not 2
    expect(facts(decisionOf([again, { any: [again, lower] }]))).toEqual([
      "orders",
      "orders",
      "member",
      "member",
    ]);
  });

  it("is asked again where a missing value may hide", () => {
    const decision = decisionOf([
      { fact: "rhythm", lessThan: 2 },
      { fact: "rhythm", atLeast: 2 },
    ]);
    expect(facts(decision)).toEqual(["rhythm", "rhythm"]);
    const answers = [1, 2, Number.NaN].map((rhythm) =>
      decideValues(decision, new Float64Array(FIELDS.length).fill(rhythm), 0),
    );
    expect(answers).toEqual([0, 1, -1]);
  });

  it("is kept apart for facts and for sums of them, in any order", () => {
    const sum = (...names: string[]): Criterion => ({ sum: names, atLeast: 2 });
    expect(
      nodesOf(decisionOf([{ fact: "orders", atLeast: 2 }, sum("orders", "visits"), sum("visits", "orders")])),
    ).toHaveLength(3);
    expect(nodesOf(decisionOf([sum("orders", "visits"), sum("orders", "visits")]))).toHaveLength(1);
  });

  it("may be everything", () => {
    expect(decisionOf([{ all: [] }]).answer).toBe(0);
    expect(decisionOf([{ any: [] }]).answer).toBe(-1);
    expect(decisionOf([]).answer).toBe(-1);
    expect(decisionOf([], "stepwise").answer).toBe(-1);
    expect(decisionOf([{ all: [] }, { not: { all: [] } }], "stepwise")).toMatchObject({
      slot: ANSWER,
      answer: 0,
    });
  });

  it("is asked as it comes where there are very many comparisons, with the same answers", () => {
    const criteria = Array.from(
      { length: 254 },
      (_, index) => ({ fact: "orders", atLeast: index + 1 }) as const,
    );
    for (const climb of ["highest", "stepwise"] as const) {
      const decision = decisionOf(criteria, climb);
      for (const orders of [0, 1, 127, 253, 254, 255]) {
        const values = new Float64Array(FIELDS.length).fill(orders);
        expect(decideValues(decision, values, 0)).toBe(Math.min(orders, 254) - 1);
      }
    }
  });
});

describe("a decision that would be too large", () => {
  /** Each level holds the one below twice, as one object: written out, 2^levels comparisons. */
  function doubling(levels: number): CompiledNode {
    let node: CompiledNode = { kind: "comparison", index: 0 };
    for (let level = 0; level < levels; level += 1) {
      const odd: CompiledNode = { kind: "comparison", index: 1 + (level % 2) };
      const both: CompiledNode[] = [
        { kind: "all", parts: [node, odd] },
        {
          kind: "all",
          parts: [
            { kind: "not", part: node },
            { kind: "not", part: odd },
          ],
        },
      ];
      node = { kind: "any", parts: both };
    }
    return node;
  }
  const comparisons = (["orders", "visits", "reviews"] as const).map((name) =>
    comparisonOf("atLeast", 1, [name]),
  );

  it("is none, and that is found at once", () => {
    const small = compileDecision({ roots: [doubling(6)], climb: "highest" }, comparisons, slotOf);
    expect(small).toBeDefined();
    const large = { roots: [doubling(90)], climb: "highest" } as const;
    expect(compileDecision(large, comparisons, slotOf)).toBeUndefined();
    expect(compileDecision({ ...large, climb: "stepwise" }, comparisons, slotOf)).toBeUndefined();
  });

  it("is right up to there", () => {
    const roots = [doubling(9), doubling(5)];
    const decision = compileDecision({ roots, climb: "highest" }, comparisons, slotOf) as Decision;
    for (let bits = 0; bits < 8; bits += 1) {
      const row = { orders: bits & 1, visits: (bits >> 1) & 1, reviews: bits >> 2 };
      const holds = roots.map((_, root) => evaluateFacts({ comparisons, roots }, root, row));
      const values = Float64Array.from(
        FIELDS,
        (field) => (row as Record<string, number>)[field] ?? Number.NaN,
      );
      expect(decideValues(decision, values, 0)).toBe(holds.lastIndexOf(true));
    }
  });
});
