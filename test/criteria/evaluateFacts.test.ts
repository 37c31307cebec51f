import { describe, expect, test } from "vitest";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { evaluateFacts } from "../../src/criteria/evaluateFacts.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

function holds(criterion: Criterion, facts: Record<string, unknown>): boolean {
  return evaluateFacts(compileCriteria([criterion], { schema: TEST_SCHEMA, currency: "USD" }), 0, facts);
}

describe("evaluateFacts", () => {
  test.each<[Criterion, Record<string, unknown>, boolean]>([
    [{ fact: "orders", atLeast: 2 }, { orders: 2 }, true],
    [{ fact: "orders", moreThan: 2 }, { orders: 2 }, false],
    [{ fact: "orders", atMost: 2 }, { orders: 2 }, true],
    [{ fact: "orders", lessThan: 2 }, { orders: 2 }, false],
    [{ fact: "orders", is: 2 }, { orders: 2 }, true],
    [{ fact: "orders", between: [2, 2] }, { orders: 2 }, true],
    [{ fact: "orders", between: [3, 4] }, { orders: 2 }, false],
    [{ fact: "rhythm", is: 0 }, { rhythm: -0 }, true],
    [{ fact: "rhythm", atLeast: -0 }, { rhythm: 0 }, true],
    [{ fact: "revenue", atLeast: 10.005 }, { revenueMinor: 1000 }, false],
    [{ fact: "revenue", atLeast: 10.005 }, { revenueMinor: 1001 }, true],
    [{ fact: "lastOrderAt", atLeast: "1970-01-11" }, { lastOrderAtDay: 10 }, true],
    [{ fact: "member", is: true }, { member: true }, true],
    [{ fact: "member", is: false }, { member: false }, true],
    [{ fact: "member", is: true }, { member: 1 }, true],
    [{ sum: ["orders", "nps"], atLeast: 11 }, { orders: 2, nps: 9 }, true],
    [{ all: [] }, {}, true],
    [{ any: [] }, {}, false],
    [{ all: [{ any: [] }, { all: [] }] }, {}, false],
    [{ any: [{ any: [] }, { all: [] }] }, {}, true],
    [{ not: { any: [] } }, {}, true],
  ])("%j of %j is %s", (criterion, facts, expected) => {
    expect(holds(criterion, facts)).toBe(expected);
  });

  test.each([undefined, null, Number.NaN, "9", {}])("%s is missing: every comparison fails", (nps) => {
    const comparisons: Criterion[] = [
      { fact: "nps", atLeast: 0 },
      { fact: "nps", atMost: 10 },
      { fact: "nps", moreThan: -1 },
      { fact: "nps", lessThan: 11 },
      { fact: "nps", between: [0, 10] },
      { fact: "nps", is: 9 },
      { sum: ["nps", "orders"], atLeast: 0 },
      { sum: ["orders", "nps"], atMost: 99 },
    ];
    for (const comparison of comparisons) {
      expect(holds(comparison, { nps, orders: 5 })).toBe(false);
      expect(holds({ not: comparison }, { nps, orders: 5 })).toBe(true);
    }
  });

  test("a flag that was never said is neither yes nor no", () => {
    expect([true, false].map((is) => holds({ fact: "member", is }, {}))).toEqual([false, false]);
  });

  test("facts under names of Object.prototype are missing, not functions", () => {
    const schema = new Map(
      ["constructor", "__proto__"].map((field) => [field, { kind: "number", field } as const]),
    );
    for (const fact of schema.keys()) {
      const compiled = compileCriteria([{ not: { fact, atLeast: -1e300 } }], { schema });
      expect(evaluateFacts(compiled, 0, {})).toBe(true);
    }
  });
});
