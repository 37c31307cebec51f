import { describe, expect, test, vi } from "vitest";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { evaluateColumns } from "../../../src/criteria/plain/evaluateColumns.ts";
import { type Column, MISSING_BYTE, MISSING_DAY } from "../../../src/units/column.ts";
import { TEST_SCHEMA } from "../support/testSchema.ts";

const BLOCK_ROWS = 1024;

const COLUMNS: Readonly<Record<string, Column>> = {
  orders: Uint32Array.of(0, 1, 4_294_967_295),
  rhythm: Float64Array.of(-0, 1.5, Number.NaN),
  revenueMinor: Float64Array.of(1000, 1001, Number.NaN),
  lastOrderAtDay: Int32Array.of(-1, 0, MISSING_DAY),
  nps: Uint8Array.of(0, 254, MISSING_BYTE),
  member: Uint8Array.of(0, 1, MISSING_BYTE),
};

function answersOf(criterion: Criterion): number[] {
  const compiled = compileCriteria([criterion], { schema: TEST_SCHEMA, currency: "USD" });
  const answers: number[] = [];
  evaluateColumns(
    compiled,
    (field) => COLUMNS[field] as Column,
    3,
    (_, count, [holds]) => {
      answers.push(...(holds as Uint8Array).subarray(0, count));
    },
  );
  return answers;
}

describe("evaluateColumns", () => {
  test.each<[Criterion, number[]]>([
    [{ fact: "orders", atLeast: 0.5 }, [0, 1, 1]],
    [{ fact: "orders", atLeast: -5 }, [1, 1, 1]],
    [{ fact: "orders", moreThan: 4_294_967_295 }, [0, 0, 0]],
    [{ fact: "orders", is: 0.5 }, [0, 0, 0]],
    [{ fact: "rhythm", is: 0 }, [1, 0, 0]],
    [{ fact: "rhythm", lessThan: 1.5 }, [1, 0, 0]],
    [{ fact: "rhythm", atMost: 1.5 }, [1, 1, 0]],
    [{ fact: "rhythm", moreThan: 0 }, [0, 1, 0]],
    [{ fact: "revenue", atLeast: 10.005 }, [0, 1, 0]],
    [{ fact: "lastOrderAt", atMost: "9999-12-31" }, [1, 1, 0]],
    [{ fact: "lastOrderAt", lessThan: "1970-01-01" }, [1, 0, 0]],
    [{ fact: "nps", atLeast: 0 }, [1, 1, 0]],
    [{ fact: "nps", is: 255 }, [0, 0, 0]],
    [{ fact: "nps", atLeast: 255 }, [0, 0, 0]],
    [{ fact: "nps", atMost: 1e300 }, [1, 1, 0]],
    [{ fact: "member", is: true }, [0, 1, 0]],
    [{ fact: "member", is: false }, [1, 0, 0]],
    [{ not: { fact: "member", is: true } }, [1, 0, 1]],
    [{ sum: ["orders", "nps", "rhythm"], atLeast: 0 }, [1, 1, 0]],
    [{ sum: ["nps", "nps"], is: 508 }, [0, 1, 0]],
    [{ all: [] }, [1, 1, 1]],
    [{ any: [] }, [0, 0, 0]],
  ])("%j", (criterion, expected) => {
    expect(answersOf(criterion)).toEqual(expected);
  });

  test("asks for no column and visits nothing where there are no rows", () => {
    const compiled = compileCriteria([{ fact: "orders", atLeast: 1 }], { schema: TEST_SCHEMA });
    const columnOf = vi.fn();
    const visit = vi.fn();
    evaluateColumns(compiled, columnOf, 0, visit);
    expect([columnOf.mock.calls, visit.mock.calls]).toEqual([[], []]);
  });

  test("comes in blocks, with one answer per criterion and shared ones for equal criteria", () => {
    const orders = Uint32Array.from({ length: BLOCK_ROWS + 1 }, (_, row) => row);
    const twice: Criterion = { not: { fact: "orders", lessThan: BLOCK_ROWS } };
    const compiled = compileCriteria([twice, twice], { schema: TEST_SCHEMA });
    const blocks: unknown[] = [];
    evaluateColumns(
      compiled,
      () => orders,
      orders.length,
      (firstRow, count, holds) => {
        expect(holds[0]).toBe(holds[1]);
        blocks.push([firstRow, count, holds.length, holds[0]?.[0]]);
      },
    );
    expect(blocks).toEqual([
      [0, BLOCK_ROWS, 2, 0],
      [BLOCK_ROWS, 1, 2, 1],
    ]);
  });

  test("criteria of 100 levels run", () => {
    let criterion: Criterion = { fact: "orders", atLeast: 1 };
    for (let level = 1; level < 100; level += 1) criterion = { not: criterion };
    expect(answersOf(criterion)).toEqual([1, 0, 0]);
  });
});
