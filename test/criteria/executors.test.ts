import { describe, expect, test } from "vitest";
import { compileCriteria } from "../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { type Column, MISSING_BYTE, MISSING_DAY } from "../../src/units/column.ts";
import { EXECUTORS, type NamedExecutor } from "./support/executors.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

/** Three rows, three times: few enough for one, many enough for vectors and words of bits. */
const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ["orders", Uint32Array.from({ length: 9 }, (_, row) => [0, 1, 4_294_967_295][row % 3] as number)],
  ["rhythm", Float64Array.from({ length: 9 }, (_, row) => [-0, 1.5, Number.NaN][row % 3] as number)],
  ["revenueMinor", Float64Array.from({ length: 9 }, (_, row) => [1000, 1001, Number.NaN][row % 3] as number)],
  ["lastOrderAtDay", Int32Array.from({ length: 9 }, (_, row) => [-1, 0, MISSING_DAY][row % 3] as number)],
  ["nps", Uint8Array.from({ length: 9 }, (_, row) => [0, 254, MISSING_BYTE][row % 3] as number)],
  ["member", Uint8Array.from({ length: 9 }, (_, row) => [0, 1, MISSING_BYTE][row % 3] as number)],
]);

const CASES: readonly [Criterion, number[]][] = [
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
];

function answersOf({ rank }: NamedExecutor, criterion: Criterion, rowCount: number): number[] {
  const { comparisons, roots } = compileCriteria([criterion], { schema: TEST_SCHEMA, currency: "USD" });
  const [ranks] =
    rank({ comparisons, rankings: [{ roots, climb: "highest" }] }, allColumns(), rowCount) ?? [];
  return Array.from(ranks as Uint8Array, (index) => Number(index === 0));
}

/** Columns of all facts; those that no case names hold nothing. */
function allColumns(): ReadonlyMap<string, Column> {
  const missing = new Float64Array(9).fill(Number.NaN);
  return new Map([...TEST_SCHEMA.values()].map(({ field }) => [field, COLUMNS.get(field) ?? missing]));
}

describe.each(EXECUTORS)("$name", (executor) => {
  test.each(CASES)("%j", (criterion, expected) => {
    expect(answersOf(executor, criterion, 3)).toEqual(expected);
    expect(answersOf(executor, criterion, 9)).toEqual([...expected, ...expected, ...expected]);
  });

  test("criteria of 100 levels run", () => {
    let criterion: Criterion = { fact: "orders", atLeast: 1 };
    for (let level = 1; level < 100; level += 1) criterion = { not: criterion };
    expect(answersOf(executor, criterion, 3)).toEqual([1, 0, 0]);
  });

  test("no rows give no ranks", () => {
    expect(answersOf(executor, { all: [] }, 0)).toEqual([]);
  });
});
