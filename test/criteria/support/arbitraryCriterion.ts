import { fc } from "@fast-check/vitest";
import type { Criterion, Threshold } from "../../../src/criteria/criterion.ts";
import type { ColumnKind, FactSchema } from "../../../src/units/column.ts";
import { isoDayOf } from "../../../src/units/day.ts";

export interface CriterionOptions {
  /** Without one, facts of money are left out. */
  readonly currency?: string;
  /** Only what a better fact can never undo: no `not`, no upper bounds, no `is`. @defaultValue `false` */
  readonly isMonotone?: boolean;
  /** Levels of `all`, `any` and `not` above a comparison. @defaultValue 4 */
  readonly maximumDepth?: number;
}

/** Any valid criterion over the facts of a schema, without open calibration: edges of every kind included. */
export function arbitraryCriterion(
  schema: FactSchema,
  options: CriterionOptions = {},
): fc.Arbitrary<Criterion> {
  const comparison = arbitraryComparison(schema, options);
  const { isMonotone = false, maximumDepth = 4 } = options;
  const level = fc.memo((depth): fc.Arbitrary<Criterion> => {
    if (depth <= 1) return comparison;
    const parts = fc.array(level(depth - 1), { maxLength: 3 });
    const inner: fc.Arbitrary<Criterion>[] = [
      comparison,
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
    ];
    if (!isMonotone) inner.push(level(depth - 1).map((not) => ({ not })));
    return fc.oneof(...inner);
  });
  return level(maximumDepth);
}

/** Any valid comparison: `{ fact, … }` or `{ sum, … }`. */
export function arbitraryComparison(
  schema: FactSchema,
  options: CriterionOptions = {},
): fc.Arbitrary<Criterion> {
  const { currency, isMonotone = false } = options;
  const named = [...schema].filter(([, { kind }]) => kind !== "money" || currency !== undefined);
  const numbers = named.filter(([, { kind }]) => ["count", "number", "score"].includes(kind));
  const amounts = named.filter(([, { kind }]) => kind === "money");
  const single = fc
    .constantFrom(...named)
    .chain(([fact, { kind }]) =>
      stated(kind, isMonotone).map((comparison) => ({ fact, ...comparison }) as Criterion),
    );
  const sums = [numbers, amounts].flatMap((addable, index) => {
    if (addable.length === 0) return [];
    const names = fc.array(fc.constantFrom(...addable.map(([name]) => name)), { minLength: 1, maxLength: 3 });
    const kindOf = (sum: readonly string[]): ColumnKind => {
      if (index === 1) return "money";
      return sum.some((name) => schema.get(name)?.kind === "number") ? "number" : "count";
    };
    return [
      names.chain((sum) =>
        stated(kindOf(sum), isMonotone).map((rest) => ({ ...rest, sum }) as unknown as Criterion),
      ),
    ];
  });
  return fc.oneof({ weight: 4, arbitrary: single }, ...sums.map((arbitrary) => ({ weight: 1, arbitrary })));
}

function stated(kind: ColumnKind, isMonotone: boolean): fc.Arbitrary<object> {
  if (kind === "flag") return (isMonotone ? fc.constant(true) : fc.boolean()).map((is) => ({ is }));
  const threshold = arbitraryThreshold(kind);
  const lower = [threshold.map((atLeast) => ({ atLeast })), threshold.map((moreThan) => ({ moreThan }))];
  if (isMonotone) return fc.oneof(...lower);
  return fc.oneof(
    ...lower,
    threshold.map((atMost) => ({ atMost })),
    threshold.map((lessThan) => ({ lessThan })),
    threshold.map((is) => ({ is })),
    fc.tuple(threshold, threshold).map((ends) => ({ between: inOrder(ends) })),
  );
}

/** Any threshold that fits a kind of fact (but flags), small values and edges more often than others. */
export function arbitraryThreshold(kind: Exclude<ColumnKind, "flag">): fc.Arbitrary<Threshold> {
  switch (kind) {
    case "count":
      return fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...COUNT_EDGES));
    case "score":
      return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(...SCORE_EDGES));
    case "number":
      return fc.oneof(
        fc.integer({ min: -3, max: 12 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(...NUMBER_EDGES),
      );
    case "day":
      return fc.oneof(
        fc.integer({ min: 20_000, max: 20_010 }).map(isoDayOf),
        fc.constantFrom("0000-01-01", "1970-01-01", "9999-12-31"),
      );
    case "money":
      return fc.oneof(
        fc.integer({ min: -3, max: 30 }),
        fc.integer({ min: -400, max: 4000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
        fc.integer({ min: -400, max: 4000 }).map((thousandths) => thousandths / 1000),
        fc.constantFrom(...MONEY_EDGES),
      );
  }
}

const COUNT_EDGES: readonly number[] = [-0, 0.5, 2.5, 4_294_967_295, 4_294_967_296, 1e300];
const SCORE_EDGES: readonly number[] = [-0, 6.5, 253.5, 254, 255, 256, 1e300];
const NUMBER_EDGES: readonly number[] = [-0, 0.1, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53];
const MONEY_EDGES: readonly Threshold[] = [
  -0,
  "-0.00",
  "10.005",
  "-10.005",
  10.01,
  "90071992547409.91",
  "90071992547409.915",
  "-90071992547409.915",
  "9007199254740992.5",
  "1e400",
  "-1e400",
  1e300,
  "1e-400",
];

function inOrder([one, other]: [Threshold, Threshold]): [Threshold, Threshold] {
  const isSwapped =
    typeof one === "string" && /^\d{4}-/.test(one) ? one > other : Number(one) > Number(other);
  return isSwapped ? [other, one] : [one, other];
}
