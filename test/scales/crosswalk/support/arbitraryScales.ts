import { fc } from "@fast-check/vitest";
import type { Criterion } from "../../../../src/criteria/criterion.ts";
import type { OwnFactKinds } from "../../../../src/customers/facts.ts";
import { defineScale } from "../../../../src/scales/defineScale.ts";
import type { Scale } from "../../../../src/scales/scale.ts";

/** The facts that the criteria of a scale may compare, with the thresholds for each. */
export interface Vocabulary {
  /** Names of one unit, which are also added up. */
  readonly summable?: readonly string[];
  readonly others?: readonly string[];
  readonly thresholds: fc.Arbitrary<number | string>;
  readonly flags?: readonly string[];
  readonly ownFacts?: OwnFactKinds;
  readonly currency?: string;
  readonly windowDays?: number;
}

/** Scales of one to three steps over a vocabulary, of either climb. */
export function scalesOver(vocabulary: Vocabulary, maxSteps = 3): fc.Arbitrary<Scale> {
  const { ownFacts, currency, windowDays } = vocabulary;
  const head = {
    ...(ownFacts === undefined ? {} : { ownFacts }),
    ...(currency === undefined ? {} : { currency }),
    ...(windowDays === undefined ? {} : { windowDays }),
  };
  return fc
    .record({
      climb: fc.constantFrom("highest", "stepwise"),
      criteria: fc.array(criteriaOver(vocabulary), { minLength: 1, maxLength: maxSteps }),
    })
    .map(({ climb, criteria }) => {
      const steps = criteria.map((when, index) => ({ id: `s${index}`, when }));
      return defineScale({ name: "random", climb: climb as "highest", ...head, steps }) as Scale;
    });
}

/** Criteria of every form over a vocabulary. */
export function criteriaOver(vocabulary: Vocabulary): fc.Arbitrary<Criterion> {
  const comparison = comparisonsOver(vocabulary);
  const { tree } = fc.letrec<{ tree: Criterion }>((tie) => {
    const parts = fc.array(tie("tree"), { maxLength: 3, depthIdentifier: "criteria" });
    return {
      tree: fc.oneof(
        { maxDepth: 3, depthIdentifier: "criteria" },
        { weight: 3, arbitrary: comparison },
        { weight: 1, arbitrary: fc.record({ all: parts }) },
        { weight: 1, arbitrary: fc.record({ any: parts }) },
        { weight: 1, arbitrary: fc.record({ not: tie("tree") }) },
      ),
    };
  });
  return tree;
}

function comparisonsOver(vocabulary: Vocabulary): fc.Arbitrary<Criterion> {
  const { summable = [], others = [], thresholds, flags = [] } = vocabulary;
  const fact = fc.constantFrom(...summable, ...others).map((name) => ({ fact: name }));
  const sums =
    summable.length === 0 ? [] : [fc.array(fc.constantFrom(...summable), { minLength: 1, maxLength: 3 })];
  const subject = fc.oneof(fact, ...sums.map((names) => names.map((sum) => ({ sum }))));
  const bound = fc.oneof(
    thresholds.map((atLeast) => ({ atLeast })),
    thresholds.map((moreThan) => ({ moreThan })),
    thresholds.map((atMost) => ({ atMost })),
    thresholds.map((lessThan) => ({ lessThan })),
    thresholds.map((is) => ({ is })),
    fc.tuple(thresholds, thresholds).map((ends) => ({ between: sortedEnds(ends) })),
  );
  const numeric = fc
    .tuple(subject, bound)
    .map(([what, how]) => ({ ...what, ...how }) as unknown as Criterion);
  if (flags.length === 0) return numeric;
  const flag = fc.record({ fact: fc.constantFrom(...flags), is: fc.boolean() }) as fc.Arbitrary<Criterion>;
  return fc.oneof({ weight: 3, arbitrary: numeric }, { weight: 1, arbitrary: flag });
}

/** Amounts in order of size; calendar days in order of time, which is that of their texts. */
function sortedEnds(ends: readonly (number | string)[]): (number | string)[] {
  const areDays = ends.every((end) => Number.isNaN(Number(end)));
  return areDays ? [...ends].sort() : [...ends].sort((a, b) => Number(a) - Number(b));
}
