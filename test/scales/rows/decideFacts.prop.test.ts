import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import type { Decision } from "../../../src/criteria/decision/decision.ts";
import { rankFacts } from "../../../src/criteria/rankFacts.ts";
import type { Ranking } from "../../../src/criteria/rankPlan.ts";
import { BUILTIN_FACTS, type CustomerFacts } from "../../../src/customers/facts.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { classifyCustomer } from "../../../src/scales/classifyCustomer.ts";
import { compileScale } from "../../../src/scales/compileScale.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import { decisionOf } from "../../../src/scales/rows/decisionOf.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { stepIndexOf } from "../../../src/scales/stepIndexOf.ts";
import type { ColumnKind } from "../../../src/units/column.ts";
import { nodesOf } from "../../criteria/support/nodesOf.ts";
import { arbitraryFacts, arbitraryScale, OWN_FACTS, SCHEMA } from "../support/arbitraryScale.ts";

const FIELDS = Array.from(SCHEMA.values(), ({ field }) => field);

/** Whatever may stand in an object that comes from anywhere, near the small thresholds. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1, max: 7 }) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.boolean() },
  fc.constantFrom(undefined, null, "", "3", 3n, Symbol.iterator, {}, [3], new Date(0), -0, Number.NaN),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 4_294_967_295, 1000, 1001, 2 ** 53),
);

/** Objects of any shape: every order of fields, any of them absent, with and without a prototype, or inherited. */
const anyObject: fc.Arbitrary<CustomerFacts> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...FIELDS), anyValue), { maxLength: 60 }), fc.nat({ max: 3 }))
  .map(([entries, form]) => {
    const object = form === 1 ? Object.create(null) : {};
    for (const [field, value] of entries) object[field] = value;
    if (form === 2) delete object[entries[0]?.[0] ?? ""]; // V8 turns it into a hash table
    return form === 3 ? Object.create(object) : object;
  });

const BUILTINS: readonly Scale[] = [
  ladderOfLoyalty({ climb: "stepwise" }),
  ladderOfLoyalty(),
  lifecycleStages(),
  customerLevels({ keyAccountRevenue: 10, currency: "USD" }),
  loyaltyLevels({ veryLoyalRevenue: 10, currency: "USD" }),
  activityStatus(),
];

function expectSame(scale: Scale, rows: readonly CustomerFacts[]): void {
  const compiled = compileScale(scale);
  expect(decisionOf(compiled)).not.toBeNull();
  expect(rows.map((facts) => stepIndexOf(compiled, facts))).toEqual(
    rows.map((facts) => rankFacts(compiled.plan.rankings[0] as Ranking, compiled.plan.comparisons, facts)),
  );
}

describe("law: the decision of a scale = its criteria one by one", () => {
  const rows = fc.array(fc.oneof(arbitraryFacts as fc.Arbitrary<never>, anyObject), {
    minLength: 1,
    maxLength: 9,
  });

  test.prop([fc.oneof(arbitraryScale(), fc.constantFrom(...BUILTINS)), rows], { numRuns: 1500 })(
    "on any scale and objects of any kind",
    expectSame,
  );

  test.prop([fc.array(arbitraryScale(), { minLength: 43, maxLength: 60 }), rows, fc.boolean()], {
    numRuns: 15,
  })("on scales of up to 254 steps", (scales, objects, isStepwise) => {
    const criteria = scales.flatMap((scale) => scale.steps.map(({ when }) => when)).slice(0, 254);
    const steps = criteria.map((when, index) => ({ id: `step-${index}`, when }));
    const climb = isStepwise ? "stepwise" : "highest";
    const scale = defineScale({ name: "long", climb, currency: "USD", ownFacts: OWN_FACTS, steps });
    expectSame(scale as Scale, objects);
  });

  test.prop([arbitraryScale(), fc.integer({ min: 90, max: 96 }), rows], { numRuns: 100 })(
    "on criteria as deep as they may be",
    (scale, depth, objects) => {
      const steps = scale.steps.map(({ id, when }) => {
        let deep: Criterion = when;
        for (let level = 0; level < depth; level += 1) {
          deep = level % 3 === 0 ? { not: deep } : level % 3 === 1 ? { all: [deep] } : { any: [deep] };
        }
        return { id, when: deep };
      });
      expectSame(defineScale({ ...scale, steps }) as Scale, objects);
    },
  );
});

describe("every built-in fact", () => {
  const names = [...BUILTIN_FACTS];
  const THRESHOLDS: Readonly<Record<ColumnKind, object>> = {
    count: { atLeast: 1 },
    number: { atLeast: 1 },
    score: { atLeast: 1 },
    money: { atLeast: "0.01" },
    day: { atLeast: "1970-01-02" },
    flag: { is: true },
  };
  const scaleOn = (when: object) =>
    defineScale({ name: "one", currency: "USD", steps: [{ id: "on", when: when as Criterion }] }) as Scale;

  test.each(names)("%s is read at its own place", (fact, { kind, field }) => {
    const scale = scaleOn({ fact, ...THRESHOLDS[kind] });
    const others = Object.fromEntries(names.map(([, other]) => [other.field, 0]));
    const stepWith = (value: unknown) => classifyCustomer({ ...others, [field]: value } as never, scale).step;
    expect([1, true, 0, false, null, "1", Number.NaN].map(stepWith)).toEqual([
      "on",
      "on",
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  const addable = names.filter(([, { kind }]) => kind !== "day" && kind !== "flag");
  test.each(addable)("%s is added up at its own place", (fact, { kind, field }) => {
    const other =
      kind === "money" ? (fact === "profit" ? "revenue" : "profit") : fact === "orders" ? "nps" : "orders";
    const scale = scaleOn({ sum: [fact, other], ...THRESHOLDS[kind] });
    const others = Object.fromEntries(names.map((entry) => [entry[1].field, 0]));
    const stepWith = (value: unknown) => classifyCustomer({ ...others, [field]: value } as never, scale).step;
    expect([1, true, 0, false, null, "1", Number.NaN].map(stepWith)).toEqual([
      "on",
      "on",
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("facts of one's own", () => {
  const ownFacts = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`own${index}`, "number" as const]),
  );
  const names = Object.keys(ownFacts);

  test("are told apart, alone and in sums, whatever is declared first", () => {
    const steps = names.map((fact, index) => ({
      id: fact,
      when: {
        any: [
          { fact, atLeast: 1 },
          { sum: [fact, "orders"], atLeast: 100 + index },
        ],
      },
    }));
    const scale = defineScale({ name: "own", ownFacts: { vip: "flag", ...ownFacts }, steps }) as Scale;
    for (const name of names) {
      expect(classifyCustomer({ [name]: 1 } as never, scale).step).toBe(name);
      expect(classifyCustomer({ orders: 120, [name]: 0 } as never, scale).step).toBe(name);
    }
    expect(classifyCustomer({ orders: 120 } as never, scale).step).toBeNull();
    expect(classifyCustomer({ vip: true } as never, scale).step).toBeNull();
  });
});

describe("what is asked of the built-in scales", () => {
  test("is no more than one would write by hand", () => {
    // a flag takes two nodes; the activity status would ask 14 times without looking back, the loyalty levels 13
    const counts = BUILTINS.slice(1).map(
      (scale) => nodesOf(decisionOf(compileScale(scale)) as Decision).length,
    );
    expect(counts).toEqual([10, 6, 8, 11, 11]);
  });
});
