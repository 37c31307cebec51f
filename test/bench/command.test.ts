import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BENCH_CASES } from "../../bench/cases/benchCases.ts";
import { planBench } from "../../bench/planBench.ts";
import { type Bundle, bundleCases } from "../../bench/process/bundleCases.ts";
import { runCase } from "../../bench/process/runCase.ts";
import { readArguments } from "../../bench/readArguments.ts";
import { runBench } from "../../bench/runBench.ts";

describe("the plan", () => {
  test("without flags is every case at every size, in at least seven rounds", () => {
    const { contests, processes, rounds } = planBench(BENCH_CASES, readArguments([]));
    const sizes = BENCH_CASES.flatMap((benchCase) => benchCase.sizes);
    expect(contests.map(({ size }) => size)).toEqual(sizes);
    expect(Math.max(...sizes)).toBe(1_000_000);
    expect(processes * rounds).toBeGreaterThanOrEqual(7);
  });

  test("with --quick leaves out the largest size, not a case", () => {
    const { contests } = planBench(BENCH_CASES, readArguments(["--quick"]));
    expect(new Set(contests.map(({ size }) => size))).toEqual(new Set([10_000, 100_000]));
    expect([...new Set(contests.map(({ benchCase }) => benchCase))]).toEqual(BENCH_CASES);
  });

  test("with --only takes the cases with that text in their name", () => {
    const { contests } = planBench(BENCH_CASES, readArguments(["--only", "columns", "--json"]));
    expect(contests.length).toBeGreaterThan(0);
    expect(contests.every(({ benchCase }) => benchCase.name.includes("columns"))).toBe(true);
  });

  test("refuses words that it does not know, with exit code 2", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await runBench(["--fast"], BENCH_CASES)).toBe(2);
    expect(await runBench(["--only", "no such case"], BENCH_CASES)).toBe(2);
    expect(errors.mock.calls).toEqual([
      [expect.stringContaining("--fast")],
      [`no case has "no such case" in its name`],
    ]);
    errors.mockRestore();
  });
});

describe("a case in a process of its own", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleCases();
  });
  afterAll(() => bundle.remove());

  test("gives figures of both sides, one for each round", () => {
    const { ours, peer } = runCase(bundle.path, { name: "classify columns, ladder", size: 200, rounds: 2 });
    expect([ours.length, peer?.length]).toEqual([2, 2]);
    expect([...ours, ...(peer ?? [])].every((figure) => Number.isFinite(figure) && figure > 0)).toBe(true);
  });

  test("fails for a case that there is not", () => {
    expect(() => runCase(bundle.path, { name: "no such case", size: 200, rounds: 1 })).toThrow(
      "Error: no such case: no such case",
    );
  });
});
