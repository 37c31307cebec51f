import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { evaluateFacts } from "../../src/criteria/evaluateFacts.ts";
import { explainCriterion } from "../../src/criteria/explainCriterion.ts";
import type { ExplainedComparison, ExplainedPart } from "../../src/criteria/explainedPart.ts";
import type { FactGrowth } from "../../src/criteria/factGrowth.ts";
import { sentenceOf } from "../../src/criteria/sentenceOf.ts";
import type { FactColumn, FactSchema } from "../../src/units/column.ts";
import { applyChanges, type ChangingRow, changedBy, type Pick, raiseFacts } from "./support/applyChanges.ts";
import { arbitraryComparison, arbitraryCriterion } from "./support/arbitraryCriterion.ts";
import { arbitraryRow, type Row } from "./support/arbitraryRow.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

const OPTIONS = { schema: TEST_SCHEMA, currency: "USD" };
const criterion = arbitraryCriterion(TEST_SCHEMA, OPTIONS);
const row = arbitraryRow(TEST_SCHEMA);
const picks = fc.infiniteStream(fc.nat(1_000));

function pickFrom(stream: Iterator<number>): Pick {
  return (count) => Number(stream.next().value) % count;
}

function comparisonsIn(parts: readonly ExplainedPart[]): ExplainedComparison[] {
  return parts.flatMap((part) => {
    if (part.kind === "comparison") return [part];
    return part.kind === "oneOf" ? part.options.flatMap(comparisonsIn) : [];
  });
}

function holds(someCriterion: Criterion, facts: Row, schema: FactSchema = TEST_SCHEMA): boolean {
  return evaluateFacts(compileCriteria([someCriterion], { ...OPTIONS, schema }), 0, facts);
}

