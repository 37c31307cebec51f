import { describe, expect, test } from "vitest";
import { rankFacts } from "../../src/criteria/rankFacts.ts";
import type { Ranking } from "../../src/criteria/rankPlan.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { compileScale } from "../../src/scales/compileScale.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { decisionOf } from "../../src/scales/rows/decisionOf.ts";
import { recentScale } from "../../src/scales/rows/recentScale.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { stepIndexOf } from "../../src/scales/stepIndexOf.ts";
import { factsOf } from "./support/facts.ts";

function scaleFrom(orders: number): Scale {
  const steps = [{ id: `from-${orders}`, when: { fact: "orders", atLeast: orders } as const }];
  return defineScale({ name: `scale-${orders}`, steps });
}

const SCALES = Array.from({ length: 20 }, (_, index) => scaleFrom(index + 1));
const buyer = factsOf({ orders: 20 });

describe("one definition", () => {
  const definition = (atLeast: number) =>
    defineScale({
      name: "rare",
      ownFacts: { points: "number" },
      steps: [{ id: "many", when: { fact: "points", atLeast } }],
    });

  test("is compiled once, however often it is defined", () => {
    expect(compileScale(definition(5)).plan).toBe(compileScale(definition(5)).plan);
    expect(compileScale(definition(5)).plan).not.toBe(compileScale(definition(6)).plan);
  });
});

describe("many scales in turn", () => {
  test.each([1, 2, 7, 8, 9, 20])("%d of them: each gives its own placement, compiled once", (count) => {
    const scales = SCALES.slice(0, count);
    const first = scales.map((scale) => compileScale(scale));
    for (let round = 0; round < 3; round += 1) {
      for (const [index, scale] of scales.entries()) {
        expect(compileScale(scale)).toBe(first[index]);
        expect(recentScale(scale)).toBe(first[index]);
        expect(classifyCustomer(buyer, scale).scale).toBe(scale.name);
      }
    }
  });

  test("in any order, and the same again and again", () => {
    const order = [0, 0, 5, 5, 1, 19, 0, 12, 3, 3, 19, 7, 8, 9, 10, 11, 12, 13, 14, 0, 5, 1];
    const names = order.map((index) => classifyCustomer(buyer, SCALES[index] as Scale).scale);
    expect(names).toEqual(order.map((index) => `scale-${index + 1}`));
  });

  test("with objects between them that were never checked, and change", () => {
    const loose = structuredClone(SCALES[2]) as Scale;
    for (const scale of [SCALES[0], loose, SCALES[1], loose, SCALES[0]] as Scale[]) {
      expect(classifyCustomer(buyer, scale).scale).toBe(scale.name);
    }
    (loose as { name: string }).name = "renamed";
    expect(classifyCustomer(buyer, loose).scale).toBe("renamed");
    expect(compileScale(loose)).not.toBe(compileScale(loose));
  });
});

describe("a scale that is too large for a decision", () => {
  const many = Array.from({ length: 20_001 }, (_, index) => ({ fact: "orders", is: 2 * index + 2 }) as const);

  test.each(["highest", "stepwise"] as const)("is climbed by its criteria, %s", (climb) => {
    const steps = [
      { id: "even", when: { any: many } },
      { id: "some", when: { fact: "reviews", atLeast: 1 } as const },
    ];
    const scale = defineScale({ name: "large", climb, steps }) as Scale;
    const compiled = compileScale(scale);
    expect(decisionOf(compiled)).toBeNull();
    const rows = [{ orders: 40_002 }, { orders: 3 }, { orders: 2, reviews: 1 }, { reviews: 1 }].map((row) =>
      factsOf(row),
    );
    const expected = climb === "highest" ? [0, -1, 1, 1] : [0, -1, 1, -1];
    expect(rows.map((facts) => stepIndexOf(compiled, facts))).toEqual(expected);
    expect(
      rows.map((facts) => rankFacts(compiled.plan.rankings[0] as Ranking, compiled.plan.comparisons, facts)),
    ).toEqual(expected);
  });
});
