import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { CompiledComparison, CompiledNode } from "../../src/criteria/compileCriteria.ts";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import { evaluateFacts } from "../../src/criteria/evaluateFacts.ts";
import { type Ranking, type RankPlan, UNRANKED } from "../../src/criteria/rankPlan.ts";
import { type Column, type FactColumn, numberAt } from "../../src/units/column.ts";
import { arbitraryCriterion } from "./support/arbitraryCriterion.ts";
import { arbitraryCells, arbitraryPlan, columnsOfCells } from "./support/arbitraryPlan.ts";
import { arbitraryRow, columnsOf } from "./support/arbitraryRow.ts";
import { type Columns, EXECUTORS } from "./support/executors.ts";
import { naiveHolds } from "./support/naiveHolds.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

/** The index of the step that a row stands on, by which roots hold for it. */
function rankOf(holds: readonly boolean[], climb: Ranking["climb"]): number {
  if (climb === "highest") return holds.lastIndexOf(true) & UNRANKED;
  const firstFailed = holds.indexOf(false);
  return ((firstFailed === -1 ? holds.length : firstFailed) - 1) & UNRANKED;
}

/** The ranks of each row by the row form, `period` rows over and over. */
function rowForm(plan: RankPlan, columns: Columns, rowCount: number, period: number): Uint8Array[] {
  return plan.rankings.map(({ roots, climb }) => {
    const compiled = { comparisons: plan.comparisons, roots };
    const ranks = Array.from({ length: Math.min(period, rowCount) }, (_, row) => {
      const facts = Object.fromEntries(
        Array.from(TEST_SCHEMA.values(), ({ kind, field }) => [
          field,
          numberAt(kind, columns.get(field) as Column, row),
        ]),
      );
      const holds = roots.map((_, root) => evaluateFacts(compiled, root, facts));
      return rankOf(holds, climb);
    });
    return Uint8Array.from({ length: rowCount }, (_, row) => ranks[row % period] as number);
  });
}

function expectAll(
  plan: RankPlan,
  columns: Columns,
  rowCount: number,
  expected: readonly Uint8Array[],
): void {
  for (const { name, rank } of EXECUTORS) {
    const ranks = rank(plan, columns, rowCount);
    expect(ranks, name).toHaveLength(expected.length);
    for (const [index, own] of expected.entries()) {
      expect(
        Buffer.from(ranks?.[index] ?? []).equals(own),
        `${name}: ${firstDifference(ranks?.[index], own)}`,
      ).toBe(true);
    }
  }
}

function firstDifference(ranks: Uint8Array | undefined, expected: Uint8Array): string {
  if (ranks?.length !== expected.length) return `${ranks?.length} rows instead of ${expected.length}`;
  const row = ranks.findIndex((rank, index) => rank !== expected[index]);
  return `row ${row} of ${ranks.length} has ${ranks[row]} instead of ${expected[row]}`;
}

const FEW_ROWS = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 999, 1023, 1024, 1025];
const BLOCK_ENDS = [4095, 4096, 4097, 4103, 8191, 8193, 32_767, 32_768, 32_769, 65_535, 65_537];
const places = fc.nat({ max: 4 });

