import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BENCH_CASES } from "../../bench/cases/benchCases.ts";
import type { CaseSamples } from "../../bench/measure/measureCase.ts";
import { planBench } from "../../bench/planBench.ts";
import { PROBES } from "../../bench/probes/probes.ts";
import { type Bundle, bundleCases } from "../../bench/process/bundleCases.ts";
import { INSTALL_COMMAND, installPeers } from "../../bench/process/installPeers.ts";
import { runCase } from "../../bench/process/runCase.ts";
import { readArguments } from "../../bench/readArguments.ts";
import { runBench } from "../../bench/runBench.ts";

const plan = (...words: string[]) => planBench(BENCH_CASES, PROBES, readArguments(words));

describe("the plan", () => {
  test("without flags is every case and probe at every size, in at least seven rounds", () => {
    const { contests, probes } = plan();
    const sizes = BENCH_CASES.flatMap((benchCase) => benchCase.sizes);
    expect(contests.map(({ size }) => size)).toEqual(sizes);
    expect(Math.max(...sizes)).toBe(10_000_000);
    for (const { processes, rounds } of contests) expect(processes * rounds).toBeGreaterThanOrEqual(7);
    expect(probes.map(({ size }) => size)).toEqual(PROBES.flatMap((probe) => probe.sizes));
    expect(Math.max(...probes.map(({ size }) => size))).toBe(100_000_000);
  });

  test("leaves out peers where they would take too long, and nobody else", () => {
    const { contests } = plan();
    const limited = contests.filter(({ benchCase, rows }) => rows.length < benchCase.rows.length);
    expect(limited.length).toBeGreaterThan(0);
    for (const { size, rows } of contests) {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ sizeMaximum = size }) => size <= sizeMaximum)).toBe(true);
    }
  });

  test("with --quick leaves out the larger sizes, not a case", () => {
    const { contests, probes } = plan("--quick");
    expect(new Set(contests.map(({ size }) => size))).toEqual(new Set([2_357, 10_000, 100_000]));
    expect([...new Set(contests.map(({ benchCase }) => benchCase))]).toEqual(BENCH_CASES);
    expect(probes.map(({ probe, size }) => [probe, size])).toEqual(
      PROBES.map((probe) => [probe, probe.quickSize]),
    );
  });

  test("with --only takes what has that text in its name: a whole case, or some of its rows", () => {
    const whole = plan("--only", "classify columns: two scales");
    expect(whole.contests[0]?.rows).toEqual(whole.contests[0]?.benchCase.rows);
    expect(whole.probes).toEqual([]);
    const some = plan("--only", "bit-sliced", "--json");
    expect(some.contests.length).toBeGreaterThan(0);
    for (const { rows } of some.contests) {
      expect(rows.every(({ name }) => name.includes("bit-sliced"))).toBe(true);
    }
    expect(plan("--only", "stream of orders").contests).toEqual([]);
    expect(plan("--only", "stream of orders").probes.length).toBeGreaterThan(0);
  });

  test("asks in every row for sides that stand in no other order or name", () => {
    for (const { rows } of BENCH_CASES) {
      const pairs = rows.map(({ name, ours, peer }) => [name, ours, peer].join(" | "));
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });
});

describe("the command", () => {
  test("refuses words that it does not know, with exit code 2", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await runBench(["--fast"])).toBe(2);
    expect(await runBench(["--only", "no such case"])).toBe(2);
    expect(errors.mock.calls).toEqual([
      [expect.stringContaining("--fast")],
      [`nothing has "no such case" in its name`],
    ]);
    errors.mockRestore();
  });

  test("installs the peers unless told not to", () => {
    expect(readArguments([]).install).toBe(true);
    expect(readArguments(["--no-install"]).install).toBe(false);
  });
});

describe("peers that are missing", () => {
  function playedHost(isInstalled: boolean, goesWell = true) {
    const log: string[] = [];
    const install = () => {
      log.push("install");
      return goesWell;
    };
    return {
      log,
      host: { isInstalled: () => isInstalled, install, say: (line: string) => void log.push(line) },
    };
  }

  test("are installed, with a word", () => {
    const { log, host } = playedHost(false);
    installPeers(true, host);
    expect(log).toEqual([expect.stringContaining(INSTALL_COMMAND), "install"]);
  });

  test("are named with the command where they may not be installed, or could not", () => {
    const forbidden = playedHost(false);
    installPeers(false, forbidden.host);
    expect(forbidden.log).toEqual([
      expect.stringMatching(/^PEERS ARE NOT INSTALLED.*npm ci --prefix bench$/),
    ]);
    const failing = playedHost(false, false);
    installPeers(true, failing.host);
    expect(failing.log.at(-1)).toMatch(/^THAT FAILED.*npm ci --prefix bench$/);
  });

  test("are not spoken of when they are there", () => {
    const { log, host } = playedHost(true);
    installPeers(true, host);
    installPeers(false, host);
    expect(log).toEqual([]);
  });
});

describe("a case in a process of its own", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleCases();
  });
  afterAll(() => bundle.remove());

  test("gives figures of the sides that are asked for, one for each round", () => {
    const sides = ["classifyCustomer", "if-chain by hand"];
    const request = {
      kind: "case",
      name: "classify rows: ladder",
      size: 200,
      rounds: 2,
      sampleMs: 1,
      warmUpMs: 0,
      sides,
    } as const;
    const samples = runCase<CaseSamples>(bundle.path, request);
    expect(samples.missing).toEqual([]);
    expect(samples.sides.map(({ name }) => name)).toEqual(sides);
    const figures = samples.sides.flatMap(({ nanoseconds }) => nanoseconds);
    expect(figures).toHaveLength(4);
    expect(figures.every((figure) => Number.isFinite(figure) && figure > 0)).toBe(true);
  });

  test("gives the figures of a probe", () => {
    const request = { kind: "probe", name: "memory of a tracker", size: 200 } as const;
    const figures = runCase<readonly { name: string; figure: number }[]>(bundle.path, request);
    expect(figures.map(({ name }) => name)).toEqual(["by customer", "by activity"]);
    expect(figures.every(({ figure }) => Number.isFinite(figure))).toBe(true);
  });

  test("fails for a case that there is not", () => {
    expect(() => runCase(bundle.path, { kind: "probe", name: "no such case", size: 200 })).toThrow(
      "Error: no such case: no such case",
    );
  });
});
