import { describe, expect, test } from "vitest";
import { BENCH_CASES } from "../../bench/cases/benchCases.ts";
import { createContest } from "../../bench/measure/contest.ts";
import { differentTotals } from "../../bench/measure/differentTotals.ts";
import { differentValues } from "../../bench/measure/differentValues.ts";
import { measureCase } from "../../bench/measure/measureCase.ts";
import { createCustomerTable } from "../../src/customers/createCustomerTable.ts";

const measuring = { rounds: 1, warmUpRounds: 0, clockMs: () => 0, collectGarbage: () => undefined };

test.each(BENCH_CASES.map((benchCase) => [benchCase.name, benchCase] as const))(
  "%s: ours and the other side give the same",
  (_, benchCase) => {
    const contest = benchCase.prepare(2_500);
    contest.ours.run();
    contest.peer.run();
    expect(contest.unitsPerRun).toBeGreaterThan(0);
    expect(contest.difference()).toBeUndefined();
  },
);

test("no two cases have one name, and each has rising sizes", () => {
  expect(new Set(BENCH_CASES.map(({ name }) => name)).size).toBe(BENCH_CASES.length);
  for (const { sizes } of BENCH_CASES) expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
});

describe("a difference", () => {
  test("between lists is found wherever it is", () => {
    expect(differentValues(Uint8Array.of(1, 2), [1, 2])).toBeUndefined();
    expect(differentValues([1, 2], [1, 3])).toBe("at 1 ours is 2, the peer's 3");
    expect(differentValues([1], [1, 1])).toBe("ours has 1 values, the peer 2");
  });

  const table = createCustomerTable({
    ids: ["ann", "bob"],
    asOf: "2026-06-30",
    currency: "USD",
    columns: {
      orders: Uint32Array.of(2, 0),
      revenueMinor: Float64Array.of(500, 0),
      firstOrderDay: Int32Array.of(10, 0),
      lastOrderDay: Int32Array.of(20, 0),
    },
  });
  const ann = { orders: 2, revenueMinor: 500, firstDay: 10, lastDay: 20 };
  const compare = (totals: Record<string, typeof ann>) =>
    differentTotals(table, new Map(Object.entries(totals)), (id) => id);

  test("between totals is found in every fact, and in who is there", () => {
    expect(compare({ ann })).toBeUndefined();
    for (const field of ["orders", "revenueMinor", "firstDay", "lastDay"] as const) {
      expect(compare({ ann: { ...ann, [field]: 1 } })).toMatch(/^of ann ours says 2 500 10 20, the peer /);
    }
    expect(compare({ ann, bob: ann })).toBe("ours has 1 buyers, the peer 2");
    expect(compare({ eve: ann })).toBe("ours has no row for eve");
  });

  const disagreeing = (ours: () => number) => ({
    ...BENCH_CASES[0]!,
    name: "sums",
    prepare: () =>
      createContest({
        unitsPerRun: 1,
        ours,
        peer: () => 1,
        difference: (mine, theirs) => (mine === theirs ? undefined : `${mine} is not ${theirs}`),
      }),
  });

  test("ends the bench, also when it only shows after the clock ran", () => {
    expect(() =>
      measureCase(
        disagreeing(() => 2),
        10,
        measuring,
      ),
    ).toThrow("sums, 10: 2 is not 1");
    let runs = 0;
    const failsLater = () => {
      runs += 1;
      return runs > 1 ? 3 : 1;
    };
    expect(() => measureCase(disagreeing(failsLater), 10, measuring)).toThrow("sums, 10: 3 is not 1");
  });
});
