import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { customerAt } from "../../../src/customers/customerAt.ts";
import type { CustomerFacts } from "../../../src/customers/facts.ts";
import { classifyCustomer } from "../../../src/scales/classifyCustomer.ts";
import { allowedPairs } from "../../../src/scales/crosswalk/allowedPairs.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { scalesOver, type Vocabulary } from "./support/arbitraryScales.ts";
import { OWN_FACTS, summarizedTables } from "./support/population.ts";
import { replay } from "./support/replay.ts";

/** The index of a customer's step among the rows or columns: off the scale comes last. */
function placeOf(facts: CustomerFacts, scale: Scale): number {
  const { rank } = classifyCustomer(facts, scale);
  return rank === null ? scale.steps.length : rank - 1;
}

/** Every value up to `most`, each repeated for every rest. */
function times<Item>(most: number, rest: (value: number) => readonly Item[]): Item[] {
  return Array.from({ length: most + 1 }, (_, value) => rest(value)).flat();
}

describe("law: a pair is allowed exactly when some customer of a whole grid stands there", () => {
  const counts: Vocabulary = {
    summable: ["interests", "orders", "recentOrders", "referrals", "unpromptedReferrals"],
    others: ["nps"],
    thresholds: fc.oneof(fc.nat({ max: 2 }), fc.constantFrom(0.5, 1.5)),
    flags: ["targeted"],
  };
  // Thresholds are at most 2, so whoever has more than 3 of something is placed as if they had 3: the grid is whole.
  const grid = times(3, (interests) =>
    times(3, (orders) =>
      times(orders, (recentOrders) =>
        times(3, (referrals) =>
          times(referrals, (unpromptedReferrals) => [
            { interests, orders, recentOrders, referrals, unpromptedReferrals },
          ]),
        ),
      ),
    ),
  ).flatMap((facts) =>
    [{}, { targeted: true }, { targeted: false }].flatMap((said) =>
      [{}, { nps: 0 }, { nps: 1 }, { nps: 2 }, { nps: 3 }].map((score) => ({ ...facts, ...said, ...score })),
    ),
  ) as unknown as CustomerFacts[];

  test.prop([scalesOver(counts), scalesOver(counts)], { numRuns: 60 })(
    "counts, sums, flags and scores",
    (a, b) => {
      const { rows, columns, allowed, undecided } = allowedPairs(a, b);
      const seen = rows.map(() => columns.map(() => false));
      for (const facts of grid) {
        const line = seen[placeOf(facts, a)] as boolean[];
        line[placeOf(facts, b)] = true;
      }
      expect(undecided).toEqual([]);
      expect(allowed).toEqual(seen);
    },
  );
});

const VOCABULARIES: readonly (readonly [string, Vocabulary])[] = [
  [
    "counts and sums of them",
    {
      summable: [
        "orders",
        "recentOrders",
        "orderDays",
        "recentOrderDays",
        "recentInterests",
        "referrals",
        "recentUnpromptedReferrals",
        "complaints",
        "openComplaints",
        "recentFirstContactResolutions",
      ],
      thresholds: fc.nat({ max: 5 }),
      flags: ["targeted", "member", "reachable"],
    },
  ],
  [
    "days since, gaps, rhythm and scores",
    {
      summable: ["recencyDays", "rhythm"],
      others: ["meanGapDays", "orderDays", "recentOrders", "nps", "csat", "score"],
      thresholds: fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(0.5, 1.25, 2.5, 3.75)),
      flags: ["vip", "contactable"],
      ownFacts: OWN_FACTS,
    },
  ],
  [
    "money",
    {
      others: ["revenue", "recentRevenue", "profit", "recentProfit", "orders", "recentOrders"],
      thresholds: fc.constantFrom(0, 1, 2, 3),
      flags: ["member"],
      currency: "USD",
    },
  ],
  [
    "calendar days",
    {
      others: ["firstOrderAt", "lastOrderAt", "lastInterestAt", "memberSince"],
      thresholds: fc.constantFrom("1970-01-05", "1970-01-20", "1970-02-10", "1970-04-01"),
      flags: ["member", "targeted"],
    },
  ],
];

describe.each(VOCABULARIES)("any two scales over %s", (_, vocabulary) => {
  const scales = scalesOver(vocabulary);

  test.prop([scales, scales], { numRuns: 60 })(
    "law: a pair that is allowed has a customer who can really live so",
    (a, b) => {
      const { allowed, undecided, witnesses } = allowedPairs(a, b);
      const isUndecided = new Set(undecided.map(({ row, column }) => `${row} ${column}`));
      [...a.steps, { id: null }].forEach(({ id: row }, rowIndex) => {
        [...b.steps, { id: null }].forEach(({ id: column }, columnIndex) => {
          const witness = witnesses[rowIndex]?.[columnIndex];
          const is = allowed[rowIndex]?.[columnIndex];
          expect(is).toBe(witness !== null || isUndecided.has(`${row} ${column}`));
          if (!witness) return;
          const facts = replay(witness, vocabulary.ownFacts);
          expect(facts).toEqual(witness.facts);
          expect([placeOf(facts, a), placeOf(facts, b)]).toEqual([rowIndex, columnIndex]);
        });
      });
    },
  );

  test.prop([scales, scales, fc.array(summarizedTables, { minLength: 1, maxLength: 4 })], { numRuns: 60 })(
    "law: a pair on which somebody stands is never ruled out",
    (a, b, tables) => {
      const { allowed } = allowedPairs(a, b);
      for (const table of tables) {
        for (let row = 0; row < table.rowCount; row += 1) {
          const facts = customerAt(table, row);
          expect(allowed[placeOf(facts, a)]?.[placeOf(facts, b)]).toBe(true);
        }
      }
    },
  );

  test.prop([scales, scales], { numRuns: 30 })("law: rows and columns can be exchanged", (a, b) => {
    const there = allowedPairs(a, b);
    const back = allowedPairs(b, a);
    fc.pre(there.undecided.length + back.undecided.length === 0);
    expect(back.allowed).toEqual(there.columns.map((_, column) => there.allowed.map((row) => row[column])));
  });
});
