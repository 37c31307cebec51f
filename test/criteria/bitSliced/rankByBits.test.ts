import { describe, expect, test, vi } from "vitest";
import { rankByBits } from "../../../src/criteria/bitSliced/rankByBits.ts";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import type { RankPlan } from "../../../src/criteria/rankPlan.ts";
import { type Column, MISSING_BYTE, MISSING_DAY } from "../../../src/units/column.ts";
import { rankPlainly } from "../support/rankPlainly.ts";
import { TEST_SCHEMA } from "../support/testSchema.ts";

const BLOCK_ROWS = 4096;

function planOf(...criteria: readonly Criterion[]): RankPlan {
  const { comparisons, roots } = compileCriteria(criteria, { schema: TEST_SCHEMA, currency: "USD" });
  return { comparisons, rankings: [{ roots, climb: "highest" }] };
}

const COLUMNS: Readonly<Record<string, Column>> = {
  orders: Uint32Array.of(0, 1, 2, 4_294_967_295, 0, 1, 2, 4_294_967_295),
  visits: Uint32Array.of(0, 0, 1, 4_294_967_295, 3, 3, 3, 3),
  rhythm: Float64Array.of(
    -0,
    1.5,
    Number.NaN,
    -1,
    Number.POSITIVE_INFINITY,
    0,
    5e-324,
    Number.NEGATIVE_INFINITY,
  ),
  revenueMinor: Float64Array.of(1000, 1001, Number.NaN, -1001, 0, 2, 3, 4),
  lastOrderAtDay: Int32Array.of(-1, 0, MISSING_DAY, 1, MISSING_DAY + 1, 2_147_483_647, 5, 6),
  nps: Uint8Array.of(0, 254, MISSING_BYTE, 9, 1, 2, 3, 4),
  member: Uint8Array.of(0, 1, MISSING_BYTE, 0, 1, 0, 1, 0),
};

function heldBy(criterion: Criterion): number[] {
  const [ranks] = rankByBits(planOf(criterion), (field) => COLUMNS[field] as Column, 8);
  return Array.from(ranks as Uint8Array, (rank) => (rank === 0 ? 1 : 0));
}

