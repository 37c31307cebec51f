import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { CustomerFacts } from "../../src/customers/facts.ts";
import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { calibrateScale } from "../../src/scales/calibrateScale.ts";
import { census } from "../../src/scales/census.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { customersOn } from "../../src/scales/customersOn.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { explainPlacement } from "../../src/scales/explainPlacement.ts";
import type { OpenScale, Scale } from "../../src/scales/scale.ts";
import { stepAt } from "../../src/scales/stepAt.ts";
import { type ChangingRow, raiseFacts } from "../criteria/support/applyChanges.ts";
import type { Row } from "../criteria/support/arbitraryRow.ts";
import { LAWS } from "../support/laws.ts";
import { arbitraryFacts, arbitraryScale, climbedBy, OWN_FACTS, SCHEMA } from "./support/arbitraryScale.ts";
import { factsOf, type PartialFacts, tableOf } from "./support/facts.ts";

const MONOTONE_BUILTINS: readonly Scale[] = (["highest", "stepwise"] as const).flatMap((climb) => [
  ladderOfLoyalty({ climb }),
  lifecycleStages({ climb }),
  customerLevels({ climb, keyAccountRevenue: 10, currency: "USD" }),
]);

const BUILTINS: readonly Scale[] = [
  ...MONOTONE_BUILTINS,
  loyaltyLevels({ veryLoyalRevenue: 10, currency: "USD" }),
  activityStatus(),
];

const anyScale = fc.oneof(arbitraryScale(), fc.constantFrom(...BUILTINS));
const anyMonotoneScale = fc.oneof(arbitraryScale(true), fc.constantFrom(...MONOTONE_BUILTINS));
const anyRows = fc.array(arbitraryFacts, { maxLength: 12 });

function tableWith(rows: readonly PartialFacts[]) {
  return tableOf(rows, { ownFacts: OWN_FACTS });
}

function rankOf(facts: Row, scale: Scale): number {
  return classifyCustomer(factsOf(facts, OWN_FACTS), scale).rank ?? 0;
}

/** Facts of which more is better on every monotone scale. */
const RAISABLE = [...SCHEMA.values()].filter(({ kind }) => kind !== "flag").map(({ field }) => field);
const FLAGS = ["member", "targeted", "reachable", "contactable", "vip"];

describe(LAWS.rowIsColumn, () => {
  test.prop([anyScale, anyRows])("on any scale", (scale, rows) => {
    const placements = classifyTable(tableWith(rows), scale);
    const byRow = rows.map((facts) => classifyCustomer(factsOf(facts, OWN_FACTS), scale).step);
    expect(rows.map((_, row) => stepAt(placements, row))).toEqual(byRow);
  });

  test.prop([anyScale, fc.array(arbitraryFacts, { minLength: 3, maxLength: 7 })], { numRuns: 20 })(
    "on tables longer than a block",
    (scale, rows) => {
      const long = Array.from({ length: 2500 }, (_, row) => rows[row % rows.length] as Row);
      const short = classifyTable(tableWith(rows), scale).step;
      const { step } = classifyTable(tableWith(long), scale);
      expect(Array.from(step)).toEqual(long.map((_, row) => short[row % rows.length]));
    },
  );
});

describe(LAWS.stepwiseBelowHighest, () => {
  test.prop([arbitraryScale(), arbitraryFacts])("on any scale", (scale, facts) => {
    expect(rankOf(facts, climbedBy("stepwise", scale))).toBeLessThanOrEqual(
      rankOf(facts, climbedBy("highest", scale)),
    );
  });

  test.prop([arbitraryFacts, fc.nat({ max: 2 })])(
    "on the built-in scales, though their lowest steps are wider there",
    (facts, index) => {
      const [highest, stepwise] = [MONOTONE_BUILTINS[index], MONOTONE_BUILTINS[index + 3]] as [Scale, Scale];
      expect(rankOf(facts, stepwise)).toBeLessThanOrEqual(rankOf(facts, highest));
      if (Number(facts.orders) > 0) expect(rankOf(facts, stepwise)).toBeGreaterThan(0);
    },
  );
});

describe(LAWS.monotone, () => {
  test.prop([
    anyMonotoneScale,
    arbitraryFacts,
    fc.constantFrom(...RAISABLE),
    fc.integer({ min: 1, max: 5000 }),
  ])("raising a number", (scale, facts, field, raise) => {
    const most =
      field === "nps" || field === "intent" || field === "csat" || field === "ces" ? 10 : 4_294_967_295;
    const before = facts[field];
    const value = Math.min(Number(before ?? 0) + raise, most);
    fc.pre(before === undefined || value >= Number(before));
    const better = { ...facts, [field]: value };
    expect(rankOf(better, scale)).toBeGreaterThanOrEqual(rankOf(facts, scale));
  });

  test.prop([anyMonotoneScale, arbitraryFacts, fc.constantFrom(...FLAGS)])(
    "setting a flag",
    (scale, facts, flag) => {
      expect(rankOf({ ...facts, [flag]: true }, scale)).toBeGreaterThanOrEqual(rankOf(facts, scale));
    },
  );
});

