import { expect, test } from "vitest";
import { BENCH_CASES } from "../../bench/cases/benchCases.ts";
import { PROBES } from "../../bench/probes/probes.ts";

/** Sides that need nothing but this checkout. */
const AT_HAND = new Set([
  "classifyCustomer",
  "if-chain by hand",
  "compiled, columns copied",
  "compiled, columns resident",
  "bit-sliced",
  "plain executor",
  "branches by hand",
  "summarizeOrders",
  "summarizeCustomers",
  "Map of objects by hand",
  "row reader",
  "zod per row, same checks",
  "zod by hand, fewer checks",
  "readActivities",
  "ours",
]);

test("whoever is at hand takes part somewhere", () => {
  const known = new Set(BENCH_CASES.flatMap(({ rows }) => rows.flatMap(({ ours, peer }) => [ours, peer])));
  expect([...AT_HAND].filter((name) => !known.has(name))).toEqual([]);
});

test.each(BENCH_CASES.map((benchCase) => [benchCase.name, benchCase] as const))(
  "%s: all sides at hand give the same, again and again",
  async (_, benchCase) => {
    const contest = await benchCase.prepare(2_500, (name) => AT_HAND.has(name));
    const [ours, ...others] = contest.sides;
    expect(contest.missing).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      for (const side of contest.sides) await side.time(1, () => 0);
      const outcome = await ours?.outcome();
      for (const other of others) {
        expect([other.name, contest.difference(outcome, await other.outcome())]).toEqual([
          other.name,
          undefined,
        ]);
      }
      expect(contest.check?.()).toBeUndefined();
    }
    for (const { unitsPerRun } of contest.sides) expect(unitsPerRun).toBeGreaterThan(0);
    await contest.close();
  },
);

test("a case whose side goes wrong is found out", async () => {
  for (const benchCase of BENCH_CASES) {
    const contest = await benchCase.prepare(300, (name) => AT_HAND.has(name));
    const [ours] = contest.sides;
    const outcome = (await ours!.outcome()) as unknown;
    const wrong = structuredClone(outcome) as { [index: number]: unknown } & readonly unknown[];
    const list = (typeof wrong[0] === "object" ? wrong[0] : wrong) as { [index: number]: unknown };
    list[0] = typeof list[0] === "number" ? list[0] + 1 : `${list[0]} `;
    expect([benchCase.name, contest.difference(outcome, wrong)]).toEqual([
      benchCase.name,
      expect.any(String),
    ]);
    await contest.close();
  }
});

test("no two cases or probes have one name, and each has rising sizes", () => {
  const all = [...BENCH_CASES, ...PROBES];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { sizes } of all) expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
});

test("every row of the project's list has its goal at a size that is measured", () => {
  const goals = BENCH_CASES.flatMap(({ rows, sizes }) =>
    rows.flatMap((row) => {
      const measured = sizes.flatMap((size) => row.goalAt(size) ?? []);
      const texts = new Set(measured.map(({ least, aim }) => `${row.peer ?? "alone"}: ${least}, ${aim}`));
      return [...texts].map((text) => `${row.name.split(":")[0]} | ${text}`);
    }),
  );
  expect([...new Set(goals)].sort()).toEqual([
    "classify columns, bit-sliced | DuckDB, 1 thread: 3, 6",
    "classify columns, bit-sliced | polars, 1 thread: 2, 4",
    "classify columns, copied | C, gcc: 0.35, 0.5",
    "classify columns, copied | DuckDB, 1 thread: 15, 25",
    "classify columns, copied | numpy, branch-free: 2, 3",
    "classify columns, resident | C, gcc: 0.55, 0.8",
    "classify columns, resident | C, gcc: 0.75, 1",
    "classify rows | if-chain by hand: 0.6, 0.9",
    "conditional expectations | alone: 120, 60",
    "fit | alone: 20000000, 10000000",
    "fit | alone: 60000000, 30000000",
    "intake of clean rows | zod per row, same checks: 8, 12",
    "one activity to a new placement | alone: 1000, 500",
    "orders to facts | DuckDB, 1 thread: 0.35, 0.8",
    "orders to facts | DuckDB, 1 thread: 0.8, 1.2",
    "orders to facts | DuckDB, 1 thread: 1, 1.5",
    "orders to facts | DuckDB, 1 thread: 3, 4",
    "twelve-month value | alone: 1500, 750",
  ]);
});