describe("law: all executors and the row form agree", () => {
  const few = { maximumRoots: 8, maximumRankings: 4 };

  test.prop([arbitraryPlan(few), arbitraryCells, fc.constantFrom(...FEW_ROWS), places, places], {
    numRuns: 400,
  })("for any plan, data and place in memory", (plan, cells, rowCount, place, tail) => {
    const columns = columnsOfCells(cells, rowCount, place, tail);
    const period = cells.orders?.length as number;
    expectAll(plan, columns, rowCount, rowForm(plan, columns, rowCount, period));
  });

  test.prop([arbitraryPlan(few), arbitraryCells, fc.constantFrom(...BLOCK_ENDS), places, places], {
    numRuns: 40,
  })("around the ends of their blocks", (plan, cells, rowCount, place, tail) => {
    const columns = columnsOfCells(cells, rowCount, place, tail);
    const period = cells.orders?.length as number;
    expectAll(plan, columns, rowCount, rowForm(plan, columns, rowCount, period));
  });

  test.prop(
    [arbitraryPlan({ maximumRoots: 254, maximumRankings: 3 }), arbitraryCells, fc.constantFrom(...FEW_ROWS)],
    { numRuns: 40 },
  )("for up to 254 roots", (plan, cells, rowCount) => {
    const columns = columnsOfCells(cells, rowCount, 1, 0);
    const period = cells.orders?.length as number;
    expectAll(plan, columns, rowCount, rowForm(plan, columns, rowCount, period));
  });

  const criteria = fc.array(arbitraryCriterion(TEST_SCHEMA, { currency: "USD" }), {
    minLength: 1,
    maxLength: 5,
  });
  const rows = fc.array(arbitraryRow(TEST_SCHEMA), { minLength: 1, maxLength: 40 });
  const climbs = fc.constantFrom("highest", "stepwise" as const);

  test.prop([criteria, rows, climbs], { numRuns: 300 })(
    "for any criteria, with what the definition says",
    (all, someRows, climb) => {
      const { comparisons, roots } = compileCriteria(all, { schema: TEST_SCHEMA, currency: "USD" });
      const columnOf = columnsOf(TEST_SCHEMA, someRows);
      const columns = new Map(Array.from(TEST_SCHEMA.values(), ({ field }) => [field, columnOf(field)]));
      const expected = someRows.map((row) =>
        rankOf(
          all.map((criterion) => naiveHolds(criterion, row, TEST_SCHEMA, 2)),
          climb,
        ),
      );
      expectAll({ comparisons, rankings: [{ roots, climb }] }, columns, someRows.length, [
        Uint8Array.from(expected),
      ]);
    },
  );
});

describe("long ladders", () => {
  const ORDERS = TEST_SCHEMA.get("orders") as FactColumn;
  const VISITS = TEST_SCHEMA.get("visits") as FactColumn;
  const columns = columnsOfCells(
    Object.fromEntries(Array.from(TEST_SCHEMA.values(), ({ field }) => [field, [0]])),
    3000,
    0,
    0,
  );
  const orders = columns.get("orders") as Uint32Array;
  const visits = columns.get("visits") as Uint32Array;
  for (let row = 0; row < orders.length; row += 1) {
    orders[row] = (row * 7) % 301;
    visits[row] = (row * 11) % 257;
  }

  /** Step n is reached with n orders; only the first `free` steps do without n visits. */
  function ladder(count: number, climb: Ranking["climb"], free: number): RankPlan {
    const comparisons: CompiledComparison[] = [];
    const roots = Array.from({ length: count }, (_, index): CompiledNode => {
      const parts = (index < free ? [ORDERS] : [ORDERS, VISITS]).map((fact): CompiledNode => {
        comparisons.push({ facts: [fact], names: [fact.field], operator: "atLeast", threshold: index + 1 });
        return { kind: "comparison", index: comparisons.length - 1 };
      });
      return { kind: "all", parts };
    });
    return { comparisons, rankings: [{ roots, climb }] };
  }

  const counts = [1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 127, 128, 129, 253, 254];

  test.each(counts)("of %d steps, highest and stepwise", (count) => {
    const expected = orders.map((own) => (Math.min(own, count) - 1) & UNRANKED);
    for (const climb of ["highest", "stepwise"] as const) {
      expectAll(ladder(count, climb, count), columns, orders.length, [Uint8Array.from(expected)]);
    }
  });

  test.each(counts)("of %d steps, of which some ask for more", (count) => {
    const free = Math.ceil(count / 2);
    const reached = orders.map((own, row) => {
      const both = Math.min(own, visits[row] as number, count);
      return (Math.max(Math.min(own, free), both) - 1) & UNRANKED;
    });
    for (const climb of ["highest", "stepwise"] as const) {
      expectAll(ladder(count, climb, free), columns, orders.length, [Uint8Array.from(reached)]);
    }
  });

  test("several rankings at once share what they compare", () => {
    const { comparisons, rankings } = ladder(40, "highest", 20);
    const [{ roots }] = rankings as [Ranking];
    const plan: RankPlan = {
      comparisons,
      rankings: [
        { roots, climb: "highest" },
        { roots: roots.slice(0, 3), climb: "stepwise" },
        { roots: [...roots].reverse(), climb: "stepwise" },
        { roots: [], climb: "stepwise" },
        { roots: [], climb: "highest" },
      ],
    };
    expectAll(plan, columns, orders.length, rowForm(plan, columns, orders.length, orders.length));
  });
});