describe("explainCriterion", () => {
  test.prop([criterion, row], { numRuns: 500 })(
    "law: it holds where the evaluator says so, and exactly then nothing is missing",
    (someCriterion, facts) => {
      const explanation = explainCriterion(someCriterion, facts, OPTIONS);
      expect(explanation.holds).toBe(holds(someCriterion, facts));
      expect(explanation.missing.length === 0).toBe(explanation.holds);
      expect(explanation.met.every((part) => part.holds && part.gap === null)).toBe(true);
      expect(comparisonsIn(explanation.missing).some((part) => part.holds)).toBe(false);
    },
  );

  test.prop([criterion, row])("an explanation is JSON, and can be said", (someCriterion, facts) => {
    const explanation = explainCriterion(someCriterion, facts, OPTIONS);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    for (const part of [...explanation.met, ...explanation.missing]) {
      for (const locale of ["en", "vi"] as const) {
        expect(sentenceOf(part, locale)).not.toMatch(/[{}]|undefined|NaN|Infinity|\[object|^$| {2}/);
      }
    }
  });

  test.prop([criterion, row])(
    "no choice has fewer than two options or an empty one",
    (someCriterion, facts) => {
      const check = (parts: readonly ExplainedPart[], isOption: boolean): void => {
        for (const part of parts) {
          if (part.kind === "impossible") expect([parts.length, isOption]).toEqual([1, false]);
          if (part.kind !== "oneOf") continue;
          expect(part.options.length).toBeGreaterThan(1);
          expect(isOption && parts.length === 1).toBe(false);
          for (const option of part.options) {
            expect(option.length).toBeGreaterThan(0);
            check(option, true);
          }
        }
      };
      check(explainCriterion(someCriterion, facts, OPTIONS).missing, false);
    },
  );

  test.prop([criterion, row])("nothing is said twice", (someCriterion, facts) => {
    const { met, missing } = explainCriterion(someCriterion, facts, OPTIONS);
    for (const parts of [met, missing]) {
      expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBe(parts.length);
    }
  });

  test.prop([criterion, row, row], { numRuns: 500 })(
    "what is impossible for one row holds for no row",
    (someCriterion, facts, others) => {
      const { missing } = explainCriterion(someCriterion, facts, OPTIONS);
      fc.pre(missing[0]?.kind === "impossible");
      expect(holds(someCriterion, others)).toBe(false);
    },
  );

  test.prop([criterion, row, row], { numRuns: 2000 })(
    "law: what is impossible for one row holds for none that came of it as facts are known to change",
    (someCriterion, facts, others) => {
      const { missing } = explainCriterion(someCriterion, facts, OPTIONS, GROWTH);
      fc.pre(missing[0]?.kind === "impossible");
      expect(holds(someCriterion, grownFrom(facts, others))).toBe(false);
    },
  );

  // Two comparisons on one fact may contradict each other, or one change may undo another: then no change can
  // help. So here every comparison has facts of its own.
  test.prop([criterion, row, picks], { numRuns: 1000 })(
    "law: the missing changes, with any option of each choice, make it hold",
    (someCriterion, facts, stream) => {
      const apart = tellApart(someCriterion, facts);
      const options = { ...OPTIONS, schema: apart.schema };
      const { missing } = explainCriterion(apart.criterion, apart.facts, options);
      if (missing.some((part) => part.kind === "impossible")) {
        expect(missing).toEqual([{ kind: "impossible" }]);
        return;
      }
      const changed: ChangingRow = { ...apart.facts };
      applyChanges(missing, changed, apart.schema, pickFrom(stream));
      expect(holds(apart.criterion, changed, apart.schema)).toBe(true);
    },
  );

  // Facts are shared freely: raising one never undoes what another comparison asked for.
  test.prop([arbitraryCriterion(TEST_SCHEMA, { ...OPTIONS, isMonotone: true }), row, picks], {
    numRuns: 1000,
  })("law: raising what is missing makes a monotone criterion hold", (someCriterion, facts, stream) => {
    const { missing } = explainCriterion(someCriterion, facts, OPTIONS);
    fc.pre(!missing.some((part) => part.kind === "impossible"));
    const changed: ChangingRow = { ...facts };
    raiseFacts(missing, changed, TEST_SCHEMA, pickFrom(stream));
    expect(holds(someCriterion, changed)).toBe(true);
  });

  test.prop([arbitraryComparison(TEST_SCHEMA, OPTIONS), fc.boolean(), row], { numRuns: 1000 })(
    "law: the gap of whole units is the smallest change that makes it hold",
    (comparison, isNegated, facts) => {
      const someCriterion = isNegated ? { not: comparison } : comparison;
      const { missing } = explainCriterion(someCriterion, facts, OPTIONS);
      for (const part of comparisonsIn(missing)) {
        const isWhole = ["count", "money", "day", "score"].includes(part.unit);
        if (part.gap === null || part.facts.length > 1 || !isWhole || "between" in comparison) continue;
        const { field } = TEST_SCHEMA.get(part.facts[0] as string) as FactColumn;
        const current = Number(facts[field]);
        const enough = changedBy(current, part);
        const tooLittle = enough - Math.sign(enough - current);
        expect(holds(someCriterion, { ...facts, [field]: enough })).toBe(true);
        expect(holds(someCriterion, { ...facts, [field]: tooLittle })).toBe(false);
      }
    },
  );
});

const GROWTH: FactGrowth = {
  onlyGrows: new Set(["orders", "visits"]),
  fallsWith: new Map([["rhythm", ["orders"]]]),
};

/** Any later row: orders and visits never fall, rhythm falls or becomes known only with one more order, and stays known. */
function grownFrom(facts: Row, others: Row): Row {
  const largest = 4_294_967_295;
  const numberOf = (values: Row, field: string): number => Number(values[field] ?? Number.NaN);
  const fell = others.rhythm !== undefined && !(numberOf(others, "rhythm") >= numberOf(facts, "rhythm"));
  const orders = numberOf(facts, "orders") + (numberOf(others, "orders") % 3);
  const grown = {
    ...others,
    ...(others.rhythm === undefined && facts.rhythm !== undefined ? { rhythm: facts.rhythm } : {}),
    orders: Math.min(largest, fell ? Math.max(orders, numberOf(facts, "orders") + 1) : orders),
    visits: Math.min(largest, numberOf(facts, "visits") + (numberOf(others, "visits") % 3)),
  };
  return fell && facts.orders === largest ? { ...grown, rhythm: facts.rhythm ?? Number.NaN } : grown;
}

interface Apart {
  readonly criterion: Criterion;
  readonly schema: FactSchema;
  readonly facts: Row;
}

/**
 * The same criterion with facts of its own for every comparison. A `between` without room for a whole value
 * contradicts itself and becomes its lower end.
 */
function tellApart(someCriterion: Criterion, facts: Row): Apart {
  const schema = new Map<string, FactColumn>();
  const ownFacts: ChangingRow = {};
  const own = (name: string): string => {
    const { kind, field } = TEST_SCHEMA.get(name) as FactColumn;
    const ownName = `${name}${schema.size}`;
    schema.set(ownName, { kind, field: ownName });
    const value = facts[field];
    if (value !== undefined) ownFacts[ownName] = value;
    return ownName;
  };
  const rename = (part: Criterion): Criterion => {
    if ("all" in part) return { all: part.all.map(rename) };
    if ("any" in part) return { any: part.any.map(rename) };
    if ("not" in part) return { not: rename(part.not) };
    const renamed = "fact" in part ? { ...part, fact: own(part.fact) } : { ...part, sum: part.sum.map(own) };
    if (!("between" in renamed) || hasRoom(renamed.between)) return renamed;
    const { between, ...subject } = renamed;
    return { ...subject, atLeast: between[0] } as Criterion;
  };
  return { criterion: rename(someCriterion), schema, facts: ownFacts };
}

function hasRoom([low, high]: readonly [number | string, number | string]): boolean {
  const isDay = typeof low === "string" && low.includes("-", 1) && !low.includes("e");
  return isDay || Number(high) - Number(low) >= 1;
}