describe("rankByBits", () => {
  test.each<[Criterion, number[]]>([
    [{ fact: "orders", atLeast: 1 }, [0, 1, 1, 1, 0, 1, 1, 1]],
    [{ fact: "orders", lessThan: 1.5 }, [1, 1, 0, 0, 1, 1, 0, 0]],
    [{ fact: "orders", between: [1, 4_294_967_294] }, [0, 1, 1, 0, 0, 1, 1, 0]],
    [{ fact: "orders", is: 4_294_967_295 }, [0, 0, 0, 1, 0, 0, 0, 1]],
    [{ fact: "orders", moreThan: 4_294_967_295 }, [0, 0, 0, 0, 0, 0, 0, 0]],
    [{ fact: "lastOrderAt", atMost: "1970-01-01" }, [1, 1, 0, 0, 1, 0, 0, 0]],
    [{ fact: "lastOrderAt", moreThan: "1970-01-01" }, [0, 0, 0, 1, 0, 1, 1, 1]],
    [{ fact: "nps", atMost: 300 }, [1, 1, 0, 1, 1, 1, 1, 1]],
    [{ fact: "member", is: false }, [1, 0, 0, 1, 0, 1, 0, 1]],
    [{ fact: "rhythm", atLeast: 0 }, [1, 1, 0, 0, 1, 1, 1, 0]],
    [{ fact: "rhythm", moreThan: 0 }, [0, 1, 0, 0, 1, 0, 1, 0]],
    [{ fact: "rhythm", atMost: 0 }, [1, 0, 0, 1, 0, 1, 0, 1]],
    [{ fact: "rhythm", lessThan: 0 }, [0, 0, 0, 1, 0, 0, 0, 1]],
    [{ fact: "rhythm", is: 0 }, [1, 0, 0, 0, 0, 1, 0, 0]],
    [{ fact: "revenue", atLeast: "10.005" }, [0, 1, 0, 0, 0, 0, 0, 0]],
    [{ fact: "revenue", lessThan: "1e400" }, [1, 1, 0, 1, 1, 1, 1, 1]],
    [{ sum: ["orders", "visits"], atLeast: 4_294_967_296 }, [0, 0, 0, 1, 0, 0, 0, 1]],
    [{ sum: ["orders", "visits"], lessThan: 3 }, [1, 1, 0, 0, 0, 0, 0, 0]],
    [{ sum: ["orders", "visits"], is: 3 }, [0, 0, 1, 0, 1, 0, 0, 0]],
    [{ sum: ["visits", "visits", "visits"], moreThan: 3 }, [0, 0, 0, 1, 1, 1, 1, 1]],
    [{ sum: ["nps", "orders"], atMost: 255 }, [1, 1, 0, 0, 1, 1, 1, 0]],
    [{ sum: ["nps"], atLeast: 9 }, [0, 1, 0, 1, 0, 0, 0, 0]],
    [{ sum: ["rhythm", "nps", "orders"], moreThan: 5 }, [0, 1, 0, 1, 1, 0, 0, 0]],
    [{ not: { fact: "member", is: true } }, [1, 0, 1, 1, 0, 1, 0, 1]],
    [{ all: [] }, [1, 1, 1, 1, 1, 1, 1, 1]],
    [{ any: [] }, [0, 0, 0, 0, 0, 0, 0, 0]],
  ])("%j", (criterion, expected) => {
    expect(heldBy(criterion)).toEqual(expected);
  });

  const THREE = planOf(
    { fact: "orders", atLeast: 3 },
    { fact: "orders", atLeast: 5 },
    { fact: "orders", is: 1 },
  );
  const rankThree = (orders: Uint32Array, rowCount: number) => rankByBits(THREE, () => orders, rowCount);
  const expectThree = (orders: Uint32Array, rowCount: number) =>
    expect(rankThree(orders, rowCount)).toEqual([
      Uint8Array.from(orders.subarray(0, rowCount), (own) =>
        own === 1 ? 2 : own >= 5 ? 1 : own >= 3 ? 0 : 255,
      ),
    ]);

  test.each([
    0,
    1,
    7,
    8,
    9,
    15,
    24,
    25,
    BLOCK_ROWS - 1,
    BLOCK_ROWS,
    BLOCK_ROWS + 1,
    BLOCK_ROWS + 9,
    3 * BLOCK_ROWS + 31,
  ])("%d rows of a longer column", (rowCount) => {
    expectThree(
      Uint32Array.from({ length: rowCount + 3 }, (_, row) => (row * 5) % 7),
      rowCount,
    );
  });

  test("nothing of a table is left for the next one under the same plan", () => {
    const ranks = rankThree(new Uint32Array(5000).fill(9), 5000);
    expectThree(new Uint32Array(100), 100);
    expectThree(
      Uint32Array.from({ length: 27 }, (_, row) => row % 4),
      27,
    );
    expect(ranks).toEqual([new Uint8Array(5000).fill(1)]);
  });

  test("reads columns in place and writes to none", () => {
    const orders = Uint32Array.from({ length: 40 }, (_, row) => row % 6);
    const before = orders.slice();
    expectThree(orders.subarray(3), 37);
    expect(orders).toEqual(before);
  });

  test("asks for columns that the plan names", () => {
    const columnOf = vi.fn(() => new Uint32Array(9));
    rankByBits(THREE, columnOf, 9);
    expect(new Set(columnOf.mock.calls.flat())).toEqual(new Set(["orders"]));
  });

  test("a plan without rankings or comparisons", () => {
    const none = () => expect.fail("no column is needed");
    expect(rankByBits({ comparisons: [], rankings: [] }, none, 100)).toEqual([]);
    const empty: RankPlan = { comparisons: [], rankings: [{ roots: [], climb: "stepwise" }] };
    expect(rankByBits(empty, none, 100)).toEqual([new Uint8Array(100).fill(255)]);
    const { roots } = compileCriteria([{ all: [] }, { any: [] }], { schema: TEST_SCHEMA });
    for (const climb of ["highest", "stepwise"] as const) {
      const plan: RankPlan = { comparisons: [], rankings: [{ roots, climb }] };
      expect(rankByBits(plan, none, 100)).toEqual([new Uint8Array(100)]);
      expect(rankByBits(plan, none, 100)).toEqual(rankPlainly(plan, none, 100));
    }
  });
});
