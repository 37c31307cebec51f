import { performance } from "node:perf_hooks";
import { BENCH_CASES } from "./cases/benchCases.ts";
import type { MissingSide } from "./measure/contest.ts";
import { judge } from "./measure/judge.ts";
import type { CaseSamples } from "./measure/measureCase.ts";
import { describeMachine } from "./outcome/machine.ts";
import { figureOf, type Outcome, type Result, resultOf } from "./outcome/outcome.ts";
import { outcomeText } from "./outcome/outcomeText.ts";
import { outcomeJson, writeOutcome } from "./outcome/writeOutcome.ts";
import { type BenchPlan, type PlannedContest, planBench } from "./planBench.ts";
import type { ProbeFigure } from "./probes/probe.ts";
import { PROBES } from "./probes/probes.ts";
import { type Bundle, bundleCases } from "./process/bundleCases.ts";
import { CHECKOUT, installPeers } from "./process/installPeers.ts";
import { runCase } from "./process/runCase.ts";
import { type BenchArguments, readArguments } from "./readArguments.ts";

/** The whole command; gives the exit code: 2 for words that are not known. */
export async function runBench(words: readonly string[]): Promise<number> {
  let choice: BenchArguments;
  try {
    choice = readArguments(words);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const plan = planBench(BENCH_CASES, PROBES, choice);
  if (plan.contests.length + plan.probes.length === 0) {
    console.error(`nothing has "${choice.only}" in its name`);
    return 2;
  }
  installPeers(choice.install, CHECKOUT);
  const outcome = await measureAll(plan);
  console.log((choice.json ? outcomeJson(outcome) : outcomeText(outcome)).trimEnd());
  const isWhole = !choice.quick && choice.only === undefined;
  if (isWhole) writeOutcome(outcome, new URL("./", import.meta.url));
  return 0;
}

async function measureAll(plan: BenchPlan): Promise<Outcome> {
  const date = new Date().toISOString();
  const machine = describeMachine();
  const startMs = performance.now();
  const bundle = await bundleCases();
  try {
    const parts = measureContests(plan.contests, bundle);
    const contests = plan.contests.flatMap(({ benchCase, size, rows }, index) =>
      rows.flatMap((row) => judge(row, benchCase.unit, size, parts[index]!) ?? []),
    );
    const results = [...contests.map(resultOf), ...measureProbes(plan, bundle)];
    const rounds = leastRounds(plan.contests);
    const minutes = Math.ceil((performance.now() - startMs) / 60_000);
    return { date, machine, rounds, minutes, results, missing: missingLines(parts.flat()) };
  } finally {
    bundle.remove();
  }
}

/** The samples of each contest, by process. All contests have their first process before any has its second. */
function measureContests(contests: readonly PlannedContest[], bundle: Bundle): readonly CaseSamples[][] {
  const parts: CaseSamples[][] = contests.map(() => []);
  const told = new Set<string>();
  const most = Math.max(0, ...contests.map(({ processes }) => processes));
  for (let pass = 1; pass <= most; pass += 1) {
    for (const [index, { benchCase, size, rows, processes, ...effort }] of contests.entries()) {
      if (pass > processes) continue;
      const { name } = benchCase;
      console.error(
        `pass ${pass}, ${index + 1} of ${contests.length}: ${name}, ${size.toLocaleString("en")}`,
      );
      const sides = [...new Set(rows.flatMap(({ ours, peer }) => (peer === null ? [ours] : [ours, peer])))];
      const samples = runCase<CaseSamples>(bundle.path, { kind: "case", name, size, sides, ...effort });
      parts[index]!.push(samples);
      for (const line of missingLines([samples])) {
        if (!told.has(line)) console.error(`NOT MEASURED: ${line}`);
        told.add(line);
      }
    }
  }
  return parts;
}

function leastRounds(contests: readonly PlannedContest[]): number {
  if (contests.length === 0) return 1; // probes look once
  return Math.min(...contests.map(({ processes, rounds }) => processes * rounds));
}

function measureProbes({ probes }: BenchPlan, bundle: Bundle): readonly Result[] {
  return probes.flatMap(({ probe: { name }, size }) => {
    console.error(`${name}, ${size.toLocaleString("en")}`);
    const figures = runCase<readonly ProbeFigure[]>(bundle.path, { kind: "probe", name, size });
    return figures.map((found) => figureOf(`${name}: ${found.name}`, size, found.figure, found.unit));
  });
}

function missingLines(parts: readonly CaseSamples[]): readonly string[] {
  const missing: readonly MissingSide[] = parts.flatMap((part) => part.missing);
  return [...new Set(missing.map(({ name, why }) => `${name}: ${why}`))];
}