describe(LAWS.censusSums, () => {
  const modest = arbitraryFacts.map((facts) => {
    const { revenueMinor, profitMinor, ...rest } = facts;
    const cut = {
      revenueMinor: Number(revenueMinor ?? 0) % 1e6,
      profitMinor: Number(profitMinor ?? 0) % 1e6,
    };
    return { ...rest, ...cut } as Row;
  });

  test.prop([anyScale, fc.array(modest, { maxLength: 30 })])(
    "in customers, shares and money",
    (scale, rows) => {
      const table = tableWith(rows);
      const { steps, off, customerCount } = census(table, classifyTable(table, scale));
      const groups = [...steps, off];
      const total = (values: Iterable<number | null>) =>
        Array.from(values).reduce<number>((sum, value) => sum + Number(value), 0);
      expect(customerCount).toBe(rows.length);
      expect(total(groups.map(({ count }) => count))).toBe(rows.length);
      expect(total(groups.map(({ share }) => share))).toBeCloseTo(rows.length === 0 ? 0 : 1, 12);
      expect(total(groups.map(({ revenueMinor }) => revenueMinor))).toBe(total(table.columns.revenueMinor));
      expect(total(groups.map(({ profitMinor }) => profitMinor))).toBe(total(table.columns.profitMinor));
    },
  );

  test.prop([anyScale, fc.array(modest, { maxLength: 30 })])(
    "as do the lists of customers per step",
    (scale, rows) => {
      const table = tableWith(rows);
      const placements = classifyTable(table, scale);
      const { steps, off } = census(table, placements);
      const listed = [...steps.map(({ step }) => step), null].map((step) =>
        customersOn(table, placements, step),
      );
      expect(listed.map(({ total }) => total)).toEqual([...steps, off].map(({ count }) => count));
      expect(listed.flatMap(({ customers }) => customers.map(({ id }) => id)).sort()).toEqual(
        [...table.ids].sort(),
      );
    },
  );
});

describe(LAWS.rowOrder, () => {
  const shuffled = anyRows.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
  );

  test.prop([anyScale, shuffled])("in lists of customers", (scale, [rows, order]) => {
    const ids = rows.map((_, row) => `c${row}`);
    const one = tableOf(rows, { ids, ownFacts: OWN_FACTS });
    const other = tableOf(
      order.map((row) => rows[row] as Row),
      { ids: order.map((row) => `c${row}`), ownFacts: OWN_FACTS },
    );
    for (const step of [...scale.steps.map(({ id }) => id), null]) {
      const [left, right] = [one, other].map((table) =>
        customersOn(table, classifyTable(table, scale), step, { limit: 3, offset: 1 }).customers.map(
          ({ id, value }) => ({ id, value }),
        ),
      );
      expect(left).toEqual(right);
    }
  });
});

describe(LAWS.topShare, () => {
  const amounts = fc.array(fc.integer({ min: -3, max: 30 }), { minLength: 1, maxLength: 60 });
  const thousandths = fc.integer({ min: 1, max: 1000 });
  const open = (top: number): OpenScale =>
    defineScale({
      name: "a",
      steps: [
        { id: "top", when: { fact: "profit", atLeast: { top, among: { fact: "orders", atLeast: 1 } } } },
      ],
    });

  test.prop([amounts, fc.array(fc.integer({ min: -3, max: 99 })), thousandths])(
    "whoever else is there",
    (values, others, share) => {
      const rows = [
        ...values.map((profitMinor) => ({ orders: 1, profitMinor })),
        ...others.map((profitMinor) => ({ orders: 0, profitMinor })),
      ];
      const table = tableOf(rows);
      const scale = calibrateScale(open(share / 1000), table);
      const wanted = Math.ceil((share * values.length) / 1000);
      const placements = classifyTable(table, scale);
      const passing = values.filter((_, row) => stepAt(placements, row) === "top");
      expect(passing.length).toBeGreaterThanOrEqual(wanted);
      expect(passing.filter((value) => value > Math.min(...passing)).length).toBeLessThan(wanted);
      expect(scale.calibration?.[0]?.amongCount).toBe(values.length);
    },
  );
});

describe(LAWS.missingLifts, () => {
  test.prop([anyScale, arbitraryFacts])(
    "the explanation names the step that classification names",
    (scale, facts) => {
      const { step, rank, next } = explainPlacement(factsOf(facts, OWN_FACTS), scale);
      expect(classifyCustomer(factsOf(facts, OWN_FACTS), scale)).toEqual({ scale: scale.name, step, rank });
      if (next !== null) {
        expect(next.rank).toBeGreaterThan(rank ?? 0);
        expect(next.missing.length).toBeGreaterThan(0);
        expect(next.sentences).toHaveLength(next.missing.length);
      }
    },
  );

  test.prop([arbitraryScale(true), arbitraryFacts, fc.nat()])(
    "on any monotone scale",
    (scale, facts, choice) => {
      const { next } = explainPlacement(factsOf(facts, OWN_FACTS), scale);
      fc.pre(next !== null);
      const better: ChangingRow = { ...facts };
      raiseFacts(next.missing, better, SCHEMA, (count) => choice % count);
      // as a row: columns would end at the largest count
      expect(classifyCustomer(better as unknown as CustomerFacts, scale).rank).toBeGreaterThanOrEqual(
        next.rank,
      );
    },
  );
});
